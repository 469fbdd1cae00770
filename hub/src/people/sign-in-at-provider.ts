import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import type { Hub } from '../hub.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import {
  findLinkedPerson,
  removeLinkedIdentity,
  saveIdentityUsed,
  saveLinkedIdentity,
} from './linked-identity.queries.ts'
import { loadPerson, lockPerson } from './people.queries.ts'
import { endSessionsOf } from './sessions.queries.ts'
import { startSession } from './sessions.ts'
import { hasFactor } from './sign-in-links.ts'
import { finishVisit, type VisitReturn } from './visit-provider.ts'

/**
 * Signs in whom the provider vouches for, if they linked that identity before. An account is never found by mail
 * address (MISP CVE-2026-9084): the provider, or whoever may edit a profile there, could name anybody's.
 * Unless the provider's second factor counts here, the session still waits for the hub's own.
 */
export async function signInAtProvider(
  hub: Hub,
  came: Omit<VisitReturn, 'personId'> & { readonly browser: string },
): Promise<{ token: string; secondFactor: boolean }> {
  const { now, browser } = came
  const word = await finishVisit(hub, { ...came, personId: undefined })
  return hub.database.inStaff({}, async (db) => {
    const personId = await findLinkedPerson(db, word.fingerprint)
    if (personId === undefined) throw new Refusal('identity-unknown')
    const secondFactor = word.isSecondFactor
    // Otherwise the provider's word alone would let somebody register the factor that is asked for beside it.
    if (!secondFactor && !hasFactor(await loadPerson(db, personId))) {
      throw new Refusal('identity-unknown')
    }
    await saveIdentityUsed(db, word.fingerprint, now)
    await recordAudit(db, {
      actor: { audit: `person:${personId}` },
      action: 'signed-in',
      subject: `person:${personId}`,
      detail: { by: 'provider', secondFactor },
    })
    const token = await startSession(db, { personId, secondFactor, now, browser })
    return { token, secondFactor }
  })
}

/** Links the identity that came back to the person who began the visit in this session, and to nobody else. */
export async function linkIdentity(
  hub: Hub,
  actor: PersonActor,
  came: Omit<VisitReturn, 'personId'>,
): Promise<void> {
  const { personId } = actor
  const { fingerprint } = await finishVisit(hub, { ...came, personId })
  await hub.database.inStaff({ personId }, async (db) => {
    await lockPerson(db, personId)
    await saveLinkedIdentity(db, { fingerprint, personId, now: came.now })
    await recordAudit(db, { actor, action: 'identity-linked', subject: `person:${personId}` })
  })
}

/** Unlinks one's own identity at the provider. Whoever came in by it elsewhere is out. */
export async function unlinkIdentity(db: Db, actor: PersonActor, now: Date): Promise<void> {
  const { personId, sessionId } = actor
  if ((await removeLinkedIdentity(db, personId)) === 0) throw new Refusal('not-found')
  await endSessionsOf(db, { personId, except: sessionId, now })
  await recordAudit(db, { actor, action: 'identity-unlinked', subject: `person:${personId}` })
}
