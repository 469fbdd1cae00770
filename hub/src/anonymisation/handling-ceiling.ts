import type { Bilingual, Tlp } from 'contract/common'
import type { Wishes } from 'contract/intake'
import { isWider, strictest } from './tlp-rules.ts'

/** What one submission of a case allows (SPEC I-6). */
export interface ProviderWishes {
  /** Absent for the hub's own collection and for someone outside the community. */
  readonly organisationId?: string | undefined
  readonly wishes: Wishes
  /** Groups the provider acts in today. */
  readonly ownGroupIds: readonly string[]
}

/** The widest handling that every provider allows. */
export interface HandlingCeiling {
  readonly tlp: Tlp
  readonly groupIds: readonly string[]
}

/** Groups this submission may go to: those named, else all of the provider's own; the hub's own may go anywhere. */
export function groupsAllowed(
  one: ProviderWishes,
  everyGroupId: readonly string[],
): readonly string[] {
  if (one.wishes.groupIds.length > 0) return one.wishes.groupIds
  return one.organisationId === undefined ? everyGroupId : one.ownGroupIds
}

export function toCeiling(
  all: readonly ProviderWishes[],
  everyGroupId: readonly string[],
): HandlingCeiling {
  return {
    tlp: strictest(all.map(({ wishes }) => wishes.tlp)),
    groupIds: all.reduce<readonly string[]>((left, one) => {
      const allowed = new Set(groupsAllowed(one, everyGroupId))
      return left.filter((groupId) => allowed.has(groupId))
    }, everyGroupId),
  }
}

export interface NamedGroup {
  readonly groupId: string
  readonly name: Bilingual
  readonly organisationCount: number
  /** Providers among its organisations. */
  readonly providersInside: number
}

/** Organisations from which on "one of the recipients was attacked" no longer points at one of two. */
export const ORGANISATIONS_PER_GROUP_MIN = 3
/** Who is no provider needs company: the only one left knows that it was all the others. */
const OTHERS_PER_GROUP_MIN = 2

/** So few that a member finds the provider by leaving out who it was not (T72). */
const isSmall = ({ organisationCount, providersInside }: NamedGroup): boolean =>
  organisationCount < ORGANISATIONS_PER_GROUP_MIN ||
  (providersInside > 0 && organisationCount - providersInside < OTHERS_PER_GROUP_MIN)

/**
 * What a release would ask of a provider beyond its wishes, one sentence each; empty when nothing.
 * Seen from that provider alone, so that the sentence tells nothing of another's wishes.
 */
export function findExcess(
  tlp: Tlp,
  groups: readonly NamedGroup[],
  ceiling: HandlingCeiling,
): Bilingual[] {
  const outside = groups.filter(({ groupId }) => !ceiling.groupIds.includes(groupId))
  const small = groups.filter(isSmall)
  return [
    ...(isWider(tlp, ceiling.tlp) ? [sayWiderLabel(tlp, ceiling.tlp)] : []),
    ...outside.map(({ name }) => sayOtherGroup(name)),
    ...small.map(({ name }) => saySmallGroup(name)),
  ]
}

const sayWiderLabel = (tlp: Tlp, ceiling: Tlp): Bilingual => ({
  ja: `TLP:${tlp} で共有します（ご希望は TLP:${ceiling} まで）。`,
  en: `Shared as TLP:${tlp}; the wish was TLP:${ceiling} at most.`,
})
const sayOtherGroup = (name: Bilingual): Bilingual => ({
  ja: `ご希望の共有先に含まれない「${name.ja}」にも共有します。`,
  en: `Shared with ${name.en} too, which is not among the groups wished for.`,
})
const saySmallGroup = (name: Bilingual): Bilingual => ({
  ja: `「${name.ja}」は参加組織が少なく、提供元を推測されるおそれがあります。`,
  en: `${name.en} has so few organisations that the provider might be guessed.`,
})
