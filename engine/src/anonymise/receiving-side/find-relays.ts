import { readHopNames } from '../../authentication/path/hop-names.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { HeaderField, ReceivedHop } from '../../evidence/message.ts'
import { findAddressesInText } from '../../techniques/reading/text-addresses.ts'
import { listIds } from './read-rewriting.ts'

/**
 * Domains of who passed the mail on to its recipient under another name than its sender's: the provider's forwarder,
 * which rewrites the address for bounces (SRS), and its mailing lists (RFC 2919). Senders can write these fields too.
 */
export function findRelays(
  fields: readonly HeaderField[],
  hops: readonly ReceivedHop[],
  from: ReadonlySet<string>,
): readonly string[] {
  const read = (...keys: readonly string[]) =>
    fields
      .filter(({ key }) => keys.includes(key))
      .map(({ value }) => value.slice(0, FIELD_CHARS_MAX))
  const bounces = read('return-path').flatMap(findAddressesInText)
  const lists = read('list-id').flatMap(listIds)
  const senders = read('sender').flatMap(findAddressesInText)
  const takers = new Set(hops.flatMap((hop) => takenFrom(hop, from)))
  return [
    ...senders.filter(({ localPart }) => OF_LISTS.test(localPart)),
    ...[...bounces, ...senders].filter(({ organisation }) => takers.has(organisation)),
  ]
    .map(({ domain }) => domain)
    .concat(lists, read('return-path').flatMap(listRewritten))
    .filter((domain) => !from.has(toOrganisation(domain)))
}

/** Fields are one line each; what is longer was made to be slow to read. */
const FIELD_CHARS_MAX = 2_000
/** Sender Rewriting Scheme, and Gmail's own forwarding. */
const REWRITTEN = /^srs[01][=+-]|\+(?:srs|caf_)=/i
const OF_LISTS = /^owner-|-(?:owner|bounces?|admin|request)$/i
const REWRITTEN_ADDRESS =
  /^\s*<?([^<>\s@]{1,500})@([a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63}){1,20})>?\s*$/i

/** Read by itself: the text in it looks like an address of its own. */
function listRewritten(value: string): readonly string[] {
  const [, localPart = '', domain = ''] = REWRITTEN_ADDRESS.exec(value) ?? []
  return REWRITTEN.test(localPart) ? [domain.toLowerCase()] : []
}

/** Who took the mail from a server of its sender's. */
function takenFrom(hop: ReceivedHop, from: ReadonlySet<string>): readonly string[] {
  const { claimed, recorded } = readHopNames(hop)
  const isSenders = [claimed, recorded].some(
    (name) => name !== undefined && from.has(toOrganisation(name)),
  )
  return isSenders && hop.byName !== undefined ? [toOrganisation(hop.byName.toLowerCase())] : []
}
