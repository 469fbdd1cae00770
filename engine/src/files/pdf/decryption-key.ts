import { createCipheriv, createDecipheriv, hash } from 'node:crypto'
import { type PdfDict, type PdfValue, toNumber } from './pdf-value.ts'
import { rc4 } from './rc4.ts'

/** The Encrypt dictionary of the standard handler (ISO 32000-2 §7.6.4.2). */
interface Handler {
  readonly revision: number
  readonly keyBytes: number
  readonly owner: Buffer
  readonly user: Buffer
  readonly userKey: Buffer
  readonly permissions: number
  readonly isMetadataEncrypted: boolean
  readonly firstId: Buffer
}

/** Fills passwords up to 32 bytes (Algorithm 2, step a). */
const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
)

/** The file's key with one of the passwords; undefined when none of them opens it. */
export function findDecryptionKey(
  encrypt: PdfDict,
  firstId: Buffer,
  passwords: readonly string[],
): { key: Buffer; password: string } | undefined {
  const handler = toHandler(encrypt, firstId)
  for (const password of passwords) {
    const key =
      handler.revision >= 5 ? openRevision5(handler, password) : openRevision4(handler, password)
    if (key !== undefined) return { key, password }
  }
  return undefined
}

function toHandler({ entries }: PdfDict, firstId: Buffer): Handler {
  const revision = toNumber(entries.get('R'))
  const bits = toNumber(entries.get('Length')) || (toNumber(entries.get('V')) >= 4 ? 128 : 40)
  return {
    revision,
    keyBytes: revision === 2 ? 5 : Math.min(16, Math.max(5, bits >> 3)),
    owner: toBytes(entries.get('O')),
    user: toBytes(entries.get('U')),
    userKey: toBytes(entries.get('UE')),
    permissions: toNumber(entries.get('P')) | 0,
    isMetadataEncrypted: entries.get('EncryptMetadata') !== false,
    firstId,
  }
}

export function toBytes(value: PdfValue): Buffer {
  return typeof value === 'object' && value.is === 'string' ? value.bytes : Buffer.alloc(0)
}

const md5 = (...parts: readonly Buffer[]) => hash('md5', Buffer.concat(parts), 'buffer')

/** Algorithm 2 for the key, Algorithms 4 and 5 to see that it is right. */
function openRevision4(handler: Handler, password: string): Buffer | undefined {
  const { revision, keyBytes, owner, user, permissions, isMetadataEncrypted, firstId } = handler
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32)
  const flags = Buffer.alloc(4)
  flags.writeInt32LE(permissions)
  const open = revision >= 4 && !isMetadataEncrypted ? Buffer.alloc(4, 0xff) : Buffer.alloc(0)
  let key = md5(padded, owner.subarray(0, 32), flags, firstId, open)
  if (revision >= 3) for (let round = 0; round < 50; round++) key = md5(key.subarray(0, keyBytes))
  key = key.subarray(0, keyBytes)
  if (revision === 2) return rc4(key, PADDING).equals(user.subarray(0, 32)) ? key : undefined
  let check: Buffer = md5(PADDING, firstId)
  for (let round = 0; round < 20; round++)
    check = rc4(
      key.map((byte) => byte ^ round),
      check,
    )
  return check.equals(user.subarray(0, 16)) ? key : undefined
}

/** Algorithms 2.A and 11: salts for the check and for the key stand behind the hash in U. */
function openRevision5(handler: Handler, password: string): Buffer | undefined {
  const { revision, user, userKey } = handler
  if (user.length < 48 || userKey.length < 32) return undefined
  const secret = Buffer.from(password, 'utf8').subarray(0, 127)
  const digest = (salt: Buffer) =>
    revision === 5
      ? hash('sha256', Buffer.concat([secret, salt]), 'buffer')
      : hardenedHash(secret, salt)
  if (!digest(user.subarray(32, 40)).equals(user.subarray(0, 32))) return undefined
  const decipher = createDecipheriv('aes-256-cbc', digest(user.subarray(40, 48)), Buffer.alloc(16))
  decipher.setAutoPadding(false)
  return Buffer.concat([decipher.update(userKey.subarray(0, 32)), decipher.final()])
}

/** Algorithm 2.B: 64 rounds and more of AES and of a hash that the rounds themselves choose. */
function hardenedHash(secret: Buffer, salt: Buffer): Buffer {
  let key: Buffer = hash('sha256', Buffer.concat([secret, salt]), 'buffer')
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const block = Buffer.concat([secret, key])
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => block))
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32))
    cipher.setAutoPadding(false)
    const encrypted = Buffer.concat([cipher.update(repeated), cipher.final()])
    // The sum of the bytes has the remainder of the whole number, for 256 leaves 1 by 3.
    const choice = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = hash(HASHES[choice] ?? 'sha256', encrypted, 'buffer')
    if (round >= 63 && (encrypted.at(-1) ?? 0) <= round - 31) break
  }
  return key.subarray(0, 32)
}

const HASHES = ['sha256', 'sha384', 'sha512'] as const
/** A byte ends the rounds after 286 at the latest. */
const ROUNDS_MAX = 300
