import { z } from 'zod'
import { Bilingual, Day, GroupId } from 'contract/common'
import { GroupKind, GroupLane } from 'contract/community'

/** How long one organisation was in one group. Joining counts from its day on, leaving no longer counts on its day. */
export const MembershipSpan = z.object({
  groupId: GroupId,
  /** Tells organisations apart; says nothing about which one it is. */
  organisation: z.union([z.string(), z.number()]),
  joinedOn: Day,
  leftOn: Day.optional(),
  /** Organisations behind it, when it is an association. */
  constituentCount: z.number().int(),
})
export type MembershipSpan = z.infer<typeof MembershipSpan>

export const GroupRecord = z.object({
  groupId: GroupId,
  kind: GroupKind,
  name: Bilingual,
  lane: GroupLane,
  laneSetOn: Day.optional(),
  createdOn: Day,
})
export type GroupRecord = z.infer<typeof GroupRecord>

/** Memberships in force on a day. */
export function spansOn(spans: readonly MembershipSpan[], day: string): MembershipSpan[] {
  return spans.filter(
    ({ joinedOn, leftOn }) => joinedOn <= day && (leftOn === undefined || leftOn > day),
  )
}
