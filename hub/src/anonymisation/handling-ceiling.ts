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
}

/**
 * A reader leaves out its own organisation: in a group of three it is left with two, and one word about either gives
 * away the other. From four on it is left with three it could have been. How many of a group are providers is no part
 * of this rule: each provider reads what the rule says, and would read from it that there are others (T72). What the
 * hub must know of providers in a group stands on its release page alone.
 */
export const ORGANISATIONS_PER_GROUP_MIN = 4

const isSmall = ({ organisationCount }: NamedGroup): boolean =>
  organisationCount < ORGANISATIONS_PER_GROUP_MIN

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
