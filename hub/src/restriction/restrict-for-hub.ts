import type { SubmissionId } from 'contract/common'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { assertDecides } from './assert-decides.ts'
import { restrictSubmissions } from './restrict-submissions.ts'

/**
 * Restricts what the hub already has. Whoever hands something in as restricted takes it from nobody, and so is not asked
 * how long they have been here.
 */
export async function restrictForHub(
  db: Db,
  actor: PersonActor,
  { submissionIds, at }: { submissionIds: readonly SubmissionId[]; at: Date },
): Promise<void> {
  await assertDecides(db, submissionIds)
  await restrictSubmissions(db, actor, { submissionIds, setBy: 'hub', at })
}
