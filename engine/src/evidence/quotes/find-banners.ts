import type { ByteRange } from '../message.ts'
import { isBannerLine } from './banner-words.ts'
import { findBoxAt, readPageBoxes } from './page-boxes.ts'
import { readPageLines } from './page-lines.ts'
import { type QuoteLine, toTextLines } from './quote-line.ts'

/** Gateways write above everything or below everything: lines with letters from either end that are looked at. */
const EDGE_LINES = 12
/** A banner says one thing; what is longer is a letter that speaks of mail. */
const BANNER_LINES_MAX = 6
const BANNER_CHARS_MAX = 800
/** What is left outside all banners must be a mail still. */
const REST_CHARS_MIN = 5
const CHARS_MAX = 500_000

/** Stretches at the edges of a text that say what a mail gateway of the receiving side writes there; anybody can write it. */
export function findBannersInText(text: string): readonly ByteRange[] {
  const lines = toTextLines(text.slice(0, CHARS_MAX))
  const found = listEdges(lines).map((at) => toParagraph(lines, at))
  return keepApart(found, lines)
}

/** The same of a page: the smallest table or division that says it. */
export function findBannersInPage(html: string): readonly ByteRange[] {
  const read = html.slice(0, CHARS_MAX)
  const { lines } = readPageLines(read)
  const edges = listEdges(lines)
  if (edges.length === 0) return []
  const boxes = readPageBoxes(read)
  const found = edges.map((at): ByteRange => {
    const line = lines[at] ?? NO_LINE
    const box = findBoxAt(boxes, line)
    const inside = box && lines.filter(({ start }) => start >= box.start && start < box.end)
    if (box && inside && isShort(inside) && inside.length < lines.length) return box
    const next = lines[at + 1]
    return isMore(next?.text) ? { start: line.start, end: next?.end ?? line.end } : line
  })
  return keepApart(found, lines)
}

const NO_LINE: QuoteLine = { text: '', start: 0, end: 0 }

/** Lines near either end that say it. */
function listEdges(lines: readonly QuoteLine[]): readonly number[] {
  const filled = lines.flatMap(({ text }, at) => (text.trim() === '' ? [] : [at]))
  const near = new Set([...filled.slice(0, EDGE_LINES), ...filled.slice(-EDGE_LINES)])
  return [...near].filter((at) => isBannerLine(lines[at]?.text ?? ''))
}

/** The lines around one up to empty ones, a frame of rules included; of a long paragraph the next two at most. */
function toParagraph(lines: readonly QuoteLine[], at: number): ByteRange {
  const isFilled = (one: number): boolean => (lines[one]?.text.trim() ?? '') !== ''
  let [first, last] = [at, at]
  while (isFilled(first - 1)) first -= 1
  while (isFilled(last + 1)) last += 1
  if (!isShort(lines.slice(first, last + 1))) {
    first = at
    last = Math.min(last, at + 2)
  } else if (isRule(lines[first]?.text)) last = findRule(lines, last) ?? last
  if (isMore(lines[last + 2]?.text) && !isFilled(last + 3)) last += 2
  return { start: lines[first]?.start ?? 0, end: lines[last]?.end ?? 0 }
}

/** The lower rule of a frame whose upper one stands in its first paragraph. */
function findRule(lines: readonly QuoteLine[], from: number): number | undefined {
  if (isRule(lines[from]?.text)) return from
  const below = lines.slice(from + 1, from + 1 + BANNER_LINES_MAX)
  const found = below.findIndex(({ text }) => isRule(text))
  return found < 0 ? undefined : from + 1 + found
}

/** A line of its own that leads to more about it. */
const isMore = (text = ''): boolean =>
  text.length <= MORE_CHARS_MAX && (/:\/\//u.test(text) || MORE.test(text))
const MORE = /詳細|詳しく|ガイド|ヘルプ|手順|\b(?:learn|more|help|why|details|guide|faq)\b/iu
const MORE_CHARS_MAX = 100

const isRule = (text = ''): boolean => /^\s*([-=*_#+~─━―＊＝■◆※]\s?)\1{4,}\s*$/u.test(text)

const isShort = (lines: readonly QuoteLine[]): boolean =>
  lines.filter(({ text }) => text.trim() !== '').length <= BANNER_LINES_MAX &&
  lines.reduce((sum, { text }) => sum + text.length, 0) <= BANNER_CHARS_MAX

/** In order and each once; none where the mail says nothing else, for that is what the sender wrote. */
function keepApart(found: readonly ByteRange[], lines: readonly QuoteLine[]): readonly ByteRange[] {
  const kept: ByteRange[] = []
  for (const range of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (range.end > (kept.at(-1)?.end ?? 0))
      kept.push({ ...range, start: Math.max(range.start, kept.at(-1)?.end ?? 0) })
  const rest = lines.filter(
    ({ start }) => !kept.some((range) => start >= range.start && start < range.end),
  )
  const chars = rest.reduce((sum, { text }) => sum + text.trim().length, 0)
  return chars < REST_CHARS_MIN ? [] : kept
}
