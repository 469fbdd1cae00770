import type { PersonId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { removePasswordAndTotp } from './factors.queries.ts'
import { lockOwnAccount } from './lock-own-account.ts'
import { removePasskey } from './passkeys.queries.ts'
import { loadPerson } from './people.queries.ts'
import { endSessionsOf } from './sessions.queries.ts'
import { hasFactor } from './sign-in-links.ts'

/** Takes away one of one's own passkeys, unless it is the last way in. Whoever came in by it elsewhere is out. */
export async function removeOwnPasskey(
  db: Db,
  actor: PersonActor,
  passkeyId: string,
  now: Date,
): Promise<void> {
  const { personId } = actor
  await lockOwnAccount(db, actor)
  if ((await removePasskey(db, { passkeyId, personId })) === 0) throw new Refusal('not-found')
  await refuseLast(db, personId)
  await endSessionsOf(db, { personId, except: actor.sessionId, now })
  await recordAudit(db, {
    actor,
    action: 'passkey-removed',
    subject: `person:${personId}`,
    detail: { passkey: passkeyId },
  })
}

/** Takes away one's own password and authenticator app, unless they are the last way in. */
export async function removeOwnPassword(db: Db, actor: PersonActor, now: Date): Promise<void> {
  const { personId } = actor
  await lockOwnAccount(db, actor)
  await removePasswordAndTotp(db, personId)
  await refuseLast(db, personId)
  await endSessionsOf(db, { personId, except: actor.sessionId, now })
  await recordAudit(db, { actor, action: 'password-removed', subject: `person:${personId}` })
}

async function refuseLast(db: Db, personId: PersonId): Promise<void> {
  if (!hasFactor(await loadPerson(db, personId))) throw new Refusal('last-factor')
}
