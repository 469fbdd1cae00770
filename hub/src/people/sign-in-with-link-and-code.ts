import { recordAudit } from '../audit/index.ts'
import type { Hub } from '../hub.ts'
import { Refusal } from '../refusals.ts'
import { noteSuccess, slowDown, toCodeKeys } from './brake.ts'
import { failSignIn } from './fail-sign-in.ts'
import { hashSecret } from './hash-secret.ts'
import { lockPerson } from './people.queries.ts'
import { parseRecoveryCode, spendRecoveryCode } from './recovery-codes.ts'
import { findWaitingLink, spendWaitingLink } from './recovery.queries.ts'
import { startSession } from './sessions.ts'

/**
 * Signs in by a recovery link nobody has confirmed yet and a recovery code: the code proves what the second person would.
 * What was registered stays; its owner removes what is lost.
 */
export async function signInWithLinkAndCode(
  hub: Hub,
  given: { token: string; code: string; address: string; now: Date; browser: string },
): Promise<{ sessionToken: string; secondFactor: boolean }> {
  const { address, now, browser } = given
  const tokenHash = hashSecret(given.token)
  const waiting = await hub.database.inStaff({}, (db) => findWaitingLink(db, tokenHash, now))
  if (waiting === undefined) throw new Refusal('link-spent')
  const { personId } = waiting
  const keys = toCodeKeys(hub, { personId, address })
  await slowDown(hub, keys)
  const code = parseRecoveryCode(given.code)
  const sessionToken = await hub.database.inStaff({}, async (db) => {
    await lockPerson(db, personId)
    if (code === undefined || !(await spendRecoveryCode(hub, db, { personId, code, now }))) {
      return undefined
    }
    // Of two at once only one comes in; the other keeps its code, for everything here is undone.
    if ((await spendWaitingLink(db, tokenHash, now)) === 0) throw new Refusal('link-spent')
    await noteSuccess(db, keys)
    await recordAudit(db, {
      actor: { audit: `person:${personId}` },
      action: 'signed-in',
      subject: `person:${personId}`,
      detail: { by: 'link', purpose: 'recovery' },
    })
    return startSession(db, { personId, secondFactor: true, now, browser })
  })
  if (sessionToken !== undefined) return { sessionToken, secondFactor: true }
  return failSignIn(hub, keys, now)
}
