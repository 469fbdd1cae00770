import type { BulletinContent, LaneCondition } from 'contract/bulletin'
import type { Bilingual } from 'contract/common'
import type { GroupLane } from 'contract/community'
import type { BulletinRecord } from './bulletin-record.ts'
import {
  LANE_WORDS as SAY,
  sayGroupAsks,
  sayGroupLets,
  sayLaterMember,
  sayOlderWish,
} from './technical-lane-words.ts'
import { isTechnicalOnly } from './technical-only.ts'

/** What one provider has said of its submission. */
export interface LaneWish {
  readonly isAlwaysAsked: boolean
  readonly approvesFirst: boolean
  /** Absent while it has said nothing. */
  readonly wishesAt?: Date | undefined
  readonly keepBack: string
  /** Groups that its provider came to after it was said: it covers none of them. */
  readonly joinedSinceIds: readonly string[]
}

/** What the technical lane is asked about: the text, the draft the hub writes of the case, and who allows what. */
export interface LaneFacts {
  readonly content: BulletinContent
  /** What the hub itself would write of the case; absent without a case. */
  readonly drafted: BulletinContent | undefined
  readonly questions: BulletinRecord['questions']
  /** Whether this very text was searched, nothing was found, and every ordinary word was looked at. */
  readonly isChecked: boolean
  readonly groups: readonly LaneGroup[]
  /** One for each submission that a member of the community provided. */
  readonly wishes: readonly LaneWish[]
  /** Whether a provider is missing from one of the groups: the rule of that group is not one it agreed on. */
  readonly isProviderOutside: boolean
  /** What the label and the groups ask beyond the wishes, and groups too small for their providers. */
  readonly excess: readonly Bilingual[]
}
export interface LaneGroup {
  readonly groupId: string
  readonly name: Bilingual
  readonly lane: GroupLane
  readonly laneSince?: Date | undefined
}

/**
 * Whether a text may leave without its providers' approval (SPEC A-3): one sentence for each condition, as it is met
 * or not. All must be. The community agreed, each provider wished so after that, and nothing but technical information
 * is in it: what a person typed, what the attacker wrote to his victim, and what tells of the victim is not.
 */
export function findLaneConditions(facts: LaneFacts): LaneCondition[] {
  const { groups, wishes, questions, content } = facts
  const isKept = questions.some(({ decided }) => decided === 'ask' || decided === 'keep')
  const isOpen = questions.some(({ decided }) => decided === undefined)
  return [
    ...(groups.length === 0 ? [unmet(SAY.nobody)] : groups.map(toGroupCondition)),
    said(wishes.length > 0 && wishes.every(mayGoUnasked), SAY.wished, SAY.seenFirst),
    ...groups
      .filter((group) => isOlderWish(group, wishes))
      .map(({ name }) => unmet(sayOlderWish(name))),
    ...groups
      .filter(({ groupId }) => wishes.some((one) => one.joinedSinceIds.includes(groupId)))
      .map(({ name }) => unmet(sayLaterMember(name))),
    said(
      wishes.every(({ keepBack }) => keepBack.trim() === ''),
      SAY.nothingKept,
      SAY.keepBack,
    ),
    said(!facts.isProviderOutside, SAY.inside, SAY.outside),
    ...(facts.excess.length === 0 ? [met(SAY.within)] : facts.excess.map(unmet)),
    said(isTechnicalOnly(content, facts.drafted), SAY.technical, SAY.written),
    said(!isKept, SAY.notIdentifying, SAY.identifying),
    said(facts.isChecked && !isOpen, SAY.checked, SAY.unchecked),
  ]
}

/** Whether every condition is met. */
export const isLaneOpen = (conditions: readonly LaneCondition[]): boolean =>
  conditions.every(({ isMet }) => isMet)

const toGroupCondition = ({ name, lane }: LaneGroup): LaneCondition =>
  said(lane === 'technical-only', sayGroupLets(name), sayGroupAsks(name))

/** Silence is no consent: who has said nothing is asked. */
const mayGoUnasked = ({ isAlwaysAsked, approvesFirst, wishesAt }: LaneWish): boolean =>
  !isAlwaysAsked && !approvesFirst && wishesAt !== undefined

/** A wish from before the group agreed on this lane was given under another rule. */
const isOlderWish = ({ lane, laneSince }: LaneGroup, wishes: readonly LaneWish[]): boolean =>
  lane === 'technical-only' &&
  laneSince !== undefined &&
  wishes.some(({ wishesAt }) => wishesAt !== undefined && wishesAt < laneSince)

const met = (say: Bilingual): LaneCondition => ({ isMet: true, say })
const unmet = (say: Bilingual): LaneCondition => ({ isMet: false, say })
const said = (isMet: boolean, yes: Bilingual, no: Bilingual): LaneCondition =>
  isMet ? met(yes) : unmet(no)
