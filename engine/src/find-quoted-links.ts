import { readHtml } from './evidence/links/read-html.ts'
import type { ByteRange, Link, Message, Part } from './evidence/message.ts'
import { findTextZones } from './lures/text-zones.ts'

/** Elements in which mail programs put the mail that is answered; from them on everything is quoted. */
const QUOTE_STARTS =
  /<(?:div|span|section|table|hr)\b[^<>]{0,300}(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix|divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message)[^<>]{0,300}>|-{2,20}\s{0,4}(?:original message|元のメッセージ|forwarded message|転送メッセージ)|(?:from|差出人|送信者)(?:\s|&nbsp;|<[^<>]{0,200}>){0,6}[:：][^@<>]{0,200}(?:<[^<>]{0,400}>[^@<>]{0,200}){0,6}(?:@|&#64;)/iu
const BLOCKQUOTES = /<(\/?)blockquote\b[^<>]{0,2000}>/giu
/** HTML looked at, and as many letters before a quotation as make it one; a mail that only passes another on is that. */
const HTML_CHARS_MAX = 500_000
const NEW_CHARS_MIN = 20

/**
 * Links that stand in the mail which this one answers. They are of an earlier conversation: the recipient's own pages,
 * its partners' and its signature, which the attacker only quotes.
 */
export function findQuotedLinks(message: Message): ReadonlySet<Link> {
  const parts = new Map(message.parts.map((part) => [part.path, part]))
  const ranges = new Map<string, readonly ByteRange[]>()
  const rangesOf = (path: string): readonly ByteRange[] => {
    const known = ranges.get(path) ?? findQuotes(parts.get(path))
    ranges.set(path, known)
    return known
  }
  return new Set(
    message.links.filter(({ path, textRange }) =>
      rangesOf(path).some(({ start, end }) => textRange.start >= start && textRange.start < end),
    ),
  )
}

function findQuotes(part: Part | undefined): readonly ByteRange[] {
  const text = part?.text
  if (part === undefined || text === undefined) return []
  if (/^text\/html$/iu.test(part.type) || /\.html?$/iu.test(part.fileName ?? ''))
    return findHtmlQuotes(text.slice(0, HTML_CHARS_MAX), text.length)
  return findTextZones(text).filter(({ zone }) => zone === 'quoted')
}

function findHtmlQuotes(html: string, end: number): readonly ByteRange[] {
  const blocks = findBlockquotes(html)
  const start = QUOTE_STARTS.exec(html)?.index
  const ranges = start === undefined ? blocks : [...blocks, { start, end }]
  if (ranges.length === 0) return []
  const cut = start ?? html.length
  let at = 0
  let written = ''
  for (const block of blocks.filter((one) => one.start < cut)) {
    written += html.slice(at, block.start)
    at = Math.max(at, block.end)
  }
  written += html.slice(at, Math.max(at, cut))
  return readHtml(written).text.trim().length < NEW_CHARS_MIN ? [] : ranges
}

/** Outermost elements; one that is never closed goes to the end. */
function findBlockquotes(html: string): readonly ByteRange[] {
  const ranges: ByteRange[] = []
  let depth = 0
  let start = 0
  for (const { 0: tag, 1: slash, index } of html.matchAll(BLOCKQUOTES)) {
    if (slash === '') {
      if (depth === 0) start = index
      depth += 1
    } else if (depth > 0) {
      depth -= 1
      if (depth === 0) ranges.push({ start, end: index + tag.length })
    }
  }
  return depth === 0 ? ranges : [...ranges, { start, end: html.length }]
}
