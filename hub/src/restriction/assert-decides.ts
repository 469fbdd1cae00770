import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import { hasComeLately, isLetIn } from './restriction.queries.ts'

/**
 * Refuses whoever was let in for some days: they would stay for good, and shut out those in charge. Refuses whoever has
 * just come to the hub as well: an account made this morning would shut everybody out of every case. */
export async function assertDecides(db: Db, submissionIds: readonly string[]): Promise<void> {
  if (await hasComeLately(db)) throw new Refusal('came-lately')
  if (await isLetIn(db, submissionIds)) throw new Refusal('let-in-reads-only')
}
