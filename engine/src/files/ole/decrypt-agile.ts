import { createDecipheriv, hash } from 'node:crypto'
import { limits } from '../../limits.ts'
import type { FileToRead } from '../file-reading.ts'
import { payForTrial, TRIAL_MS } from '../pay-for-trial.ts'
import { scanXml, type XmlAttributes } from '../office/scan-xml.ts'

export interface DecryptedPackage {
  readonly content: Buffer
  readonly password: string
}

/** The two descriptions of agile encryption: of the package and of the key under the password. */
interface AgileInfo {
  readonly data: XmlAttributes
  readonly key: XmlAttributes
}

/** Keys of blocks (MS-OFFCRYPTO §2.3.4.11–13): what each derived key is for. */
const VERIFIER_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex')
const VERIFIER_HASH = Buffer.from('d7aa0f6d3061344e', 'hex')
const KEY_VALUE = Buffer.from('146e0be7abacd0d6', 'hex')
const SEGMENT_BYTES = 4096
const HASHES: Readonly<Record<string, string>> = {
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
}

/** Agile encryption (MS-OFFCRYPTO §2.3.4.10), as Office has written it since 2010. */
export function decryptAgile(
  info: Buffer,
  packed: Buffer,
  { passwords, budget }: Pick<FileToRead, 'passwords' | 'budget'>,
): DecryptedPackage | undefined {
  const described = readInfo(info.toString('utf8', 8))
  if (described === undefined) return undefined
  const rounds = Number(described.key.get('spinCount') ?? 0)
  if (!Number.isSafeInteger(rounds) || rounds < 0) return undefined
  for (const password of passwords.slice(0, limits.passwordsMax)) {
    // Each round is a hash, and the sender chose how many: the budget decides how many words are tried.
    if (!payForTrial(budget, Math.max(rounds, 1) * TRIAL_MS.officeRound)) break
    const secret = findSecret(described.key, password, rounds)
    if (secret === undefined) continue
    const content = decryptSegments(described.data, secret, packed)
    if (content !== undefined) return { content, password }
  }
  return undefined
}

function readInfo(xml: string): AgileInfo | undefined {
  let data: XmlAttributes | undefined
  let key: XmlAttributes | undefined
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'keyData') data ??= attributes()
      if (name === 'encryptedKey') key ??= attributes()
    },
  })
  return data === undefined || key === undefined ? undefined : { data, key }
}

/** The package's key when the password is right: the verifier's hash fits. */
function findSecret(key: XmlAttributes, password: string, rounds: number): Buffer | undefined {
  const algorithm = HASHES[key.get('hashAlgorithm') ?? '']
  if (algorithm === undefined || key.get('cipherAlgorithm') !== 'AES') return undefined
  const salt = toBytes(key, 'saltValue')
  const spun = spinPassword(algorithm, salt, password, rounds)
  const open = (block: Buffer, name: string) => {
    const derived = fit(hash(algorithm, Buffer.concat([spun, block]), 'buffer'), toKeyBytes(key))
    return decryptBlocks(derived, fit(salt, 16), toBytes(key, name))
  }
  const input = open(VERIFIER_INPUT, 'encryptedVerifierHashInput')
  const expected = open(VERIFIER_HASH, 'encryptedVerifierHashValue')
  if (input === undefined || expected === undefined) return undefined
  const found = hash(algorithm, input, 'buffer')
  if (!expected.subarray(0, found.length).equals(found)) return undefined
  return open(KEY_VALUE, 'encryptedKeyValue')?.subarray(0, toKeyBytes(key))
}

/** Hashes a password as often as the file says, so that guessing takes long (§2.3.4.11). */
export function spinPassword(
  algorithm: string,
  salt: Buffer,
  password: string,
  rounds: number,
): Buffer {
  let spun = hash(algorithm, Buffer.concat([salt, Buffer.from(password, 'utf16le')]), 'buffer')
  const input = Buffer.alloc(4 + spun.length)
  for (let round = 0; round < rounds; round++) {
    input.writeUInt32LE(round, 0)
    spun.copy(input, 4)
    spun = hash(algorithm, input, 'buffer')
  }
  return spun
}

/** The package: its size, then segments that each have their own start value. */
function decryptSegments(data: XmlAttributes, secret: Buffer, packed: Buffer): Buffer | undefined {
  const algorithm = HASHES[data.get('hashAlgorithm') ?? '']
  if (algorithm === undefined || packed.length < 8) return undefined
  const salt = toBytes(data, 'saltValue')
  const size = packed.readUInt32LE(0)
  const pieces: Buffer[] = []
  for (let at = 8, index = 0; at < packed.length; at += SEGMENT_BYTES, index++) {
    const number = Buffer.alloc(4)
    number.writeUInt32LE(index)
    const start = fit(hash(algorithm, Buffer.concat([salt, number]), 'buffer'), 16)
    const piece = decryptBlocks(secret, start, packed.subarray(at, at + SEGMENT_BYTES))
    if (piece === undefined) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces).subarray(0, size)
}

/** AES in CBC mode without padding; undefined when the sizes do not fit a cipher. */
function decryptBlocks(key: Buffer, start: Buffer, packed: Buffer): Buffer | undefined {
  const whole = packed.subarray(0, packed.length - (packed.length % 16))
  if (![16, 24, 32].includes(key.length) || whole.length === 0) return undefined
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, start).setAutoPadding(false)
  return Buffer.concat([decipher.update(whole), decipher.final()])
}

function toKeyBytes(key: XmlAttributes): number {
  return Number(key.get('keyBits') ?? 0) / 8
}

function toBytes(values: XmlAttributes, name: string): Buffer {
  return Buffer.from((values.get(name) ?? '').slice(0, 1_000), 'base64')
}

/** Cut to length, or filled up with 0x36 as the standard says. */
function fit(bytes: Buffer, length: number): Buffer {
  if (!Number.isInteger(length) || length < 0 || length > 64) return Buffer.alloc(0)
  return bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)])
}
