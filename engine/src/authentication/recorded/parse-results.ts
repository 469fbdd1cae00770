import { limits } from '../../limits.ts'
import { type Token, tokenise } from './tokenise.ts'

/** One statement of a server about one method (RFC 8601 §2.2 `resinfo`). */
export interface RecordedResult {
  /** `spf`, `dkim`, `dmarc`, `compauth` and the like, in lower case. */
  readonly method: string
  readonly result: string
  readonly reason?: string
  /** `header.d`, `smtp.mailfrom` and the like, in lower case, with the first value of each. */
  readonly properties: ReadonlyMap<string, string>
  /** What stands in brackets: policies, sending addresses. */
  readonly comments: readonly string[]
}

export interface RecordedResults {
  /** The authserv-id; undefined when the server does not name itself, as Microsoft's do not. */
  readonly server?: string
  /** Instance of an ARC set (`i=`). */
  readonly instance?: number
  readonly results: readonly RecordedResult[]
}

/** Reads Authentication-Results and ARC-Authentication-Results as real servers write them. */
export function parseResults(value: string): RecordedResults {
  const clauses = splitClauses(tokenise(value))
  const first = clauses[0] ?? []
  const instance = isPair(first, 'i') ? Number(first[2]?.text) : undefined
  const rest = instance === undefined ? clauses : clauses.slice(1)
  const head = rest[0] ?? []
  const server = head[1]?.kind === '=' ? undefined : head[0]?.text.toLowerCase()
  // Some servers forget the semicolon behind their name: "mx.example spf=pass".
  const joined = server === undefined ? head : skipVersion(head.slice(1))
  const results = [joined, ...rest.slice(1)].flatMap((clause) => toResult(clause) ?? [])
  return {
    ...(server === undefined ? {} : { server }),
    ...(instance === undefined || !Number.isInteger(instance) ? {} : { instance }),
    results: results.slice(0, limits.authenticationChecksMax),
  }
}

function splitClauses(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]]
  for (const token of tokens) {
    if (token.kind === ';') clauses.push([])
    else clauses.at(-1)?.push(token)
  }
  return clauses.map((clause) => moveComments(clause))
}

/** Comments may stand anywhere, even before the name: they are put behind everything else. */
function moveComments(clause: readonly Token[]): Token[] {
  const comments = clause.filter(({ kind }) => kind === 'comment')
  if (comments.length === 0) return [...clause]
  return [...clause.filter(({ kind }) => kind !== 'comment'), ...comments]
}

function isPair(clause: readonly Token[], name: string): boolean {
  return clause[0]?.text.toLowerCase() === name && clause[1]?.kind === '='
}

function skipVersion(clause: readonly Token[]): readonly Token[] {
  return /^\d{1,3}$/.test(clause[0]?.text ?? '') && clause[1]?.kind !== '='
    ? clause.slice(1)
    : clause
}

function toResult(clause: readonly Token[]): RecordedResult | undefined {
  const [name] = clause
  // The method may have a version, with spaces: "dkim / 1 = pass".
  const equals = clause[1]?.text.startsWith('/') ? 3 - Number(clause[1].text.length > 1) : 1
  const value = clause[equals + 1]
  if (name?.kind !== 'word' || clause[equals]?.kind !== '=' || value === undefined) return undefined
  const method = name.text.toLowerCase().split('/')[0] ?? ''
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(method) || value.kind !== 'word') return undefined
  const properties = readProperties(clause.slice(equals + 2))
  const reason = properties.get('reason')
  return {
    method,
    result: value.text.toLowerCase().slice(0, RESULT_CHARS_MAX),
    ...(reason === undefined ? {} : { reason }),
    properties,
    comments: clause.filter(({ kind }) => kind === 'comment').map(({ text }) => text),
  }
}

const RESULT_CHARS_MAX = 40

/** `ptype.property=value`; a value goes on as long as no white space stands in it (`"a b"@c.example`). */
function readProperties(tokens: readonly Token[]): Map<string, string> {
  const properties = new Map<string, string>()
  for (let at = 0; at + 2 < tokens.length; at++) {
    const name = tokens[at]
    if (name?.kind !== 'word' || tokens[at + 1]?.kind !== '=') continue
    let end = at + 2
    let value = ''
    for (let next = tokens[end]; next !== undefined; next = tokens[end]) {
      const isFirst = end === at + 2
      if (next.kind === 'comment' || (!isFirst && !next.isAttached)) break
      value += next.text
      end += 1
    }
    const key = name.text.toLowerCase()
    if (!properties.has(key)) properties.set(key, value)
    at = end - 1
  }
  return properties
}
