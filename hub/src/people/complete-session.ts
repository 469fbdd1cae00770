import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { endSession } from './sessions.queries.ts'
import { startSession } from './sessions.ts'

/**
 * Replaces the session by a complete one after a factor was registered. A new token, because the old one was made
 * by a link that may have been seen by others on its way.
 */
export async function completeSession(
  db: Db,
  { personId, sessionId }: PersonActor,
  { now, browser }: { now: Date; browser: string },
): Promise<string> {
  if ((await endSession(db, { personId, sessionId, now })) === 0)
    throw new Refusal('sign-in-required')
  return startSession(db, { personId, secondFactor: true, now, browser })
}
