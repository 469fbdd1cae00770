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
  const outside = blankComments(trace)
  const from = findClause(trace, outside, 'from')
  const by = findClause(trace, outside, 'by')
  const protocol = findClause(trace, outside, 'with')
  const recipient = findClause(trace, outside, 'for')
  const at = semicolon < 0 ? undefined : parseDate(text.slice(semicolon + 1))
  return {
    header,
    ...present('fromName', firstWord(from)),
    ...present('fromIp', from === undefined ? undefined : findIp(from)),
    ...present('byName', firstWord(by)),
    ...present('withProtocol', firstWord(protocol)?.toUpperCase()),
    ...present('forAddress', toForAddress(recipient)),
    ...present('at', at),
  }
}

function present<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })
}

/** The same text with everything in parentheses blanked, so that clauses are not seen inside. */
function blankComments(text: string): string {
  let depth = 0
  let out = ''
  for (const char of text) {
    if (char === ')' && depth > 0) depth -= 1
    out += depth > 0 ? ' '.repeat(char.length) : char
    if (char === '(') depth += 1
  }
  return out
}

const CLAUSE_START = /(?:^|\s)(?:from|by|with|id|for|via)\s/gi

function findClause(text: string, outside: string, name: string): string | undefined {
  const start = new RegExp(`(?:^|\\s)${name}\\s`, 'i').exec(outside)
  if (start === null) return undefined
  const begin = start.index + start[0].length
  // The white space before the next keyword ends this clause.
  CLAUSE_START.lastIndex = begin
  const next = CLAUSE_START.exec(outside)
  return text.slice(begin, next?.index ?? text.length).trim()
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
  for (const word of comments.split(/[\s()\[\],=;]+/)) {
    const ip = parseIp(word)
    if (ip !== undefined) return ip
  }
  return parseIp(firstWord(from) ?? '')
}

function toForAddress(clause: string | undefined): string | undefined {
  const word = firstWord(clause)?.replace(/^<+|>+$/g, '')
  if (word === undefined || !word.includes('@')) return undefined
  const { localPart, domain } = splitAddress(word)
  return `${localPart}@${domain}`
}
