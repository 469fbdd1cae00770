import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { lockPerson } from './people.queries.ts'
import { isSessionLive } from './sessions.queries.ts'

/**
 * Takes turns with every other change of one's own account, and refuses whoever's session was ended since the request was
 * let in: hashing, a provider's answer or the wait for this very turn lie between. A way in that was added all the same
 * would outlast the recovery that has just removed all others. Whatever adds, changes or removes a way in asks this first
 * in its own transaction; whatever ends sessions takes the same turn (`lockPerson`) before it removes or ends anything.
 */
export async function lockOwnAccount(db: Db, { personId, sessionId }: PersonActor): Promise<void> {
  await lockPerson(db, personId)
  if (!(await isSessionLive(db, sessionId))) throw new Refusal('sign-in-required')
}
