import { recordAudit } from '../audit/index.ts'
import type { Hub } from '../hub.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { noteFailure, slowDown, toBrakeKeys } from './brake.ts'
import { findPasswordHash, savePasswordHash } from './factors.queries.ts'
import { lockOwnAccount } from './lock-own-account.ts'
import { hashPassword, isPassword, refuseWeakPassword } from './passwords.ts'
import { loadPerson } from './people.queries.ts'
import { endSessionsOf } from './sessions.queries.ts'

export interface PasswordChange {
  readonly current: string
  readonly password: string
  readonly address: string
  readonly now: Date
}

/** Changes one's own password and ends one's other sessions: whoever knew the old one is out. */
export async function changePassword(
  hub: Hub,
  actor: PersonActor,
  { current, password, address, now }: PasswordChange,
): Promise<void> {
  const { personId, sessionId } = actor
  const [person, stored] = await hub.database.inStaff({ personId }, async (db) => [
    await loadPerson(db, personId),
    await findPasswordHash(db, personId),
  ])
  // A session left open at a desk must not become a place to guess the password.
  const keys = await toBrakeKeys(hub, { email: person.email, address })
  await slowDown(hub, keys)
  if (!(await isPassword(stored, current))) {
    await hub.database.inStaff({ personId }, (db) => noteFailure(db, keys, now))
    throw new Refusal('sign-in-failed')
  }
  refuseWeakPassword(password, [person.name, person.email])
  const argon2 = await hashPassword(password)
  await hub.database.inStaff({ personId }, async (db) => {
    await lockOwnAccount(db, actor)
    // Whoever changed it meanwhile ended this session, or is this session: the one that was proved is gone.
    if ((await findPasswordHash(db, personId)) !== stored) throw new Refusal('sign-in-failed')
    await savePasswordHash(db, { personId, argon2, now })
    await endSessionsOf(db, { personId, except: sessionId, now })
    await recordAudit(db, { actor, action: 'password-changed', subject: `person:${personId}` })
  })
}
