import type { DnsRecord } from '../knowledge.ts'
import { limits } from '../limits.ts'
import { parseRegistryDay } from '../registrations/registry-day.ts'
import { AnswerBook } from './answer-book.ts'
import { toDnsName } from './dns-name.ts'
import { type Entry, readEntries } from './read-entries.ts'
import { toSpokenAnswer, toZoneAnswer } from './to-answer.ts'

/** Why a line was left out. */
export const UNREAD_REASONS = [
  /** A value stands there, and no name and type that it belongs to; `dig +short` writes so. */
  'no-name',
  /** No whole domain name. */
  'bad-name',
  /** No address, host or text of a possible length. */
  'bad-value',
  /** A quotation mark without its partner. */
  'cut-off',
  /** The server asked had no answer to give: the name may have one all the same. */
  'no-answer',
  /** More than is taken at a time. */
  'over-many',
] as const

export interface UnreadLine {
  readonly line: number
  readonly reason: (typeof UNREAD_REASONS)[number]
}

export interface DnsAnswers {
  readonly records: readonly DnsRecord[]
  readonly unread: readonly UnreadLine[]
}

/**
 * Reads DNS answers as people paste them: the output of dig, host and nslookup, or lines of a zone
 * file, several at once. An answer that says "there is none" is a record without values.
 */
export function parseDnsAnswers(text: string): DnsAnswers {
  const book = new AnswerBook()
  const unread: UnreadLine[] = []
  if (text.length > limits.dnsAnswersCharsMax) unread.push({ line: 1, reason: 'over-many' })
  const context = { origin: '', above: '' }
  for (const entry of joinTexts(readEntries(text.slice(0, limits.dnsAnswersCharsMax)))) {
    const reason =
      entry.comment === undefined
        ? readEntry(entry, context, book)
        : readComment(entry.comment, book)
    if (reason !== undefined) unread.push({ line: entry.line, reason })
  }
  return { records: book.close(), unread: unread.slice(0, limits.dnsUnreadMax) }
}

/** Windows' nslookup writes the strings of a text one below the other, under `name text =`. */
function joinTexts(entries: readonly Entry[]): Entry[] {
  const joined: Entry[] = []
  for (const entry of entries) {
    const last = joined.at(-1)
    const isOpen = last?.tokens.some(({ text }, at) => text === '=' && at === 2)
    const isText = entry.comment === undefined && entry.tokens.every((one) => one.isQuoted)
    if (last === undefined || !isOpen || !isText) joined.push(entry)
    else joined[joined.length - 1] = { ...last, tokens: [...last.tokens, ...entry.tokens] }
  }
  return joined
}

/** What goes on from line to line of a zone file: where names begin, and the name above. */
interface ZoneContext {
  origin: string
  above: string
}

function readEntry(
  entry: Entry,
  context: ZoneContext,
  book: AnswerBook,
): UnreadLine['reason'] | undefined {
  const [first, second] = entry.tokens
  if (first?.text.toUpperCase() === '$ORIGIN') {
    context.origin = toDnsName(second?.text ?? '') ?? ''
    return undefined
  }
  const { origin, above } = context
  const answer = toZoneAnswer(entry, above, origin) ?? toSpokenAnswer(entry)
  // Sentences around the answers are no answers; a value whose name is missing was meant as one.
  if (answer === undefined) return entry.tokens.some((one) => one.isQuoted) ? 'no-name' : undefined
  context.above = answer.name
  if (answer.type === 'other') return undefined
  if (entry.isBroken) return 'cut-off'
  const name = toDnsName(answer.name, origin)
  if (name === undefined) return 'bad-name'
  if (answer.value === undefined) return 'bad-value'
  return book.add(name, answer.type, answer.value) ? undefined : 'over-many'
}

/** dig's headings: how the question ended, what was asked, when. */
function readComment(comment: string, book: AnswerBook): UnreadLine['reason'] | undefined {
  const status = /^->>HEADER<<-.{0,80}\bstatus: ([A-Z]{2,20})/.exec(comment)?.[1]
  if (status !== undefined) {
    const isAnswer = status === 'NOERROR' || status === 'NXDOMAIN'
    book.begin(isAnswer)
    return isAnswer ? undefined : 'no-answer'
  }
  const section = /^([A-Z]{4,12}) (?:PSEUDO)?SECTION:/.exec(comment)?.[1]
  if (section !== undefined) book.enter(section)
  const asked = /^(\S{1,254})\s+IN\s+(TXT|A|AAAA|MX)$/.exec(comment.trim())
  if (asked !== null) book.ask(toDnsName(asked[1] ?? ''), asked[2] as DnsRecord['type'])
  const when = /^WHEN: (.{1,60})$/.exec(comment.trim())?.[1]
  if (when !== undefined) book.date(parseRegistryDay(when))
  // The last line of what dig prints, and the first.
  if (/^(?:MSG SIZE|<<>> DiG)/.test(comment)) book.end()
  return undefined
}
