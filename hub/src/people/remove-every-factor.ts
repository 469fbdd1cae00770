import type { PersonId } from 'contract/common'
import type { AuditActor } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import { endTokensOf } from './end-tokens-of.ts'
import { removePasswordAndTotp } from './factors.queries.ts'
import { forgetBrowsersOf } from './known-browser.queries.ts'
import { removeLinkedIdentity } from './linked-identity.queries.ts'
import { removePasskeysOf } from './passkeys.queries.ts'
import { lockPerson } from './people.queries.ts'
import { removeRecoveryCodes } from './recovery-codes.queries.ts'
import { endSessionsOf } from './sessions.queries.ts'

/** Takes every way in away from a person, the machines' too, and ends their sessions. */
export async function removeEveryFactor(
  db: Db,
  actor: AuditActor,
  { personId, now }: { readonly personId: PersonId; readonly now: Date },
): Promise<void> {
  await lockPerson(db, personId)
  await removePasskeysOf(db, personId)
  await removePasswordAndTotp(db, personId)
  // Whoever took the account over may have linked an identity of their own.
  await removeLinkedIdentity(db, personId)
  await removeRecoveryCodes(db, personId)
  await forgetBrowsersOf(db, personId)
  await endTokensOf(db, actor, { personId, now })
  await endSessionsOf(db, { personId, now })
}
