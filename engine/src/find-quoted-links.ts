import { toOrganisation } from './evidence/headers/organisation.ts'
import type { ByteRange, Link, MailAddress, Message, Part } from './evidence/message.ts'
import { findQuotes, findQuotesInLines, type Quote } from './evidence/quotes/find-quotes.ts'
import { findRangeAt } from './evidence/quotes/find-range-at.ts'
import { readPageLines } from './evidence/quotes/page-lines.ts'
import { findAddressesInText } from './techniques/reading/text-addresses.ts'
import { FREE_MAIL } from './techniques/tables/free-mail.ts'
import { parseWebUrl } from './techniques/url/unwrap-url.ts'

/** HTML looked at, and as many letters outside quotes as make them quotes; a mail that only passes another on is that. */
const HTML_CHARS_MAX = 500_000
const NEW_CHARS_MIN = 20

/**
 * Links that stand in what has the form of the mail which this one answers: the recipient's own pages, its partners' and
 * its signature. Anybody can write that form around a link, so whoever drafts a bulletin is asked about them. What leads
 * to the sender's own domain, and what quotes the sender alone, is the attack.
 */
export function findQuotedLinks(message: Message): ReadonlySet<Link> {
  const { from, links } = message
  const parts = new Map(message.parts.map((part) => [part.path, part]))
  const quotes = new Map<string, PartQuotes>()
  const quotesOf = (path: string): PartQuotes => {
    const known = quotes.get(path) ?? listQuotes(parts.get(path), from)
    quotes.set(path, known)
    return known
  }
  const isIn = (ranges: readonly ByteRange[], { textRange }: Link): boolean =>
    findRangeAt(ranges, textRange.start) !== undefined
  const isQuoted = (link: Link): boolean => isIn(quotesOf(link.path).quotes, link)
  const isCited = (link: Link): boolean => isIn(quotesOf(link.path).cited, link)
  // Anybody indents what he likes: without a link of his own outside, what a sender leads to is in it.
  const hasOther = links.some((link) => isClicked(link) && !isQuoted(link) && !isCited(link))
  return new Set(
    links.filter(
      (link) =>
        (isQuoted(link) || (hasOther && isClicked(link) && isCited(link))) &&
        !isOwnPlace(link, from),
    ),
  )
}

export const isClicked = ({ kind, url }: Link): boolean =>
  kind !== 'image' && kind !== 'resource' && /^https?:/iu.test(url)

/** A line of them, as Outlook draws above what it passes on, is nothing that anybody wrote. */
const RULES = /[_=*-]{4,}/gu

interface PartQuotes {
  readonly quotes: readonly Quote[]
  /** What a page indents as a quotation without saying whose. */
  readonly cited: readonly ByteRange[]
}

function listQuotes(part: Part | undefined, from: MailAddress | undefined): PartQuotes {
  const text = part?.text
  if (part === undefined || text === undefined) return { quotes: [], cited: [] }
  const isPage = /^text\/html$/iu.test(part.type) || /\.html?$/iu.test(part.fileName ?? '')
  const { quotes, cited } = isPage ? findInPage(text) : { quotes: findInText(text), cited: [] }
  return {
    quotes: quotes.filter(({ authors }) => from === undefined || !isBySender(authors, from)),
    cited,
  }
}

function findInText(text: string): readonly Quote[] {
  const quotes = findQuotes(text, 'any')
  let [count, at] = [0, 0]
  for (const { start, end } of [...quotes, { start: text.length, end: text.length }]) {
    count += text.slice(at, start).replace(RULES, '').trim().length
    at = end
  }
  return count < NEW_CHARS_MIN ? [] : quotes
}

function findInPage(html: string): PartQuotes {
  const { lines, framed, cited } = readPageLines(html.slice(0, HTML_CHARS_MAX))
  const quotes = findQuotesInLines(lines, framed, { end: html.length, heads: 'any' })
  let [count, at] = [0, 0]
  for (const { text, start } of lines) {
    while (at < quotes.length && (quotes[at]?.end ?? 0) <= start) at += 1
    if (start < (quotes[at]?.start ?? html.length)) count += text.length
  }
  return { quotes: count < NEW_CHARS_MIN ? [] : quotes, cited }
}

/** Whoever is named as the writer of what is quoted, each time the sender. */
function isBySender(authors: readonly string[], from: MailAddress): boolean {
  const addresses = authors.flatMap((line) => findAddressesInText(line).slice(0, 1))
  const isShared = FREE_MAIL.has(from.organisation)
  const isSender = (one: { readonly address: string; readonly organisation: string }) =>
    isShared
      ? one.address.toLowerCase() === from.address.toLowerCase()
      : one.organisation === from.organisation
  return addresses.length > 0 && addresses.length === authors.length && addresses.every(isSender)
}

export function isOwnPlace({ url }: Link, from: MailAddress | undefined): boolean {
  if (from === undefined || from.organisation === '' || FREE_MAIL.has(from.organisation))
    return false
  return toOrganisation(parseWebUrl(url)?.hostname ?? '') === from.organisation
}
