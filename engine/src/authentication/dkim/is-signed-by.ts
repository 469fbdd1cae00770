import { createHash, type KeyObject, verify } from 'node:crypto'
import type { Signature } from './parse-signature.ts'

/** Whether the holder of this key signed these fields. */
export function isSignedBy(
  key: KeyObject,
  algorithm: Signature['algorithm'],
  signed: Buffer,
  signature: Buffer,
): boolean {
  try {
    // RFC 8463 §3: Ed25519 signs the SHA-256 of the fields, not the fields.
    return algorithm === 'ed25519'
      ? verify(null, createHash('sha256').update(signed).digest(), key, signature)
      : verify('sha256', signed, key, signature)
  } catch {
    return false
  }
}

/** RFC 8301 §3.2: shorter keys are broken in days. */
export function isWeakKey({ asymmetricKeyDetails }: KeyObject, algorithm: string): boolean {
  return algorithm === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) < 1024
}
