import type { SubmissionId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { loadSubmissionForUpdate, saveCountCorrection } from './submission.queries.ts'

/**
 * Sets how many items of information a submission counts for (SPEC I-4), from now on: figures as of an
 * earlier day keep the number of that day.
 */
export async function correctCount(
  db: Db,
  actor: PersonActor,
  submissionId: SubmissionId,
  { items, reason, at }: { readonly items: number; readonly reason: string; readonly at: Date },
): Promise<void> {
  await loadSubmissionForUpdate(db, submissionId)
  await saveCountCorrection(db, {
    submissionId,
    items,
    reason,
    correctedBy: actor.personId,
    correctedAt: at,
  })
  await recordAudit(db, {
    actor,
    action: 'count-corrected',
    subject: `submission:${submissionId}`,
    detail: { items },
  })
}
