/**
 * Stands where a decoder left out what it did not touch: empty lines, and between them a separator that no person
 * writes. What stands before and after one never stood together.
 */
export const GAP = '\n\n\u001c\u001c\n\n'

/** An empty line, of texts with either end of line. */
const EMPTY_LINES = /\n(?=\r?\n)/gu

/**
 * Where a member of an object in JSON begins after another, or another object. The letters of its key stand between the
 * two values, so that no name runs from one to the other, and its quotes end every token.
 */
const MEMBERS = /(?<=["\]}\w]\s{0,40}),\s{0,40}\{?\s{0,40}"[A-Za-z][^"\\]{0,60}"\s{0,40}:/gu

/** Between two pieces of one decoder. ESC ( B ends what the one before began in another table of letters (ISO 2022). */
export const PIECE_GAP = '\u001b(B\n\n\n'

/** What was read before is known again by these. */
const PARTS = new RegExp(`${GAP}|\u001b\\(B\n\n\n?|${MEMBERS.source}`, 'gu')

/** What of a text stands between two gaps, or from one member of an object to the next. */
export interface Part {
  readonly start: number
  readonly end: number
}

export function listParts(text: string): readonly Part[] {
  const parts: Part[] = []
  let start = 0
  for (const { 0: found, index } of text.matchAll(PARTS)) {
    if (index > start) parts.push({ start, end: index })
    // The comma before a member belongs to it; what stands for nothing belongs to neither.
    start = found.startsWith(',') ? index : index + found.length
  }
  if (start < text.length) parts.push({ start, end: text.length })
  return parts
}

const listStarts = (text: string, pattern: RegExp): readonly number[] =>
  [...text.matchAll(pattern)].map(({ index }) => index)

/** Places at which a text may be parted, in order. */
export const listEmptyLines = (text: string): readonly number[] => listStarts(text, EMPTY_LINES)
export const listMembers = (text: string): readonly number[] => listStarts(text, MEMBERS)

/** The index of the first place at or after one; as many as there are when none is. */
export function findPlace(places: readonly number[], from: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
