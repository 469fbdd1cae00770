import type { Restriction } from 'contract/restriction'
import type { Db } from '../database/index.ts'
import { listPeopleInCharge, listWishes } from './restriction.queries.ts'

/** Who wants these restricted and who may read them; nothing where everybody may. */
export async function loadRestriction(
  db: Db,
  submissionIds: readonly string[],
): Promise<Restriction | undefined> {
  const setBy = await listWishes(db, submissionIds)
  if (setBy.length === 0) return undefined
  return { setBy, people: await listPeopleInCharge(db, submissionIds) }
}
