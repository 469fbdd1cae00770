import type { ByteRange } from '../message.ts'
import { findRangeAt, isWithin } from './find-range-at.ts'
import { countIntroducing, isBareIntroduction } from './introduction.ts'
import { isLabelledHead } from './labelled-head.ts'
import { isAuthorLine, isQuoteHead } from './quote-head.ts'
import { listNext, type QuoteLine, toTextLines } from './quote-line.ts'

/** A stretch that has the form of an earlier mail; whether there was one only its writer knows. */
export interface Quote extends ByteRange {
  /** Lines in it that name who wrote it. */
  readonly authors: readonly string[]
}

/** A thread's first pages hold everybody who takes part in it. */
const QUOTE_CHARS_MAX = 500_000
const AUTHORS_MAX = 200

/** What a text quotes, in order. */
export function findQuotes(text: string, heads: Heads = 'known'): readonly Quote[] {
  const read = text.slice(0, QUOTE_CHARS_MAX)
  return findQuotesInLines(toTextLines(read), [], { end: text.length, heads })
}

/** Above a quoted mail: labels of the languages that are known, or whatever is laid out like them. */
export type Heads = 'known' | 'any'

/** `framed`: what the page itself marks as quoted, in order. */
export function findQuotesInLines(
  lines: readonly QuoteLine[],
  framed: readonly ByteRange[],
  { end, heads = 'known' }: { readonly end: number; readonly heads?: Heads },
): readonly Quote[] {
  const found: ByteRange[] = [...framed]
  const authors: Pick<QuoteLine, 'start' | 'text'>[] = []
  const isMarked = ({ text, start }: QuoteLine) =>
    MARK.test(text) || findRangeAt(framed, start) !== undefined
  let open: number | undefined
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined) break
    const introducing = countIntroducing(lines, at)
    const isHead =
      introducing === 0 &&
      (isQuoteHead(lines, at) ||
        (heads === 'any' && open === undefined && isLabelledHead(lines, at)))
    if ((introducing > 0 || isAuthorLine(line)) && authors.length < AUTHORS_MAX)
      authors.push({ start: line.start, text: toSaid(lines, at, introducing) })
    if (open !== undefined) continue
    const below = at + Math.max(1, introducing)
    if (isMarked(line)) found.push(line)
    else if (introducing > 0 && listNext(lines, below, 1).some(isMarked))
      found.push({ start: line.start, end: lines[below - 1]?.end ?? line.end })
    else if (introducing > 0 || isHead) open = line.start
    else if (isBareIntroduction(line) && listNext(lines, below, 1).some(isMarked)) found.push(line)
  }
  const all = joinRanges(open === undefined ? found : [...found, { start: open, end }])
  return all.map((range) => ({
    ...range,
    authors: authors.filter((one) => isWithin(range, one.start)).map(({ text }) => text),
  }))
}

const toSaid = (lines: readonly QuoteLine[], at: number, count: number): string =>
  lines
    .slice(at, at + Math.max(1, count))
    .map(({ text }) => text.trimEnd())
    .join(' ')

const MARK = /^\s{0,3}[>＞]/u

/** In order, and those that touch as one. */
function joinRanges(ranges: readonly ByteRange[]): readonly ByteRange[] {
  const joined: ByteRange[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else joined.push({ start, end })
  }
  return joined
}
