import type { PersonId } from 'contract/common'
import type { Db } from '../database/db.ts'
import { removePasswordAndTotp } from './factors.queries.ts'
import { forgetBrowsersOf } from './known-browser.queries.ts'
import { removeLinkedIdentity } from './linked-identity.queries.ts'
import { removePasskeysOf } from './passkeys.queries.ts'
import { removeRecoveryCodes } from './recovery-codes.queries.ts'
import { endSessionsOf } from './sessions.queries.ts'

/** Takes every way in away from a person and ends their sessions. */
export async function removeEveryFactor(db: Db, personId: PersonId, now: Date): Promise<void> {
  await removePasskeysOf(db, personId)
  await removePasswordAndTotp(db, personId)
  // Whoever took the account over may have linked an identity of their own.
  await removeLinkedIdentity(db, personId)
  await removeRecoveryCodes(db, personId)
  await forgetBrowsersOf(db, personId)
  await endSessionsOf(db, { personId, now })
}
