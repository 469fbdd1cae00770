import type { PersonId } from 'contract/common'
import type { Db } from '../database/db.ts'
import type { Hub } from '../hub.ts'
import { newId, newSecret } from '../ids.ts'
import type { PersonActor } from './actor.ts'
import { hashSecret } from './hash-secret.ts'
import {
  ENROLLING_SESSION_MS_MAX,
  SESSION_IDLE_MS_MAX,
  SESSION_MS_MAX,
  SESSION_SEEN_EVERY_MS,
} from './limits.ts'
import { findLiveSession, saveSession, saveSessionSeen } from './sessions.queries.ts'

/** The person behind a session token, or nobody when the session has ended. */
export async function findSessionActor(hub: Hub, token: string): Promise<PersonActor | undefined> {
  const now = hub.clock.now()
  const session = await hub.database.inStaff({}, async (db) => {
    const found = await findLiveSession(db, {
      tokenHash: hashSecret(token),
      now,
      idleSince: idleSince(now),
    })
    if (found !== undefined && now.getTime() - found.lastSeenAt.getTime() > SESSION_SEEN_EVERY_MS) {
      await saveSessionSeen(db, found.sessionId, now)
    }
    return found
  })
  if (session === undefined) return undefined
  const { personId, organisationId, name, roles, language, sessionId, secondFactor } = session
  return {
    kind: 'person',
    audit: `person:${personId}`,
    ...{ personId, organisationId, name, roles, language, sessionId, secondFactor },
  }
}

/** Begins a session and returns its token, which exists nowhere else. */
export async function startSession(
  db: Db,
  {
    personId,
    secondFactor,
    now,
    browser,
  }: { personId: PersonId; secondFactor: boolean; now: Date; browser: string },
): Promise<string> {
  const token = newSecret()
  const lifeMs = secondFactor ? SESSION_MS_MAX : ENROLLING_SESSION_MS_MAX
  await saveSession(db, {
    sessionId: newId(),
    tokenHash: hashSecret(token),
    ...{ personId, secondFactor, now, browser },
    endsAt: new Date(now.getTime() + lifeMs),
  })
  return token
}

/** Sessions not used since this moment have ended. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - SESSION_IDLE_MS_MAX)
}
