import type { Message } from '../message.ts'
import { findRangeAt } from '../quotes/find-range-at.ts'
import { readPageLines } from '../quotes/page-lines.ts'
import type { QuoteLine } from '../quotes/quote-line.ts'
import { LABEL_NAMES } from './find-quoted-mail.ts'

/** The HTML of a forward from below the quoted header on. */
export interface QuotedPage {
  readonly html: string
  /** What it shows. */
  readonly lines: readonly QuoteLine[]
  /** Where the page itself says that the quotation is over, or that a signature begins. */
  readonly belowAt?: number | undefined
}

/** Where the quoted header begins in HTML, tags between label and colon allowed. */
const HTML_START =
  /(?:(?<![-_])[-_]{2,60}\s{0,8}(?:original message|forwarded message|元のメッセージ|転送メッセージ)|begin forwarded message|(?:From|差出人|送信者)\s*(?:<[^>]{1,80}>\s*){0,4}[:：])/i

/** Letters in which lines are looked for. */
const PAGE_CHARS_MAX = 500_000

/** Without the quoted header: left in the text, it would make a quotation of the sender whom the new header names. */
export function findQuotedPage(outer: Message, fields: number): QuotedPage | undefined {
  const whole = outer.parts.find(
    (part) => part.type === 'text/html' && part.fileName === undefined,
  )?.text
  const start = whole === undefined ? -1 : whole.search(HTML_START)
  if (start < 0 || whole === undefined) return undefined
  const from = start + findHeaderEnd(whole.slice(start), fields)
  const html = whole.slice(from)
  const { lines } = readPageLines(html.slice(0, PAGE_CHARS_MAX))
  return { html, lines, belowAt: findFrameEnd(whole, start, from) ?? findSignature(html) }
}

/** The end of the element into which the mail program put what it passes on, where something stands below it. */
function findFrameEnd(whole: string, start: number, from: number): number | undefined {
  const { framed, lines } = readPageLines(whole.slice(0, PAGE_CHARS_MAX))
  const end = findRangeAt(framed, start)?.end
  return end !== undefined && lines.some((line) => line.start >= end) ? end - from : undefined
}

/** The last element that a mail program calls a signature. */
function findSignature(html: string): number | undefined {
  const named = [...html.slice(0, PAGE_CHARS_MAX).matchAll(SIGNATURE)].at(-1)
  const start = named === undefined ? -1 : html.lastIndexOf('<', named.index)
  return start < 0 ? undefined : start
}
const SIGNATURE =
  /\b(?:gmail_signature|moz-signature|AppleMailSignature|ms-outlook-mobile-signature|id="?(?:x_)*signature)\b/giu

const HTML_LABEL = new RegExp(
  `(?:^|[>\\s])(?:${LABEL_NAMES})\\s{0,8}(?:<[^>]{1,80}>\\s{0,8}){0,4}[:：]`,
  'gi',
)
const HTML_LINE_END = /<(?:br|\/p|\/div|\/tr|\/li)\b[^>]{0,200}>/i
const HTML_HEADER_CHARS_MAX = 20_000

function findHeaderEnd(html: string, fields: number): number {
  const labels = [...html.slice(0, HTML_HEADER_CHARS_MAX).matchAll(HTML_LABEL)].slice(0, fields)
  const last = labels.at(-1)
  if (last === undefined) return 0
  const from = last.index + last[0].length
  const end = html.slice(from).search(HTML_LINE_END)
  return end < 0 ? 0 : from + end
}
