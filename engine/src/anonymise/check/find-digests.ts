import { createHash } from 'node:crypto'
import { getDomainWithoutSuffix } from 'tldts'
import type { TraceOrganisation, Traces } from '../traces.ts'
import type { NumberHit, NumberTrace } from './find-numbers.ts'

const ALGORITHMS = ['md5', 'sha1', 'sha256'] as const

/** Whole digests in hexadecimal (32, 40, 64 signs), Base32 (26, 32, 52) and Base64 (22, 27, 43). */
const RUNS = /(?<![A-Za-z0-9])[A-Za-z0-9+/_-]{22,64}(?![A-Za-z0-9])/gu
const LENGTHS: ReadonlySet<number> = new Set([22, 26, 27, 32, 40, 43, 52, 64])

/**
 * Digests of addresses, domains and names: whoever knows whom he looks for computes the same, and a host or a file that
 * is called so tells him.
 */
export function buildDigestSearch(traces: Traces): (text: string) => readonly NumberHit[] {
  const known = new Map<string, NumberTrace>()
  for (const organisation of traces.organisations)
    for (const [value, trace] of listValues(organisation))
      for (const digest of spellDigests(value))
        known.set(digest, { trace, organisationId: organisation.id })
  return (text) =>
    [...text.matchAll(RUNS)].flatMap(({ 0: run, index }) =>
      listParts(run).flatMap(({ part, at }) => {
        const found = LENGTHS.has(part.length) ? known.get(fold(part)) : undefined
        const start = index + at
        return found === undefined ? [] : [{ ...found, start, end: start + part.length }]
      }),
    )
}

/** A run, and what stands between its hyphens: `login-ee85…`. */
function listParts(run: string): readonly { readonly part: string; readonly at: number }[] {
  const parts = [...run.matchAll(/[A-Za-z0-9]+/gu)].map(({ 0: part, index }) => ({
    part,
    at: index,
  }))
  return parts.length === 1 ? parts : [{ part: run, at: 0 }, ...parts]
}

/** Each value to be digested with the trace it comes from. */
function listValues(one: TraceOrganisation): readonly (readonly [string, string])[] {
  const addresses = one.people.flatMap((person) => person.addresses)
  const pairs: (readonly [string, string])[] = [
    ...one.names.map((name) => [name, name] as const),
    ...[...one.domains, ...one.hosts].map((place) => [place, place] as const),
    ...one.domains.map((domain) => [toLabel(domain), domain] as const),
    ...addresses.map((address) => [address, address] as const),
    ...addresses.map((address) => [address.slice(0, address.lastIndexOf('@')), address] as const),
  ]
  return pairs
    .flatMap(([value, trace]) => [[value, trace] as const, [value.toLowerCase(), trace] as const])
    .filter(([value]) => value !== '')
}

const toLabel = (domain: string): string =>
  getDomainWithoutSuffix(domain, { allowPrivateDomains: true }) ?? ''

function spellDigests(value: string): readonly string[] {
  return ALGORITHMS.flatMap((algorithm) => {
    const bytes = createHash(algorithm).update(value).digest()
    return [bytes.toString('hex'), spellBase32(bytes), bytes.toString('base64url')].map(fold)
  })
}

/** Names of hosts know no capitals; both alphabets of Base64 (RFC 4648 §4, §5) as one. */
const fold = (digest: string): string =>
  digest.toLowerCase().replace(/\+/gu, '-').replace(/\//gu, '_')

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'
function spellBase32(bytes: Uint8Array): string {
  let spelt = ''
  let [bits, count] = [0, 0]
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    for (count += 8; count >= 5; count -= 5) spelt += BASE32[(bits >> (count - 5)) & 31] ?? ''
    bits &= (1 << count) - 1
  }
  return count === 0 ? spelt : spelt + (BASE32[(bits << (5 - count)) & 31] ?? '')
}
