import { createCipheriv, createHmac, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'

/** AES with a key of 256 bits, as the format numbers it (APPNOTE appendix on AES, "encryption strength"). */
export const AES_STRENGTH = 3
export const ZIP_SALT_BYTES = 16
export const ZIP_SEAL_BYTES = 10
const KEY_BYTES = 32
const BLOCK_BYTES = 16
/** Rounds the format prescribes. The password is known to everybody; it need not resist guessing. */
const ROUNDS = 1000

const stretch = promisify(pbkdf2)

interface ZipCipher {
  /** Salt and the two bytes by which an unpacker sees at once that a password is wrong. */
  readonly head: Uint8Array<ArrayBuffer>
  /** Enciphers the next piece; every piece but the last is a multiple of 16 bytes. */
  encipher(plain: Uint8Array): Uint8Array<ArrayBuffer>
  /** The seal over all that was enciphered (HMAC-SHA-1, cut to 80 bits by the format). */
  seal(): Uint8Array<ArrayBuffer>
}

/**
 * AES in counter mode as zip has it: the counter starts at one and its low byte comes first, unlike everywhere else,
 * so that the key stream is made here from single blocks.
 */
export async function startZipCipher(password: string, salt: Uint8Array): Promise<ZipCipher> {
  const keys = await stretch(password, salt, ROUNDS, 2 * KEY_BYTES + 2, 'sha1')
  const blocks = createCipheriv('aes-256-ecb', keys.subarray(0, KEY_BYTES), null)
  const hmac = createHmac('sha1', keys.subarray(KEY_BYTES, 2 * KEY_BYTES))
  let counter = 1
  return {
    head: Buffer.concat([salt, keys.subarray(2 * KEY_BYTES)]),
    encipher(plain) {
      const counters = Buffer.alloc(Math.ceil(plain.length / BLOCK_BYTES) * BLOCK_BYTES)
      for (let at = 0; at < counters.length; at += BLOCK_BYTES)
        counters.writeUInt32LE(counter++, at)
      const stream = blocks.update(counters)
      const out = new Uint8Array(plain.length)
      for (let at = 0; at < plain.length; at += 1) out[at] = (plain[at] ?? 0) ^ (stream[at] ?? 0)
      hmac.update(out)
      return out
    },
    seal: () => new Uint8Array(hmac.digest().subarray(0, ZIP_SEAL_BYTES)),
  }
}
