import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import { closeMembership, loadMembershipForUpdate } from './membership.queries.ts'

/** Ends a membership on a day: from that day on it no longer counts and gives no access. The row stays. */
export async function leaveGroup(
  db: Db,
  actor: AuditActor,
  membershipId: string,
  leftOn: string,
): Promise<void> {
  const membership = await loadMembershipForUpdate(db, membershipId)
  if (membership.leftOn !== undefined) throw new Refusal('already-changed')
  if (leftOn <= membership.joinedOn) throw new Refusal('leave-before-join')
  await closeMembership(db, membershipId, leftOn)
  await recordAudit(db, {
    actor,
    action: 'membership-left',
    subject: `organisation:${membership.organisationId}`,
    detail: { groupId: membership.groupId, leftOn },
  })
}
