import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import { isLetIn } from './restriction.queries.ts'

/** Refuses whoever was let in for some days: they would stay for good, and shut out those in charge. */
export async function assertDecides(db: Db, submissionIds: readonly string[]): Promise<void> {
  if (await isLetIn(db, submissionIds)) throw new Refusal('let-in-reads-only')
}
