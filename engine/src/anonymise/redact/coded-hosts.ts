import { memoise, memoiseByContent } from '../../memoise.ts'
import type { Traces } from '../traces.ts'
import { buildDigestIndex, type Digestible, type DigestIndex } from './digest-index.ts'
import type { ImitationIndex } from './find-imitated.ts'
import type { NameIndex } from './match-names.ts'
import { tellingLabels } from './name-keys.ts'
import { readCode } from './read-code.ts'

/** A mailbox that the mails themselves say they were for. */
export interface OwnedMailbox {
  readonly address: string
  readonly organisationId: string
}

/**
 * Whom a label of a host tells of in a code that anybody can read or compute: the bytes of a name, or the digest of an
 * address. Whoever makes a free host for each recipient needs to register nothing (T19).
 */
export function buildCodedHosts(
  traces: Traces,
  names: NameIndex,
  mailboxes: readonly OwnedMailbox[] = [],
): ImitationIndex {
  const indexes = [digestsOf(traces), digestsOfMailboxes(mailboxes)]
  const ownerOf = (label: string): string | undefined => {
    const pieces = [label, ...label.split('-')]
    const digested = pieces.flatMap((piece) => indexes.map((index) => index(piece)))
    return (
      digested.find((owner) => owner !== undefined) ??
      pieces.flatMap((piece) => readCode(piece).flatMap((text) => names.find(text)))[0]?.name
        .organisationId
    )
  }
  return (domain) => {
    for (const label of domain.split('.').slice(0, LABELS_MAX)) {
      const owner = ownerOf(label)
      if (owner !== undefined) return owner
    }
    return undefined
  }
}

/** More labels than a name of DNS holds in its 255 signs. */
const LABELS_MAX = 128
/** One for each set of providers that a hub works on in one hour. */
const INDEXES_KEPT = 4

const digestsOf = memoiseByContent(
  ({ organisations }: Traces): DigestIndex =>
    buildDigestIndex(() =>
      organisations.flatMap(({ id, names, domains, hosts, people }) => {
        const addresses = people.flatMap((person) => person.addresses)
        const places = [...domains, ...tellingLabels(domains), ...hosts]
        return toDigestible(id, [...names, ...places, ...addresses.flatMap(listParts)])
      }),
    ),
  INDEXES_KEPT,
)

/** One draft reads its case up to three times, with the same mailboxes. */
const digestsOfMailboxes = memoise(
  (mailboxes: readonly OwnedMailbox[]): DigestIndex =>
    buildDigestIndex(() =>
      mailboxes.flatMap(({ address, organisationId }) =>
        toDigestible(organisationId, listParts(address)),
      ),
    ),
)

/** An address, and what stands before its sign. */
const listParts = (address: string): readonly string[] => [
  address,
  address.slice(0, address.lastIndexOf('@')),
]

const toDigestible = (organisationId: string, values: readonly string[]): readonly Digestible[] =>
  [...new Set(values.flatMap((value) => [value, value.toLowerCase()]))]
    .filter((value) => value !== '')
    .map((value) => ({ organisationId, value }))
