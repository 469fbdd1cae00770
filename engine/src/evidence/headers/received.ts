import type { HeaderField, ReceivedHop } from '../message.ts'
import { splitAddress } from './addresses.ts'
import { parseDate } from './date.ts'
import { parseIp } from './ip-address.ts'

/** Longest Received value that is read; real ones stay under 1,500. */
const CHARS_MAX = 4_000

/** Reads one Received field (RFC 5321 §4.4) with the forms that real servers write. */
export function parseReceived(header: HeaderField): ReceivedHop {
  const text = header.value.slice(0, CHARS_MAX).replace(/\s+/g, ' ')
  const semicolon = text.lastIndexOf(';')
  const trace = semicolon < 0 ? text : text.slice(0, semicolon)
  const clauses = findReceivedClauses(trace)
  const from = clauses.get('from')
  const at = semicolon < 0 ? undefined : parseDate(text.slice(semicolon + 1))
  const hop: { -readonly [K in keyof ReceivedHop]: ReceivedHop[K] } = { header }
  const fromName = firstWord(from)
  if (fromName !== undefined) hop.fromName = fromName
  const fromIp = from === undefined ? undefined : findIp(from)
  if (fromIp !== undefined) hop.fromIp = fromIp
  const byName = firstWord(clauses.get('by'))
  if (byName !== undefined) hop.byName = byName
  const withProtocol = firstWord(clauses.get('with'))?.toUpperCase()
  if (withProtocol !== undefined) hop.withProtocol = withProtocol
  const forAddress = toForAddress(clauses.get('for'))
  if (forAddress !== undefined) hop.forAddress = forAddress
  if (at !== undefined) hop.at = at
  return hop
}

/** The same text with everything in parentheses blanked, so that clauses are not seen inside. */
function blankComments(text: string): string {
  if (!text.includes('(')) return text
  const inner = text.replace(COMMENT, blank)
  return inner.includes('(') ? inner.replace(COMMENT, blank) : inner
}

const COMMENT = /\([^()]*\)/g

function blank(comment: string): string {
  return ' '.repeat(comment.length)
}

const CLAUSES = ['from', 'by', 'via', 'with', 'id', 'for'] as const
type Clause = (typeof CLAUSES)[number]

/** What stands behind each keyword, up to the next one; of two equal keywords the first counts. */
export function findReceivedClauses(trace: string): ReadonlyMap<Clause, string> {
  const clauses = new Map<Clause, string>()
  let open: { readonly name: Clause; readonly start: number } | undefined
  const close = (end: number) => {
    if (open !== undefined && !clauses.has(open.name))
      clauses.set(open.name, trace.slice(open.start, end).trim())
  }
  const outside = blankComments(trace)
  let start = 0
  for (let end = outside.indexOf(' '); end >= 0; end = outside.indexOf(' ', start)) {
    const name = toClause(outside, start, end)
    if (name !== undefined) {
      close(start)
      open = { name, start: end + 1 }
    }
    start = end + 1
  }
  close(trace.length)
  return clauses
}

/** The keyword that this word is; undefined for other words. */
function toClause(text: string, start: number, end: number): Clause | undefined {
  if (end - start < 2 || end - start > 4) return undefined
  const word = text.slice(start, end).toLowerCase()
  return CLAUSES.find((name) => name === word)
}

function firstWord(clause: string | undefined): string | undefined {
  const word = /^[^\s()]+/.exec(clause ?? '')?.[0]
  return word === undefined || word === '' ? undefined : word
}

/** The address the receiver saw stands in the comment; a HELO name in brackets proves nothing. */
function findIp(from: string): string | undefined {
  const comments = from.slice(Math.max(0, from.indexOf('(')))
  const bracketed = /\[([^\]\s]{3,60})\]/g
  for (const match of comments.matchAll(bracketed)) {
    const ip = parseIp(match[1] ?? '')
    if (ip !== undefined) return ip
  }
  for (const word of comments.split(/[\s()[\],=;]+/)) {
    const ip = parseIp(word)
    if (ip !== undefined) return ip
  }
  return parseIp(firstWord(from) ?? '')
}

function toForAddress(clause: string | undefined): string | undefined {
  const word = firstWord(clause)?.replace(/^<+|(?<!>)>+$/g, '')
  if (word === undefined || !word.includes('@')) return undefined
  const { localPart, domain } = splitAddress(word)
  return `${localPart}@${domain}`
}
