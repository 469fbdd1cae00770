import type { PersonId } from 'contract/common'
import type { Db } from '../database/db.ts'
import { listLetIn } from './let-in.queries.ts'
import { CONFIRMER_STANDING_MS } from './limits.ts'

/**
 * Whether two accounts are two people, as far as the hub can tell: neither let the other in within the last week. An
 * administrator would otherwise invite a second self, or a second self that does the other half.
 */
export async function isSecondPerson(
  db: Db,
  { first, second, now }: { first: PersonId; second: PersonId; now: Date },
): Promise<boolean> {
  if (first === second) return false
  const since = new Date(now.getTime() - CONFIRMER_STANDING_MS)
  if ((await listLetIn(db, { by: first, since })).has(second)) return false
  return !(await listLetIn(db, { by: second, since })).has(first)
}
