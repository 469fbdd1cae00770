import { isIpv4, parseIp } from '../evidence/headers/ip-address.ts'
import type { DnsRecord } from '../knowledge.ts'
import { limits } from '../limits.ts'
import { toDnsName } from './dns-name.ts'
import type { Entry, Token } from './read-entries.ts'

/** One record of a text; CNAME leads on to another name. */
export interface Answer {
  /** As written: a zone file's may go on with the origin. */
  readonly name: string
  readonly type: DnsRecord['type'] | 'CNAME' | 'other'
  /** Undefined when it is no value of this type. */
  readonly value: string | undefined
}

/** Types that are asked for, and those that stand around them in answers and zone files. */
const TYPE =
  /^(?:TXT|A|AAAA|MX|CNAME|SOA|NS|PTR|SRV|CAA|DS|DNSKEY|RRSIG|NSEC3?|NSEC3PARAM|SPF|HTTPS|SVCB|TLSA|DNAME)$/i
const READ = new Set(['TXT', 'A', 'AAAA', 'MX', 'CNAME'])
/** Time to live and class stand before the type in either order (RFC 1035 §5.1). */
const BEFORE_TYPE = /^(?:\d{1,10}|(?:\d{1,7}[smhdw]){1,5}|IN|CH|HS)$/i

/** `name 300 IN TXT "…"` of zone files and dig; undefined when the entry is no such line. */
export function toZoneAnswer(
  { tokens, isIndented }: Entry,
  above: string,
  origin: string,
): Answer | undefined {
  const isNameless = isIndented && isTypeAt(tokens, 0)
  const at = isNameless ? 0 : 1
  const name = isNameless ? above : (tokens[0]?.text ?? '')
  if (!isTypeAt(tokens, at)) return undefined
  const typeAt = tokens.findIndex(({ text }, index) => index >= at && !BEFORE_TYPE.test(text))
  const type = tokens[typeAt]?.text.toUpperCase() ?? ''
  return toAnswer(name, type, tokens.slice(typeAt + 1), origin)
}

function isTypeAt(tokens: readonly Token[], at: number): boolean {
  let index = at
  while (index < at + 2 && BEFORE_TYPE.test(tokens[index]?.text ?? '')) index += 1
  const token = tokens[index]
  return token !== undefined && !token.isQuoted && TYPE.test(token.text)
}

/** Sentences of `host` and `nslookup`, by the words behind the name. */
const SENTENCES: readonly (readonly [readonly string[], string])[] = [
  [['descriptive', 'text'], 'TXT'],
  [['text', '='], 'TXT'],
  [['has', 'address'], 'A'],
  [['has', 'IPv6', 'address'], 'AAAA'],
  [['mail', 'is', 'handled', 'by'], 'MX'],
  [['mail', 'exchanger', '='], 'MX'],
  [['MX', 'preference', '='], 'other'],
  [['is', 'an', 'alias', 'for'], 'CNAME'],
  [['canonical', 'name', '='], 'CNAME'],
]

/** `name descriptive text "…"` as host writes it, `name text = "…"` as nslookup does. */
export function toSpokenAnswer({ tokens }: Entry): Answer | undefined {
  const [name, ...rest] = tokens
  const found = SENTENCES.find(([words]) => words.every((word, at) => rest[at]?.text === word))
  if (name === undefined || name.isQuoted || found === undefined) return undefined
  const [words, type] = found
  return toAnswer(name.text, type, rest.slice(words.length), '')
}

function toAnswer(name: string, type: string, data: readonly Token[], origin: string): Answer {
  if (!READ.has(type)) return { name, type: 'other', value: undefined }
  return { name, type: type as Answer['type'], value: toValue(type, data, origin) }
}

function toValue(type: string, data: readonly Token[], origin: string): string | undefined {
  const last = data.at(-1)?.text ?? ''
  if (type === 'TXT') return toText(data)
  if (type === 'MX' || type === 'CNAME') return toDnsName(last, origin)
  const ip = parseIp(last)
  return ip !== undefined && isIpv4(ip) === (type === 'A') ? ip : undefined
}

/** Character-strings are joined as they are (RFC 7208 §3.3); words without marks keep their spaces. */
function toText(data: readonly Token[]): string | undefined {
  const isQuoted = data.some((one) => one.isQuoted)
  const text = data
    .filter((one) => one.isQuoted === isQuoted)
    .map((one) => one.text)
    .join(isQuoted ? '' : ' ')
  return text === '' || text.length > limits.dnsValueCharsMax ? undefined : text
}
