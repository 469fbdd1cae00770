import { toAsciiDomain } from '../../evidence/headers/addresses.ts'
import { parseTagList } from '../tag-list.ts'
import type { Canonicalisation } from './canonical-body.ts'

/** A DKIM-Signature or ARC-Message-Signature field, ready to be verified (RFC 6376 §3.5, RFC 8617 §4.1.2). */
export interface Signature {
  readonly domain: string
  readonly selector: string
  readonly algorithm: 'rsa' | 'ed25519'
  readonly hash: 'sha256' | 'sha1'
  readonly bodyHash: string
  readonly signature: Buffer
  readonly fields: readonly string[]
  readonly headerHow: Canonicalisation
  readonly bodyHow: Canonicalisation
  /** `l=`: only so many bytes of the body are signed, and anybody may append more. */
  readonly length?: number
  /** Domain of `i=`. */
  readonly identity: string
  isExpiredAt(moment: Date): boolean
}

const ALGORITHMS: Readonly<Record<string, Pick<Signature, 'algorithm' | 'hash'>>> = {
  'rsa-sha256': { algorithm: 'rsa', hash: 'sha256' },
  'rsa-sha1': { algorithm: 'rsa', hash: 'sha1' },
  'ed25519-sha256': { algorithm: 'ed25519', hash: 'sha256' },
}

/** More names than any signer lists; each costs one look-up. */
const FIELDS_MAX = 200

/**
 * Undefined when a required tag is missing or says what the standard does not know. In ARC `i=` is
 * the number of the set, and `v=` means nothing.
 */
export function parseSignature(
  value: string,
  kind: 'dkim' | 'arc' = 'dkim',
): Signature | undefined {
  const tags = parseTagList(value)
  const algorithm = ALGORITHMS[tags?.get('a')?.toLowerCase() ?? '']
  if (tags === undefined || algorithm === undefined) return undefined
  if (kind === 'dkim' && (tags.get('v') ?? '1') !== '1') return undefined
  const [domain, selector, bodyHash, signature, names] = ['d', 's', 'bh', 'b', 'h'].map((tag) =>
    tags.get(tag)?.replace(/\s+/g, ''),
  )
  if (!domain || !selector || !bodyHash || !signature || !names) return undefined
  const how = readHow(tags.get('c') ?? 'simple/simple')
  if (how === undefined) return undefined
  const named = (kind === 'dkim' ? tags.get('i') : undefined) ?? `@${domain}`
  const identity = toAsciiDomain(named.replace(/^[^]*@/, ''))
  const own = toAsciiDomain(domain)
  if (identity !== own && !identity.endsWith(`.${own}`)) return undefined
  const length = readNumber(tags.get('l'))
  const expiry = readNumber(tags.get('x'))
  return {
    ...algorithm,
    ...how,
    domain: own,
    selector: selector.toLowerCase(),
    bodyHash,
    signature: Buffer.from(signature, 'base64'),
    fields: names.split(':').slice(0, FIELDS_MAX),
    ...(length === undefined ? {} : { length }),
    identity,
    isExpiredAt: (moment) => expiry !== undefined && moment.getTime() / 1000 > expiry,
  }
}

function readHow(text: string): Pick<Signature, 'headerHow' | 'bodyHow'> | undefined {
  const [header = '', body = 'simple'] = text.toLowerCase().split('/')
  const isKnown = (how: string): how is Canonicalisation => how === 'simple' || how === 'relaxed'
  const [headerHow, bodyHow] = [header.trim(), body.trim()]
  return isKnown(headerHow) && isKnown(bodyHow) ? { headerHow, bodyHow } : undefined
}

function readNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
