import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { recordAudit } from '../audit/index.ts'
import type { Hub } from '../hub.ts'
import { newId, newSecret } from '../ids.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { completeSession } from './complete-session.ts'
import { hashSecret } from './hash-secret.ts'
import { isFromFrame } from './is-from-frame.ts'
import { CHALLENGE_MS_MAX, PASSKEYS_PER_PERSON_MAX } from './limits.ts'
import { lockOwnAccount } from './lock-own-account.ts'
import { listPasskeys, saveChallenge, savePasskey, spendChallenge } from './passkeys.queries.ts'
import { loadPerson } from './people.queries.ts'
import type { RelyingParty } from './relying-party.ts'

/** Options for adding a passkey to one's own account. */
export function startPasskeyRegistration(
  hub: Hub,
  actor: PersonActor,
  party: RelyingParty,
  now: Date,
) {
  const { personId } = actor
  return hub.database.inStaff({ personId }, async (db) => {
    const { email, name } = await loadPerson(db, personId)
    const known = await listPasskeys(db, personId)
    const options = await generateRegistrationOptions({
      rpName: 'Noroshi',
      rpID: party.id,
      userName: email,
      userDisplayName: name,
      userID: new Uint8Array(Buffer.from(personId)),
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports,
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    const challengeToken = newSecret()
    await saveChallenge(db, {
      ...{ personId, now },
      tokenHash: hashSecret(challengeToken),
      challenge: options.challenge,
      expiresAt: new Date(now.getTime() + CHALLENGE_MS_MAX),
    })
    return { challengeToken, options: { ...options } }
  })
}

export interface PasskeyRegistration {
  readonly challengeToken: string
  readonly response: { readonly id: string }
  readonly label: string
  readonly browser: string
  readonly now: Date
}

/** Adds the passkey to the account of the session, never to one named in the request. Returns a fresh session token. */
export async function registerPasskey(
  hub: Hub,
  actor: PersonActor,
  party: RelyingParty,
  { challengeToken, response, label, browser, now }: PasskeyRegistration,
): Promise<string> {
  const { personId } = actor
  const challenge = await hub.database.inStaff({ personId }, (db) =>
    spendChallenge(db, { tokenHash: hashSecret(challengeToken), personId, now }),
  )
  if (challenge === undefined) throw new Refusal('request-unfit')
  const credential = await verifyNewPasskey(party, challenge, response)
  return hub.database.inStaff({ personId }, async (db) => {
    await lockOwnAccount(db, actor)
    if ((await listPasskeys(db, personId)).length >= PASSKEYS_PER_PERSON_MAX)
      throw new Refusal('conflict')
    const passkeyId = newId()
    await savePasskey(db, {
      ...{ passkeyId, personId, label, addedAt: now },
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
    })
    await recordAudit(db, {
      actor,
      action: 'passkey-added',
      subject: `person:${personId}`,
      detail: { passkey: passkeyId },
    })
    return completeSession(db, actor, { now, browser })
  })
}

async function verifyNewPasskey(
  party: RelyingParty,
  expectedChallenge: string,
  response: { readonly id: string },
) {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    })
    const isOurs = verified && !isFromFrame((response as RegistrationResponseJSON).response)
    if (isOurs) return registrationInfo.credential
  } catch (cause) {
    throw new Refusal('request-unfit', { cause })
  }
  throw new Refusal('request-unfit')
}
