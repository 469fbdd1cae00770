import { createDecipheriv, hash } from 'node:crypto'
import { limits } from '../../limits.ts'
import type { FileToRead } from '../file-reading.ts'
import { payForTrial, TRIAL_MS } from '../pay-for-trial.ts'
import { type DecryptedPackage, spinPassword } from './decrypt-agile.ts'

const ROUNDS = 50_000
const SALT_BYTES = 16
const VERIFIER_BYTES = 16
const VERIFIER_HASH_BYTES = 32

/** Standard encryption (MS-OFFCRYPTO §2.3.4.5): AES in ECB mode, SHA-1, as Office 2007 writes it. */
export function decryptStandard(
  info: Buffer,
  packed: Buffer,
  { passwords, budget }: Pick<FileToRead, 'passwords' | 'budget'>,
): DecryptedPackage | undefined {
  if (info.length < 16 || packed.length < 24) return undefined
  const keyBytes = info.length >= 32 ? info.readUInt32LE(12 + 16) / 8 : 0
  const verifierAt = 12 + info.readUInt32LE(8)
  const saltAt = verifierAt + 4
  const verifier = info.subarray(saltAt + SALT_BYTES, saltAt + SALT_BYTES + VERIFIER_BYTES)
  const hashAt = saltAt + SALT_BYTES + VERIFIER_BYTES + 4
  const expected = info.subarray(hashAt, hashAt + VERIFIER_HASH_BYTES)
  if (expected.length < VERIFIER_HASH_BYTES) return undefined
  for (const password of passwords.slice(0, limits.passwordsMax)) {
    if (!payForTrial(budget, ROUNDS * TRIAL_MS.officeRound)) break
    const key = deriveKey(info.subarray(saltAt, saltAt + SALT_BYTES), password, keyBytes)
    const input = decryptBlocks(key, verifier)
    const found = decryptBlocks(key, expected)
    if (input === undefined || found === undefined) return undefined
    if (!hash('sha1', input, 'buffer').equals(found.subarray(0, 20))) continue
    const content = decryptBlocks(key, packed.subarray(8))
    return content && { content: content.subarray(0, packed.readUInt32LE(0)), password }
  }
  return undefined
}

/** §2.3.4.7: the spun hash, one more for block 0, then two pads of SHA-1. */
function deriveKey(salt: Buffer, password: string, keyBytes: number): Buffer {
  const spun = spinPassword('sha1', salt, password, ROUNDS)
  const final = hash('sha1', Buffer.concat([spun, Buffer.alloc(4)]), 'buffer')
  const pad = (fill: number) => {
    const block = Buffer.alloc(64, fill)
    for (const [index, byte] of final.entries()) block[index] = byte ^ fill
    return hash('sha1', block, 'buffer')
  }
  return Buffer.concat([pad(0x36), pad(0x5c)]).subarray(0, keyBytes)
}

function decryptBlocks(key: Buffer, packed: Buffer): Buffer | undefined {
  const whole = packed.subarray(0, packed.length - (packed.length % 16))
  if (![16, 24, 32].includes(key.length) || whole.length === 0) return undefined
  const decipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false)
  return Buffer.concat([decipher.update(whole), decipher.final()])
}
