import { Secret, TOTP } from 'otpauth'
import type { PersonId } from 'contract/common'
import type { Secrets } from '../secrets.ts'

/** RFC 6238 with the parameters every authenticator app knows: SHA-1, six digits, 30 seconds. */
const PERIOD_SECONDS = 30
/** One step to either side, for clocks that differ (RFC 6238 §5.2). */
const WINDOW_STEPS = 1
const SECRET_BYTES = 20

export function newTotpSecret(): Uint8Array {
  return new Uint8Array(new Secret({ size: SECRET_BYTES }).buffer)
}

/** The secret as `otpauth://` address for a QR code, and as text for typing. */
export function describeTotp(secret: Uint8Array, email: string): { uri: string; secret: string } {
  const totp = toTotp(secret, email)
  return { uri: totp.toString(), secret: totp.secret.base32 }
}

/** The time step a code belongs to, or nothing when it fits none. Whether it was used before is for the caller. */
export function findTotpStep(secret: Uint8Array, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = toTotp(secret).validate({
    token: code,
    timestamp: now.getTime(),
    window: WINDOW_STEPS,
  })
  if (delta === null) return undefined
  return Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}

function toTotp(secret: Uint8Array, label = ''): TOTP {
  // A Buffer may be a window into a larger block, so its bytes are copied out first.
  const { buffer } = Uint8Array.from(secret)
  return new TOTP({
    issuer: 'Noroshi',
    label,
    secret: new Secret({ buffer }),
    period: PERIOD_SECONDS,
  })
}

/** Secrets are stored encrypted and bound to their person. */
export function sealTotpSecret(secrets: Secrets, personId: PersonId, secret: Uint8Array): Buffer {
  return secrets.seal('totp', personId, secret)
}

export function openTotpSecret(secrets: Secrets, personId: PersonId, sealed: Uint8Array): Buffer {
  return secrets.open('totp', personId, sealed)
}
