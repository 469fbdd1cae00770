import type { Owners } from 'engine'
import type { BulletinRecord } from './bulletin-record.ts'

/** Places that somebody registered and that an analyst, asked about each, let go out as the attacker's all the same. */
export function listKeptPlaces({
  questions,
  decisions,
}: Pick<BulletinRecord, 'questions' | 'decisions'>): ReadonlySet<string> {
  const kept = questions.filter(
    ({ questionId }) =>
      questionId.startsWith('registered-place:') && decisions[questionId] === 'keep',
  )
  return new Set(kept.map(({ value }) => value))
}

/**
 * Whose places no list for blocking holds. What the hub entered of a member is never on one. A host, a network, a partner
 * or a person that a member entered by itself is off the lists until an analyst has said otherwise: a member could free
 * its accomplice by writing him into its vault.
 */
export function toOwnersForLists(
  { all, confirmed }: { readonly all: Owners; readonly confirmed: Owners },
  kept: ReadonlySet<string>,
): Owners {
  const isKept = (place: string): boolean => kept.has(place.toLowerCase())
  return {
    ofDomain: (domain) =>
      confirmed.ofDomain(domain) ?? (isKept(domain) ? undefined : all.ofDomain(domain)),
    ofIp: (address) => confirmed.ofIp(address) ?? (isKept(address) ? undefined : all.ofIp(address)),
    ofAddress: (address) => {
      const domain = address.slice(address.lastIndexOf('@') + 1)
      const isOpen = isKept(address) || isKept(domain)
      return confirmed.ofAddress(address) ?? (isOpen ? undefined : all.ofAddress(address))
    },
  }
}
