import { createHash, createPublicKey } from 'node:crypto'

/** A public key with its fingerprint, as people compare it. */
export function describeKey(key: string): { key: string; fingerprint: string } {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' })
  const digest = createHash('sha256').update(der).digest('hex')
  return { key, fingerprint: digest.match(/.{4}/g)?.join(' ') ?? digest }
}
