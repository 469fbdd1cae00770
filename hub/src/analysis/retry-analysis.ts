import type { SubmissionId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { startAnalysis } from '../intake/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { loadReadingSubject, saveWaitingAgain } from './keep/reading.queries.ts'

/** Has a submission whose analysis failed read once more, with all attempts before it. */
export async function retryAnalysis(
  db: Db,
  actor: PersonActor,
  submissionId: SubmissionId,
): Promise<void> {
  await loadReadingSubject(db, submissionId)
  if (!(await saveWaitingAgain(db, submissionId))) throw new Refusal('not-in-this-state')
  await startAnalysis(db, submissionId)
  await recordAudit(db, {
    actor,
    action: 'analysis-tried-again',
    subject: `submission:${submissionId}`,
  })
}
