import { recordAudit } from '../audit/index.ts'
import type { Hub } from '../hub.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { completeSession } from './complete-session.ts'
import {
  findPasswordHash,
  findTotp,
  savePasswordHash,
  savePendingTotp,
  saveTotpConfirmed,
  spendTotpStep,
} from './factors.queries.ts'
import { lockOwnAccount } from './lock-own-account.ts'
import { hashPassword, refuseWeakPassword } from './passwords.ts'
import { loadPerson } from './people.queries.ts'
import {
  describeTotp,
  findTotpStep,
  newTotpSecret,
  openTotpSecret,
  sealTotpSecret,
} from './totp.ts'

/** A new secret for the authenticator app. It counts only once its first code has come. */
export function startTotp(hub: Hub, actor: PersonActor): Promise<{ uri: string; secret: string }> {
  const { personId } = actor
  return hub.database.inStaff({ personId }, async (db) => {
    await lockOwnAccount(db, actor)
    const { email } = await loadPerson(db, personId)
    const secret = newTotpSecret()
    const saved = await savePendingTotp(db, personId, sealTotpSecret(hub.secrets, personId, secret))
    // Replacing a working app by one that was never tried would lock its owner out.
    if (saved === 0) throw new Refusal('conflict')
    return describeTotp(secret, email)
  })
}

export interface TotpConfirmation {
  readonly code: string
  readonly password: string | undefined
  readonly browser: string
  readonly now: Date
}

/** Confirms the app by its first code, sets the password that goes with it, and returns a fresh session token. */
export async function confirmTotp(
  hub: Hub,
  actor: PersonActor,
  { code, password, browser, now }: TotpConfirmation,
): Promise<string> {
  const { personId } = actor
  // Hashing takes a while and must not hold a transaction open.
  const argon2 = password === undefined ? undefined : await hashPassword(password)
  return hub.database.inStaff({ personId }, async (db) => {
    await lockOwnAccount(db, actor)
    const person = await loadPerson(db, personId)
    const totp = await findTotp(db, personId)
    if (totp === undefined || totp.confirmedAt !== undefined) throw new Refusal('conflict')
    const secret = openTotpSecret(hub.secrets, personId, totp.secretEncrypted)
    const step = findTotpStep(secret, code, now)
    if (step === undefined || (await spendTotpStep(db, personId, step)) === 0) {
      throw new Refusal('sign-in-failed')
    }
    if (password !== undefined && argon2 !== undefined) {
      refuseWeakPassword(password, [person.name, person.email])
      await savePasswordHash(db, { personId, argon2, now })
    } else if ((await findPasswordHash(db, personId)) === undefined) {
      throw new Refusal('request-unfit')
    }
    await saveTotpConfirmed(db, personId, now)
    await recordAudit(db, { actor, action: 'totp-added', subject: `person:${personId}` })
    return completeSession(db, actor, { now, browser })
  })
}
