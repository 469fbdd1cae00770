import type { SubmissionId } from 'contract/common'
import type { RestrictedBy } from 'contract/restriction'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { assertStanding, type PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { listWishes, lockSubmission, removeRestriction } from './restriction.queries.ts'

/** Takes back the wish of one side. What the other side wants stays: a provider's wish is the provider's to take back. */
export async function liftRestriction(
  db: Db,
  actor: PersonActor,
  {
    submissionIds,
    setBy,
    at,
  }: { submissionIds: readonly SubmissionId[]; setBy: RestrictedBy; at: Date },
): Promise<void> {
  // A contact whom the hub has just added could otherwise open it for the hub.
  if (setBy === 'provider') await assertStanding(db, actor, at)
  let lifted = 0
  for (const submissionId of submissionIds) {
    await lockSubmission(db, submissionId)
    if (!(await removeRestriction(db, submissionId, setBy))) continue
    lifted += 1
    await recordAudit(db, {
      actor,
      action: 'restriction-lifted',
      subject: `submission:${submissionId}`,
      detail: { by: setBy },
    })
  }
  if (lifted > 0) return
  const wishes = await listWishes(db, submissionIds)
  // Row-level security left the hub's wish alone: whoever was let in for some days would open for all what was shown to them.
  if (wishes.includes(setBy)) throw new Refusal('let-in-reads-only')
  throw new Refusal(wishes.length > 0 ? 'restricted-by-other' : 'not-restricted')
}
