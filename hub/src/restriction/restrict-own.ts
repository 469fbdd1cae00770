import type { SubmissionId } from 'contract/common'
import { asHub, type Db } from '../database/index.ts'
import { startJob } from '../jobs/index.ts'
import type { PersonActor } from '../people/index.ts'
import { restrictSubmissions } from './restrict-submissions.ts'
import { listCasesLeft } from './restriction.queries.ts'

/**
 * Restricts a provider's own submission. The database takes it out of a case that holds others' as well, so that nothing
 * of theirs is closed with it; what that case is proposed as is made again without it. Whether there was one, the
 * provider does not learn.
 */
export async function restrictOwn(
  db: Db,
  actor: PersonActor,
  { submissionId, at }: { submissionId: SubmissionId; at: Date },
): Promise<void> {
  await restrictSubmissions(db, actor, { submissionIds: [submissionId], setBy: 'provider', at })
  await asHub(db, async (hub) => {
    for (const caseId of await listCasesLeft(hub, submissionId)) {
      await startJob(hub, 'reclassify-case', { caseId })
    }
  })
}
