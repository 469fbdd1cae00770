import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import type { Hub } from '../hub.ts'
import { newSecret } from '../ids.ts'
import { Refusal } from '../refusals.ts'
import { hashSecret } from './hash-secret.ts'
import { CHALLENGE_MS_MAX } from './limits.ts'
import {
  findPasskey,
  findPasskeyOwner,
  type PasskeyRecord,
  saveChallenge,
  savePasskeyUsed,
  spendChallenge,
} from './passkeys.queries.ts'
import { lockPerson } from './people.queries.ts'
import type { RelyingParty } from './relying-party.ts'
import { startSession } from './sessions.ts'
import { verifyPasskeyAnswer } from './verify-passkey-answer.ts'

/** A challenge for somebody who signs in. It names no account: the passkey does. */
export async function startPasskeySignIn(hub: Hub, party: RelyingParty, now: Date) {
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
  })
  const challengeToken = newSecret()
  await hub.database.inStaff({}, (db) =>
    saveChallenge(db, {
      tokenHash: hashSecret(challengeToken),
      challenge: options.challenge,
      personId: undefined,
      now,
      expiresAt: new Date(now.getTime() + CHALLENGE_MS_MAX),
    }),
  )
  return { challengeToken, options: { ...options } }
}

export interface PasskeyAttempt {
  readonly challengeToken: string
  readonly response: { readonly id: string }
  readonly browser: string
  readonly now: Date
}

/** Signs in by passkey and returns the session token. The challenge is spent first, whatever follows. */
export async function signInWithPasskey(
  hub: Hub,
  party: RelyingParty,
  { challengeToken, response, browser, now }: PasskeyAttempt,
): Promise<string> {
  const challenge = await hub.database.inStaff({}, (db) =>
    spendChallenge(db, { tokenHash: hashSecret(challengeToken), personId: undefined, now }),
  )
  if (challenge === undefined) throw new Refusal('sign-in-failed')
  return hub.database.inStaff({}, async (db) => {
    const passkey = await lockPasskey(db, response.id)
    if (passkey === undefined) throw new Refusal('sign-in-failed')
    const counter = await verifyPasskeyAnswer(passkey, party, challenge, response)
    if (counter === undefined) throw new Refusal('sign-in-failed')
    return enter(db, passkey, { counter, now, browser })
  })
}

/** The passkey, in turn with whatever removes it or shuts its person out. The person first, as everywhere. */
async function lockPasskey(db: Db, credentialId: string): Promise<PasskeyRecord | undefined> {
  const owner = await findPasskeyOwner(db, credentialId)
  if (owner === undefined) return undefined
  await lockPerson(db, owner)
  return findPasskey(db, credentialId)
}

async function enter(
  db: Db,
  { personId, passkeyId }: PasskeyRecord,
  { counter, now, browser }: { counter: number; now: Date; browser: string },
): Promise<string> {
  await savePasskeyUsed(db, { passkeyId, counter, now })
  await recordAudit(db, {
    actor: { audit: `person:${personId}` },
    action: 'signed-in',
    subject: `person:${personId}`,
    detail: { by: 'passkey', passkey: passkeyId },
  })
  return startSession(db, { personId, secondFactor: true, now, browser })
}
