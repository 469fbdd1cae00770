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
  STEP_UP_MS_MAX,
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
  const { lastSeenAt: _, ...person } = session
  return {
    kind: 'person',
    audit: `person:${person.personId}`,
    ...person,
    organisationId: person.organisationId,
    provedUntil: person.provedUntil,
  }
}

export interface NewSession {
  readonly personId: PersonId
  readonly secondFactor: boolean
  readonly now: Date
  readonly browser: string
  /** When the second factor was given, if not now. */
  readonly provedAt?: Date
  /** In a demonstration a link stands for the second factor, also where a fresh one is asked for. */
  readonly isProofLasting?: boolean
}

/** Begins a session and returns its token, which exists nowhere else. */
export async function startSession(
  db: Db,
  { isProofLasting = false, provedAt, ...session }: NewSession,
): Promise<string> {
  const { secondFactor, now } = session
  const proved = provedAt ?? now
  const token = newSecret()
  const lifeMs = secondFactor ? SESSION_MS_MAX : ENROLLING_SESSION_MS_MAX
  const endsAt = new Date(now.getTime() + lifeMs)
  const provedUntil = isProofLasting ? endsAt : new Date(proved.getTime() + STEP_UP_MS_MAX)
  await saveSession(db, {
    ...session,
    ...{ sessionId: newId(), tokenHash: hashSecret(token), endsAt },
    provedUntil: secondFactor ? provedUntil : undefined,
  })
  return token
}

/** Sessions not used since this moment have ended. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - SESSION_IDLE_MS_MAX)
}
