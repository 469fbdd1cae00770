import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { SHARING_LIMITS } from './limits.ts'
import { findSharedApproval, insertWithdrawalRequest } from './withdrawal-request.queries.ts'

/**
 * A provider asks that what it approved be taken back after it was shared. Runs as the member. A lead decides: taking
 * a warning back at the word of one account would let whoever holds that account silence it.
 */
export async function askWithdrawal(
  db: Db,
  actor: PersonActor,
  { approvalId, reason, now }: { approvalId: string; reason: string; now: Date },
): Promise<void> {
  const { isShared, isAsked } = await findSharedApproval(db, approvalId)
  const { organisationId } = actor
  if (organisationId === undefined) throw new Refusal('not-found')
  if (!isShared) throw new Refusal('not-in-this-state')
  if (isAsked) throw new Refusal('withdrawal-asked')
  await insertWithdrawalRequest(db, {
    ...{ id: newId(), approvalId, organisationId, reason },
    ...{ askedAt: now, askedBy: actor.personId },
    dueAt: new Date(now.getTime() + SHARING_LIMITS.withdrawalDueDays * 86_400_000),
  })
  await recordAudit(db, { actor, action: 'withdrawal-asked', subject: `approval:${approvalId}` })
}
