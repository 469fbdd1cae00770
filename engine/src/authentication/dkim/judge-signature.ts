import type { HeaderField, Message } from '../../evidence/message.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { BodyHasher } from './body-hasher.ts'
import { emptySignature, toCanonicalField, toCanonicalFields, toRaw } from './canonical-header.ts'
import { isSignedBy, isWeakKey } from './is-signed-by.ts'
import type { Signature } from './parse-signature.ts'
import { findPublicKey } from './public-key.ts'

/** What a signature turned out to be. */
export interface Verdict {
  readonly result: 'pass' | 'fail' | 'neutral' | 'policy' | 'permerror'
  readonly reason?: string
}

/**
 * Judges one DKIM-Signature or ARC-Message-Signature (RFC 6376 §6.1). Whether the body is the signed
 * one can always be told; whether the domain signed it, when its key is recorded.
 */
export function judgeSignature(
  message: Message,
  header: HeaderField,
  signature: Signature,
  knowledge: Knowledge,
  hashBody: BodyHasher,
): Verdict {
  // RFC 6376 §8.15: a signature reads From from the last one up, people see the one on top.
  const signedFroms = signature.fields.filter((name) => name.toLowerCase() === 'from').length
  if (signedFroms < Math.max(1, message.header('from').length))
    return { result: 'permerror', reason: 'from-unsigned' }
  const bodyHash = hashBody(signature)
  if (bodyHash === undefined) return { result: 'neutral', reason: 'over-large-body' }
  if (bodyHash !== signature.bodyHash) return { result: 'fail', reason: 'body-altered' }
  // RFC 8301 §3.1: SHA-1 proves nothing any more.
  if (signature.hash === 'sha1') return { result: 'policy', reason: 'weak-algorithm' }
  const { selector, domain, algorithm, identity, isExpiredAt } = signature
  const arrived = message.received[0]?.at ?? message.sentAt
  if (arrived !== undefined && isExpiredAt(arrived)) return { result: 'policy', reason: 'expired' }
  const published = findPublicKey(selector, domain, algorithm, knowledge)
  if (published.state === 'unknown') return { result: 'neutral', reason: 'key-unknown' }
  if (published.state !== 'known') return { result: 'permerror', reason: `key-${published.state}` }
  if (published.isStrict && identity !== domain)
    return { result: 'permerror', reason: 'identity-differs' }
  if (isWeakKey(published.key, algorithm)) return { result: 'policy', reason: 'weak-key' }
  const signed =
    toCanonicalFields(message, signature.fields, signature.headerHow) +
    toCanonicalField(emptySignature(toRaw(message, header)), signature.headerHow)
  if (!isSignedBy(published.key, algorithm, Buffer.from(signed, 'latin1'), signature.signature))
    return { result: 'fail', reason: 'signature-altered' }
  return hasUnsignedEnd(signature, hashBody)
    ? { result: 'neutral', reason: 'body-partly-signed' }
    : { result: 'pass' }
}

/** Whether something stands behind the `l=` bytes: anybody can have appended it (RFC 6376 §8.2). */
function hasUnsignedEnd({ length, ...whole }: Signature, hashBody: BodyHasher): boolean {
  return length !== undefined && hashBody(whole) !== whole.bodyHash
}
