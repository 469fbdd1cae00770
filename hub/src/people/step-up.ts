import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import type { Hub } from '../hub.ts'
import { newSecret } from '../ids.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { noteFailure, noteSuccess, slowDown, toCodeKeys } from './brake.ts'
import { findTotp, spendTotpStep } from './factors.queries.ts'
import { hashSecret } from './hash-secret.ts'
import { CHALLENGE_MS_MAX, SESSION_MS_MAX, STEP_UP_MS_MAX, WRONG_PROOFS_MAX } from './limits.ts'
import {
  findPasskey,
  listPasskeys,
  saveChallenge,
  savePasskeyUsed,
  spendChallenge,
} from './passkeys.queries.ts'
import { parseRecoveryCode, spendRecoveryCode } from './recovery-codes.ts'
import type { RelyingParty } from './relying-party.ts'
import { endSession } from './sessions.queries.ts'
import { countProof, saveProof } from './step-up.queries.ts'
import { findTotpStep, openTotpSecret } from './totp.ts'
import { verifyPasskeyAnswer } from './verify-passkey-answer.ts'

/** A challenge that only the passkeys of the session's own person can answer. */
export function startPasskeyProof(
  hub: Hub,
  { personId }: PersonActor,
  party: RelyingParty,
  now: Date,
) {
  return hub.database.inStaff({ personId }, async (db) => {
    const own = await listPasskeys(db, personId)
    const options = await generateAuthenticationOptions({
      rpID: party.id,
      userVerification: 'required',
      allowCredentials: own.map(({ credentialId }) => ({ id: credentialId })),
    })
    const challengeToken = newSecret()
    await saveChallenge(db, {
      ...{ personId, now, challenge: options.challenge },
      tokenHash: hashSecret(challengeToken),
      expiresAt: new Date(now.getTime() + CHALLENGE_MS_MAX),
    })
    return { challengeToken, options: { ...options } }
  })
}

export interface PasskeyProof {
  readonly challengeToken: string
  readonly response: { readonly id: string }
  readonly now: Date
}

/** Proves by passkey that the session's owner is still the one who sits there. */
export async function proveByPasskey(
  hub: Hub,
  actor: PersonActor,
  party: RelyingParty,
  { challengeToken, response, now }: PasskeyProof,
): Promise<void> {
  const { personId } = actor
  // In a transaction of its own: the challenge is spent whatever follows.
  const challenge = await hub.database.inStaff({ personId }, (db) =>
    spendChallenge(db, { tokenHash: hashSecret(challengeToken), personId, now }),
  )
  const isProved = await hub.database.inStaff({ personId }, async (db) => {
    const passkey = await findPasskey(db, response.id)
    // Another person's passkey, however genuine, proves nothing here.
    if (challenge === undefined || passkey?.personId !== personId) return false
    const counter = await verifyPasskeyAnswer(passkey, party, challenge, response)
    if (counter === undefined) return false
    await savePasskeyUsed(db, { passkeyId: passkey.passkeyId, counter, now })
    await noteProof(db, actor, 'passkey', now)
    return true
  })
  if (isProved) return
  const tried = await hub.database.inStaff({ personId }, (db) => countProof(db, actor.sessionId))
  await refuseProof(hub, actor, tried, now)
}

export interface CodeProof {
  readonly code: string
  readonly address: string
  readonly now: Date
}

/** Proves by the next code of the authenticator app. A code that was used before does not count again. */
export function proveByTotp(hub: Hub, actor: PersonActor, proof: CodeProof): Promise<void> {
  const { personId } = actor
  return proveByCode(hub, actor, { ...proof, by: 'totp' }, async (db) => {
    const totp = await findTotp(db, personId)
    if (totp?.confirmedAt === undefined) return false
    const secret = openTotpSecret(hub.secrets, personId, totp.secretEncrypted)
    const step = findTotpStep(secret, proof.code, proof.now)
    return step !== undefined && (await spendTotpStep(db, personId, step)) > 0
  })
}

/** Proves by a recovery code, for somebody who lost what they registered. */
export function proveByRecoveryCode(hub: Hub, actor: PersonActor, proof: CodeProof): Promise<void> {
  const { personId } = actor
  const { now } = proof
  const code = parseRecoveryCode(proof.code)
  return proveByCode(
    hub,
    actor,
    { ...proof, by: 'recovery-code' },
    async (db) => code !== undefined && (await spendRecoveryCode(hub, db, { personId, code, now })),
  )
}

/**
 * Each attempt is counted before its code is looked at: of a thousand guesses sent at once only the first few are.
 */
async function proveByCode(
  hub: Hub,
  actor: PersonActor,
  { address, now, by }: CodeProof & { readonly by: 'totp' | 'recovery-code' },
  spend: (db: Db) => Promise<boolean>,
): Promise<void> {
  const { personId, sessionId } = actor
  const keys = toCodeKeys(hub, { personId, address })
  if (!actor.secondFactor) await slowDown(hub, keys)
  const tried = await hub.database.inStaff({ personId }, (db) => countProof(db, sessionId))
  const isProved =
    tried <= WRONG_PROOFS_MAX &&
    (await hub.database.inStaff({ personId }, async (db) => {
      if (!(await spend(db))) return false
      await noteSuccess(db, keys)
      await noteProof(db, actor, by, now)
      return true
    }))
  if (isProved) return
  // Who came by the provider's word opens session after session, each with its few guesses: counted for the account.
  if (!actor.secondFactor) {
    await hub.database.inStaff({ personId }, (db) => noteFailure(db, keys, now))
  }
  await refuseProof(hub, actor, tried, now)
}

async function noteProof(
  db: Db,
  actor: PersonActor,
  by: 'passkey' | 'totp' | 'recovery-code',
  now: Date,
): Promise<void> {
  const provedUntil = new Date(now.getTime() + STEP_UP_MS_MAX)
  const endsAt = new Date(now.getTime() + SESSION_MS_MAX)
  await saveProof(db, { sessionId: actor.sessionId, provedUntil, endsAt })
  const subject = `person:${actor.personId}`
  await recordAudit(db, { actor, action: 'stepped-up', subject, detail: { by } })
}

/**
 * Six digits could be guessed at an open screen in a night. After a few wrong ones the session ends: its owner signs
 * in again with everything, and no other session, browser or account is touched.
 */
async function refuseProof(hub: Hub, actor: PersonActor, wrong: number, now: Date): Promise<never> {
  const { personId, sessionId } = actor
  await hub.database.inStaff({ personId }, async (db) => {
    const isOver = wrong >= WRONG_PROOFS_MAX
    if (isOver) await endSession(db, { personId, sessionId, now })
    await recordAudit(db, {
      actor,
      action: 'step-up-failed',
      subject: `person:${personId}`,
      detail: { wrong, ended: isOver },
    })
  })
  throw new Refusal('proof-failed')
}
