import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Secrets } from '../secrets.ts'

/*
 * An object on disk:
 *   magic "NRE1" | wrapped data key, 60 bytes | nonce, 12 bytes | ciphertext | tag, 16 bytes
 * The data key is random for each object and wrapped by the master key with the SHA-256 of the plain bytes as
 * additional data: destroying 60 bytes destroys the object, and one object cannot be passed off as another.
 */
const MAGIC = Buffer.from('NRE1')
const KEY_BYTES = 32
const WRAPPED_KEY_BYTES = 12 + KEY_BYTES + 16
const NONCE_BYTES = 12
export const TAG_BYTES = 16
export const HEADER_BYTES = MAGIC.length + WRAPPED_KEY_BYTES + NONCE_BYTES
export const OVERHEAD_BYTES = HEADER_BYTES + TAG_BYTES

/** A cipher for a new object. The header can be written only when the hash is known, so it is made last. */
export function startObject(secrets: Secrets) {
  const key = randomBytes(KEY_BYTES)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return {
    cipher,
    header: (sha256: string) =>
      Buffer.concat([MAGIC, secrets.seal('evidence', sha256, key), nonce]),
  }
}

/** A decipher for a stored object from its header and its last bytes. Throws when they were not made by us. */
export function openObject(secrets: Secrets, sha256: string, header: Buffer, tag: Buffer) {
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new Error('A stored object does not begin as ours do.')
  }
  const wrapped = header.subarray(MAGIC.length, MAGIC.length + WRAPPED_KEY_BYTES)
  const key = secrets.open('evidence', sha256, wrapped)
  return createDecipheriv('aes-256-gcm', key, header.subarray(-NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  }).setAuthTag(tag)
}
