import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** Random identifier (UUID v4). Carries neither order nor time, so a reader of one learns nothing of others. */
export function newId<Id extends string = string>(): Id {
  return randomUUID() as string as Id
}

// Crockford's base 32: no I, L, O, U, so a number survives being read out on the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Random short code for people, such as the `K7Q4MD` of `S-2026-K7Q4MD`. The caller retries on a collision. */
export function newShortCode(length = 6): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** Secret of 256 bits, base64url. Only its hash is ever stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
