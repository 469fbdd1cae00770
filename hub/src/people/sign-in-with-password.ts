import type { PersonId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/db.ts'
import type { Hub } from '../hub.ts'
import { newSecret } from '../ids.ts'
import { type BrakeKeys, noteSuccess, slowDown, toBrakeKeys } from './brake.ts'
import { findPasswordAccount, type PasswordAccount, spendTotpStep } from './factors.queries.ts'
import { failSignIn } from './fail-sign-in.ts'
import { hashSecret } from './hash-secret.ts'
import { forgetBrowser, saveKnownBrowser } from './known-browser.queries.ts'
import { KNOWN_BROWSERS_PER_PERSON_MAX } from './limits.ts'
import { isPassword } from './passwords.ts'
import { lockPerson } from './people.queries.ts'
import { parseRecoveryCode, spendRecoveryCode } from './recovery-codes.ts'
import { startSession } from './sessions.ts'
import { findTotpStep, newTotpSecret, openTotpSecret } from './totp.ts'

export interface PasswordAttempt {
  readonly email: string
  readonly password: string
  readonly code: string
  readonly address: string
  readonly browser: string
  /** What this browser keeps since somebody signed in with it. */
  readonly browserSecret: string | undefined
  readonly now: Date
}

/**
 * Signs in with password and code and returns the session token. Every failure gets the same answer after the
 * same work, so that neither tells whether the account, the password or the code was wrong.
 */
export async function signInWithPassword(
  hub: Hub,
  attempt: PasswordAttempt,
): Promise<{ token: string; browserSecret: string }> {
  const keys = await toBrakeKeys(hub, attempt)
  await slowDown(hub, keys)
  const account = await hub.database.inStaff({}, (db) => findPasswordAccount(db, attempt.email))
  const proof = await findProof(hub, account, { ...attempt, isKnown: keys.isKnown })
  const entered =
    account === undefined || proof === undefined
      ? undefined
      : await enter(hub, { account, proof, keys, attempt })
  if (entered !== undefined) return entered

  return failSignIn(hub, keys, attempt.now)
}

/** What stands beside the password: a code of the app, by its time step, or a recovery code. */
type SecondProof =
  | { readonly by: 'password'; readonly step: number }
  | { readonly by: 'recovery-code'; readonly code: string }

/** The second factor to use up, if the password fits and the code may. Both are always checked. */
async function findProof(
  hub: Hub,
  account: PasswordAccount | undefined,
  { password, code, now, isKnown }: PasswordAttempt & { readonly isKnown: boolean },
): Promise<SecondProof | undefined> {
  const secret =
    account === undefined
      ? newTotpSecret()
      : openTotpSecret(hub.secrets, account.personId, account.secretEncrypted)
  const step = findTotpStep(secret, code, now)
  const recoveryCode = parseRecoveryCode(code)
  if (!(await isPassword(account?.argon2, password, isKnown))) return undefined
  if (recoveryCode !== undefined) return { by: 'recovery-code', code: recoveryCode }
  return step === undefined ? undefined : { by: 'password', step }
}

/**
 * Uses the code up and begins a session; nothing when the code was used before, or when the account was shut or its
 * password changed while the old one was being checked.
 */
function enter(
  hub: Hub,
  {
    account,
    proof,
    keys,
    attempt,
  }: { account: PasswordAccount; proof: SecondProof; keys: BrakeKeys; attempt: PasswordAttempt },
): Promise<{ token: string; browserSecret: string } | undefined> {
  const { personId, argon2 } = account
  return hub.database.inStaff({}, async (db) => {
    await lockPerson(db, personId)
    if ((await findPasswordAccount(db, attempt.email))?.argon2 !== argon2) return undefined
    if (!(await spendProof(hub, db, { personId, proof, now: attempt.now }))) return undefined
    await noteSuccess(db, keys)
    await recordAudit(db, {
      actor: { audit: `person:${personId}` },
      action: 'signed-in',
      subject: `person:${personId}`,
      detail: { by: proof.by },
    })
    const { now, browser, browserSecret: before } = attempt
    // A browser is known by a new secret each time: one that was copied is of no use after the next sign-in.
    const browserSecret = newSecret()
    if (before !== undefined) await forgetBrowser(db, personId, hashSecret(before))
    const known = { personId, secretHash: hashSecret(browserSecret), day: dayInJapan(now) }
    await saveKnownBrowser(db, known, KNOWN_BROWSERS_PER_PERSON_MAX)
    const token = await startSession(db, { personId, secondFactor: true, now, browser })
    return { token, browserSecret }
  })
}

async function spendProof(
  hub: Hub,
  db: Db,
  { personId, proof, now }: { personId: PersonId; proof: SecondProof; now: Date },
): Promise<boolean> {
  if (proof.by === 'password') return (await spendTotpStep(db, personId, proof.step)) > 0
  return spendRecoveryCode(hub, db, { personId, code: proof.code, now })
}
