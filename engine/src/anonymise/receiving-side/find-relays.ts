import { readHopNames } from '../../authentication/path/hop-names.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { HeaderField, ReceivedHop } from '../../evidence/message.ts'
import { findAddressesInText } from '../../techniques/reading/text-addresses.ts'
import { OF_LISTS } from './list-words.ts'
import { listIds } from './read-rewriting.ts'

/**
 * Domains of who passed the mail on to its recipient under another name than its sender's: the provider's forwarder,
 * which rewrites the address for bounces (SRS) or says that it sent the mail again (RFC 5322 §3.6.6), and its mailing lists
 * (RFC 2369, RFC 2919). Senders can write these fields too.
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
  const resent = read('resent-from', 'resent-sender').flatMap(findAddressesInText)
  const answers = new Set(
    [...read('reply-to').flatMap(findAddressesInText), ...senders].map(
      ({ organisation }) => organisation,
    ),
  )
  const takers = new Set(hops.flatMap((hop) => takenFrom(hop, from)))
  return [
    ...senders.filter(({ localPart }) => OF_LISTS.test(localPart)),
    ...[...bounces, ...senders].filter(({ organisation }) => takers.has(organisation)),
  ]
    .map(({ domain }) => domain)
    .concat(
      lists,
      read('return-path').flatMap(listRewritten),
      [...resent, ...read(FORWARDED_FOR).flatMap(findForwarder)].map(({ domain }) => domain),
      read(...OF_LIST, ...(fields.some(({ key }) => ML.test(key)) ? ['errors-to'] : [])).flatMap(
        (value) => findAddressesInText(value).map(({ domain }) => domain),
      ),
      // Whoever sends to many says how to leave: a list's are its words where answers go to it too.
      read(...LEAVING)
        .flatMap(listPlaces)
        .filter((domain) => answers.has(toOrganisation(domain))),
    )
    .filter((domain) => !from.has(toOrganisation(domain)))
}

/** Fields are one line each; what is longer was made to be slow to read. */
const FIELD_CHARS_MAX = 2_000
/** Sender Rewriting Scheme, and Gmail's own forwarding. */
const REWRITTEN = /^srs[01][=+-]|\+(?:srs|caf_)=/i
/** `forward@…`, and where lists take what comes back, the recipient behind it or not: `info-bounces+a=b.example@…`. */
const OF_FORWARDERS =
  /^(?:forward(?:er|ing)?|fwd|redirect|alias)(?:[-_.+=]|$)|^btv1==|^owner-|[a-z\d]-(?:bounces?|owner|admin|errors?|request|return-\d+)(?:[+=-]|$)/i
/** Gmail: whom it forwarded for, then to whom. */
const FORWARDED_FOR = 'x-forwarded-for'
const findForwarder = (value: string) => findAddressesInText(value).slice(0, 1)
/** Where lists that are older than RFC 2369, or keep to one of its fields, name themselves. */
const OF_LIST = [
  'list-help',
  'list-owner',
  'mailing-list',
  'x-mailing-list',
  'x-loop',
  'x-ml-address',
]
const ML = /^x-ml-?(?:name|count|info|server|address)/u
const LEAVING = ['list-unsubscribe', 'list-subscribe', 'list-archive']
const PLACE = /https?:\/\/([a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63}){1,20})/giu
const listPlaces = (value: string): readonly string[] => [
  ...findAddressesInText(value).map(({ domain }) => domain),
  ...[...value.matchAll(PLACE)].map(([, host = '']) => host.toLowerCase()),
]
const REWRITTEN_ADDRESS =
  /^\s*<?([^<>\s@]{1,500})@([a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63}){1,20})>?\s*$/i

/** Read by itself: the text in it looks like an address of its own. */
function listRewritten(value: string): readonly string[] {
  const [, localPart = '', domain = ''] = REWRITTEN_ADDRESS.exec(value) ?? []
  const isPassedOn = REWRITTEN.test(localPart) || OF_FORWARDERS.test(localPart)
  return isPassedOn ? [domain.toLowerCase()] : []
}

/** Who took the mail from a server of its sender's. */
function takenFrom(hop: ReceivedHop, from: ReadonlySet<string>): readonly string[] {
  const { claimed, recorded } = readHopNames(hop)
  const isSenders = [claimed, recorded].some(
    (name) => name !== undefined && from.has(toOrganisation(name)),
  )
  return isSenders && hop.byName !== undefined ? [toOrganisation(hop.byName.toLowerCase())] : []
}
