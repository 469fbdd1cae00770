import type { PersonId } from 'contract/common'
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
import { lockOwnAccount } from './lock-own-account.ts'
import { loadPerson, lockPerson } from './people.queries.ts'
import { endSessionsOf } from './sessions.queries.ts'
import { startSession } from './sessions.ts'
import { hasFactor } from './sign-in-links.ts'
import { finishVisit, type VisitReturn } from './visit-provider.ts'

/**
 * Signs in whom the provider vouches for, if they linked that identity before. An account is never found by mail
 * address (MISP CVE-2026-9084): the provider, or whoever may edit a profile there, could name anybody's.
 * Unless the provider's second factor counts here, the session still waits for the hub's own; where it does, it is as
 * fresh as the provider says, and whoever finds its session open still gives the hub's own for acts of weight.
 */
export async function signInAtProvider(
  hub: Hub,
  came: Omit<VisitReturn, 'personId'> & { readonly browser: string },
): Promise<{ token: string; secondFactor: boolean }> {
  const { now, browser } = came
  const word = await finishVisit(hub, { ...came, personId: undefined })
  return hub.database.inStaff({}, async (db) => {
    const personId = await lockLinkedPerson(db, word.fingerprint)
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
    const { provedAt } = word
    const token = await startSession(db, { personId, secondFactor, provedAt, now, browser })
    return { token, secondFactor }
  })
}

/** Whose identity it is, in turn with whatever shuts them out or unlinks it. */
async function lockLinkedPerson(db: Db, fingerprint: string): Promise<PersonId> {
  const personId = await findLinkedPerson(db, fingerprint)
  if (personId !== undefined) {
    await lockPerson(db, personId)
    if ((await findLinkedPerson(db, fingerprint)) === personId) return personId
  }
  throw new Refusal('identity-unknown')
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
    await lockOwnAccount(db, actor)
    await saveLinkedIdentity(db, { fingerprint, personId, now: came.now })
    await recordAudit(db, { actor, action: 'identity-linked', subject: `person:${personId}` })
  })
}

/** Unlinks one's own identity at the provider. Whoever came in by it elsewhere is out. */
export async function unlinkIdentity(db: Db, actor: PersonActor, now: Date): Promise<void> {
  const { personId, sessionId } = actor
  await lockOwnAccount(db, actor)
  if ((await removeLinkedIdentity(db, personId)) === 0) throw new Refusal('not-found')
  await endSessionsOf(db, { personId, except: sessionId, now })
  await recordAudit(db, { actor, action: 'identity-unlinked', subject: `person:${personId}` })
}
