import { memoise } from '../../memoise.ts'
import type { HeaderField } from '../message.ts'

/** Longest Received value that is read; real ones stay under 1,500. */
const CHARS_MAX = 4_000

const CLAUSES = ['from', 'by', 'via', 'with', 'id', 'for'] as const
type Clause = (typeof CLAUSES)[number]

/** A Received value taken apart (RFC 5321 §4.4). */
export interface ReceivedTrace {
  /** The whole value in one line, cut to the length that is read. */
  readonly text: string
  /** What stands behind each keyword, up to the next one; of two equal keywords the first counts. */
  readonly clauses: ReadonlyMap<Clause, string>
  /** What stands behind the last semicolon. */
  readonly date: string | undefined
}

/** Both the hop and its names are read from it. */
export const readTrace = memoise((header: HeaderField): ReceivedTrace => {
  const text = header.value.slice(0, CHARS_MAX).replace(/\s+/g, ' ')
  const semicolon = text.lastIndexOf(';')
  const trace = semicolon < 0 ? text : text.slice(0, semicolon)
  return {
    text,
    clauses: findClauses(trace),
    date: semicolon < 0 ? undefined : text.slice(semicolon + 1),
  }
})

/** What stands behind each keyword, up to the next one; of two equal keywords the first counts. */
function findClauses(trace: string): ReadonlyMap<Clause, string> {
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
