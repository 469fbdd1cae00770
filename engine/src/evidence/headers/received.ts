import type { HeaderField, ReceivedHop } from '../message.ts'
import { splitAddress } from './addresses.ts'
import { parseDate } from './date.ts'
import { parseIp } from './ip-address.ts'
import { readTrace } from './received-trace.ts'

/** Reads one Received field (RFC 5321 §4.4) with the forms that real servers write. */
export function parseReceived(header: HeaderField): ReceivedHop {
  const { clauses, date } = readTrace(header)
  const from = clauses.get('from')
  const at = date === undefined ? undefined : parseDate(date)
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
