import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { HeaderField } from '../../evidence/message.ts'
import { findAddressesInText, type TextAddress } from '../../techniques/reading/text-addresses.ts'
import { OF_LISTS } from './list-words.ts'

/** What a header tells of a list that has put itself in the place of the mail's sender. */
export interface Rewriting {
  /** Domains of `From` that stand for such a list of the receiving side. */
  readonly lists: readonly string[]
  /** The same where nothing but the sender's word shows whose the list is. */
  readonly claimedLists: readonly string[]
  /** Mailboxes that such a list has taken out of `From`, as the header says. */
  readonly originals: readonly TextAddress[]
}

/**
 * A list of the receiving side puts itself in the place of a sender whose mail no longer proves itself (DMARC), as Google
 * Groups and Mailman do: `Desk via Info <info@…>`, and the sender in a field of its own. Senders can write all of that,
 * to have their own places left out and an innocent's published: whose the list is, `ofReceiving` tells.
 */
export function readRewriting(
  fields: readonly HeaderField[],
  ofReceiving: ReadonlySet<string>,
): Rewriting {
  const valuesOf = (...keys: readonly string[]) =>
    fields
      .filter(({ key }) => keys.includes(key))
      .map(({ value }) => value.slice(0, FIELD_CHARS_MAX))
  const from = valuesOf('from').flatMap((value) =>
    findAddressesInText(value).map((one) => ({ ...one, isVia: VIA.test(value) })),
  )
  const senders = new Set(from.map(({ organisation }) => organisation))
  // A list that leaves `From` as it is may repeat it.
  const originals = valuesOf(...ORIGINALS)
    .flatMap(findAddressesInText)
    .filter(({ organisation }) => !senders.has(organisation))
    .slice(0, ORIGINALS_MAX)
  const lists = new Set(valuesOf(...LISTS).flatMap(listPlaces))
  const answers = valuesOf('reply-to').flatMap(findAddressesInText)
  const isAnsweredElsewhere =
    answers.length > 0 && !answers.some(({ organisation }) => senders.has(organisation))
  const keepers = new Set(
    valuesOf('sender')
      .flatMap(findAddressesInText)
      .filter(({ localPart }) => OF_LISTS.test(localPart))
      .map(({ organisation }) => organisation),
  )
  const rewritten = from.filter(
    ({ organisation, isVia }) =>
      originals.length > 0 ||
      (isVia && (lists.has(organisation) || isAnsweredElsewhere)) ||
      // Lists that put themselves there without a word leave the author to the answers.
      (isAnsweredElsewhere && (lists.has(organisation) || keepers.has(organisation))),
  )
  const domainsOf = (isMeant: boolean): readonly string[] =>
    rewritten
      .filter(({ organisation }) => ofReceiving.has(organisation) === isMeant)
      .map(({ domain }) => domain)
  return { lists: domainsOf(true), claimedLists: domainsOf(false), originals }
}

const LISTS = ['list-id', 'list-post', 'x-beenthere', 'mailing-list']
const ORIGINALS = ['x-original-from', 'x-original-sender', 'x-mailman-original-from']
const VIA = /\bvia\b|経由/iu
/** A mail has one author; who names more has something else in mind. */
const ORIGINALS_MAX = 5
/** Fields are one line each; what is longer was made to be slow to read. */
const FIELD_CHARS_MAX = 2_000
const LIST_ID = /<(?:[^<>\s@]{1,100}@)?([a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63}){1,20})>/gi

const listPlaces = (value: string): readonly string[] => [
  ...findAddressesInText(value).map(({ organisation }) => organisation),
  ...listIds(value).map(toOrganisation),
]

/** Names of lists (RFC 2919). */
export const listIds = (value: string): readonly string[] =>
  [...value.matchAll(LIST_ID)].flatMap(([, name]) => name?.toLowerCase() ?? [])
