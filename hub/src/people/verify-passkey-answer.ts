import {
  type AuthenticationResponseJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { isFromFrame } from './is-from-frame.ts'
import type { PasskeyRecord } from './passkeys.queries.ts'
import type { RelyingParty } from './relying-party.ts'

/** The passkey's new counter when its answer to the challenge holds; otherwise nothing. */
export async function verifyPasskeyAnswer(
  passkey: PasskeyRecord,
  party: RelyingParty,
  expectedChallenge: string,
  response: { readonly id: string },
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      // The library checks every field itself; nothing of it is used before.
      response: response as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      // Without it a found or borrowed security key would be enough.
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    })
    // Read once the library has found it to be what the passkey signed.
    const isOurs = verified && !isFromFrame((response as AuthenticationResponseJSON).response)
    return isOurs ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}
