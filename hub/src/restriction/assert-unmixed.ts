import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import { isMixed } from './restriction.queries.ts'

/**
 * Refuses to put what its provider restricts together with what another organisation leaves open: the one would shut
 * everybody else at the hub out of the other.
 */
export async function assertUnmixed(db: Db, caseId: string): Promise<void> {
  if (await isMixed(db, caseId)) throw new Refusal('restricted-stays-apart')
}
