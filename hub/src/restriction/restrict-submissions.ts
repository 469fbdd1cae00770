import type { SubmissionId } from 'contract/common'
import type { RestrictedBy } from 'contract/restriction'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { insertRestriction, lockSubmission } from './restriction.queries.ts'

/**
 * From here on only the people in charge read these at the hub: who looks after them, and whoever of the hub restricts
 * them. Quick, because it only narrows. Runs as the caller: what they may not read is not found.
 */
export async function restrictSubmissions(
  db: Db,
  actor: AuditActor,
  {
    submissionIds,
    setBy,
    at,
  }: { submissionIds: readonly SubmissionId[]; setBy: RestrictedBy; at: Date },
): Promise<void> {
  for (const submissionId of submissionIds) {
    await lockSubmission(db, submissionId)
    if (!(await insertRestriction(db, submissionId, { setBy, at }))) continue
    await recordAudit(db, {
      actor,
      action: 'submission-restricted',
      subject: `submission:${submissionId}`,
      detail: { by: setBy },
    })
  }
}
