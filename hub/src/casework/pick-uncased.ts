import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import type { PlacedSubmission } from './case-record.ts'
import { lockSubmissions } from './placement.queries.ts'

/** Locks submissions that are to go into a case; refuses when one is unknown or in a case already. */
export async function pickUncased(
  db: Db,
  submissionIds: readonly string[],
): Promise<PlacedSubmission[]> {
  const wanted = new Set(submissionIds)
  const submissions = await lockSubmissions(db, [...wanted])
  if (submissions.length !== wanted.size) throw new Refusal('not-found')
  if (submissions.some(({ caseId }) => caseId !== undefined)) {
    throw new Refusal('submission-in-other-case')
  }
  return submissions
}
