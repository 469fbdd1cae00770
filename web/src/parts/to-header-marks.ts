import type { FindingView, MailView, PlaceView } from 'contract/analysis'
import type { Mark } from './hostile/to-spans.ts'

type Header = MailView['headers'][number]

interface NumberedPlace {
  readonly number: number
  readonly place: PlaceView
}

/** Every place of every finding, with the finding's number. */
export function toNumberedPlaces(findings: readonly FindingView[]): NumberedPlace[] {
  return findings.flatMap(({ number, where, alsoWhere }) =>
    [where, ...alsoWhere].map((place) => ({ number, place })),
  )
}

/** Places that lie in this header field, by their bytes. */
export function findPlacesIn(header: Header, places: readonly NumberedPlace[]): NumberedPlace[] {
  return places.filter(
    ({ place }) =>
      place.header !== undefined &&
      place.range.start < header.range.end &&
      place.range.end > header.range.start,
  )
}

/** Marks in `Header.raw`, in which one character is one byte: exact. */
export function toRawMarks(header: Header, places: readonly NumberedPlace[]): Mark[] {
  return places.map(({ number, place }) => ({
    start: place.range.start - header.range.start,
    end: place.range.end - header.range.start,
    number,
  }))
}

/**
 * Marks in the decoded value. Where the value stands in the bytes as it is shown, offsets carry over;
 * where it was folded or encoded, the finding's excerpt is looked up; failing that, the whole value is marked.
 */
export function toValueMarks(header: Header, places: readonly NumberedPlace[]): Mark[] {
  const rawValue = header.raw.slice(header.valueRange.start - header.range.start)
  const isSame = rawValue === header.value
  return places.map(({ number, place }) => {
    if (isSame) {
      const start = place.range.start - header.valueRange.start
      return { start, end: place.range.end - header.valueRange.start, number }
    }
    const at = place.excerpt === '' ? -1 : header.value.indexOf(place.excerpt)
    if (at >= 0) return { start: at, end: at + place.excerpt.length, number }
    return { start: 0, end: header.value.length, number }
  })
}
