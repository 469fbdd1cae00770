import type { FindingView, MailView, PlaceView } from 'contract/analysis'
import type { Mark } from '../../parts/hostile/to-spans.ts'

/** Places of a quote that are marked in one text; a text that repeats it a thousand times is not a forest of marks. */
const QUOTE_PLACES_MAX = 20

interface Placed {
  readonly number: number
  readonly place: PlaceView
}

function listPlaces(findings: readonly FindingView[]): Placed[] {
  return findings.flatMap(({ number, where, alsoWhere }) =>
    [where, ...alsoWhere].map((place) => ({ number, place })),
  )
}

/** Findings seen in the decoded text of a part or file: where the engine says they stand, and words they quote. */
export function toTextMarks(path: string, text: string, findings: readonly FindingView[]): Mark[] {
  const placed = listPlaces(findings).flatMap(({ number, place }) => {
    if (place.path !== path || place.header !== undefined) return []
    const { textRange, excerpt } = place
    if (textRange !== undefined && textRange.end > textRange.start) {
      return [{ ...textRange, number }]
    }
    return findQuote(text, excerpt, number).slice(0, 1)
  })
  const quoted = findings.flatMap(({ number, detail, where }) =>
    detail?.kind === 'words' && where.header === undefined
      ? detail.rules.flatMap(({ quotes }) =>
          quotes.flatMap((quote) => findQuote(text, quote, number)),
        )
      : [],
  )
  return [...placed, ...quoted]
}

function findQuote(text: string, quote: string, number: number): Mark[] {
  const marks: Mark[] = []
  if (quote === '') return marks
  let at = text.indexOf(quote)
  while (at >= 0 && marks.length < QUOTE_PLACES_MAX) {
    marks.push({ start: at, end: at + quote.length, number })
    at = text.indexOf(quote, at + quote.length)
  }
  return marks
}

/** Findings by their place in the mail's own bytes. */
export function toMailMarks(findings: readonly FindingView[]): Mark[] {
  return listPlaces(findings).flatMap(({ number, place: { range } }) =>
    range.end > range.start ? [{ ...range, number }] : [],
  )
}

/** Findings by their place in the bytes of the file at this path. */
export function toFileMarks(path: string, findings: readonly FindingView[]): Mark[] {
  return listPlaces(findings).flatMap(({ number, place }) =>
    place.path === path && place.fileRange !== undefined ? [{ ...place.fileRange, number }] : [],
  )
}

/** Numbers of the findings that speak of this link. */
export function findNumbersOf(
  url: string,
  path: string,
  findings: readonly FindingView[],
): number[] {
  return findings
    .filter(({ where, alsoWhere, detail }) => {
      const isHere = [where, ...alsoWhere].some(
        (place) => place.path === path && place.excerpt !== '' && url.includes(place.excerpt),
      )
      const isStep = detail?.kind === 'url' && detail.steps.some(({ value }) => value === url)
      return isHere || isStep
    })
    .map(({ number }) => number)
}

/** Findings seen in a part or file. */
export function findFindingsAt(path: string, mail: MailView): FindingView[] {
  return mail.findings.filter(
    ({ dismissed, where, alsoWhere }) =>
      dismissed === undefined &&
      [where, ...alsoWhere].some((place) => place.path === path && place.header === undefined),
  )
}
