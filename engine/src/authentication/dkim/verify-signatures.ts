import { createHash, verify } from 'node:crypto'
import { toAsciiDomain } from '../../evidence/headers/addresses.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { HeaderField, Message } from '../../evidence/message.ts'
import type { Knowledge } from '../../knowledge.ts'
import { limits } from '../../limits.ts'
import type { AuthenticationCheck } from '../authentication.ts'
import { type Canonicalisation, toCanonicalBody } from './canonical-body.ts'
import { emptySignature, toCanonicalField, toCanonicalFields, toRaw } from './canonical-header.ts'
import { parseSignature, type Signature } from './parse-signature.ts'
import { findPublicKey } from './public-key.ts'

/** What a signature turned out to be. */
interface Verdict {
  readonly result: 'pass' | 'fail' | 'neutral' | 'policy' | 'permerror'
  readonly reason?: string
}

/**
 * Verifies the DKIM signatures of a mail without asking anybody (RFC 6376, RFC 8463). Whether the
 * body is the signed one can always be told; whether the domain signed it, when its key is recorded.
 */
export function verifySignatures(message: Message, knowledge: Knowledge): AuthenticationCheck[] {
  const hashBody = toBodyHasher(message)
  return message
    .header('dkim-signature')
    .slice(0, limits.signaturesMax)
    .map((header) => {
      const signature = parseSignature(header.value)
      const verdict =
        signature === undefined
          ? ({ result: 'permerror', reason: 'malformed' } as const)
          : judge(message, header, signature, knowledge, hashBody)
      return toCheck(message, header, signature?.domain, verdict)
    })
}

function toCheck(
  { from }: Message,
  header: HeaderField,
  domain: string | undefined,
  verdict: Verdict,
): AuthenticationCheck {
  const shown = domain === undefined ? undefined : toAsciiDomain(domain)
  return {
    method: 'dkim',
    ...verdict,
    ...(shown === undefined ? {} : { domain: shown }),
    ...(shown === undefined || from === undefined || from.organisation === ''
      ? {}
      : { isAligned: toOrganisation(shown) === from.organisation }),
    isTrusted: true,
    header,
  }
}

type BodyHasher = (signature: Signature) => string | undefined

/** Signatures of one mail mostly agree on how the body is read; each way is hashed once. */
function toBodyHasher({ bytes, root }: Message): BodyHasher {
  const canonical = new Map<Canonicalisation, Uint8Array>()
  const body = bytes.subarray(root.bodyRange.start, root.bodyRange.end)
  return ({ bodyHow, hash, length }) => {
    if (body.length > limits.signedBodyBytesMax) return undefined
    const read = canonical.get(bodyHow) ?? toCanonicalBody(body, bodyHow)
    canonical.set(bodyHow, read)
    if (length !== undefined && length > read.length) return ''
    return createHash(hash)
      .update(length === undefined ? read : read.subarray(0, length))
      .digest('base64')
  }
}

function judge(
  message: Message,
  header: HeaderField,
  signature: Signature,
  knowledge: Knowledge,
  hashBody: BodyHasher,
): Verdict {
  if (!signature.fields.some((name) => name.toLowerCase() === 'from'))
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
  if (algorithm === 'rsa' && (published.key.asymmetricKeyDetails?.modulusLength ?? 0) < 1024)
    return { result: 'policy', reason: 'weak-key' }
  const signed =
    toCanonicalFields(message, signature.fields, signature.headerHow) +
    toCanonicalField(emptySignature(toRaw(message, header)), signature.headerHow)
  return isSignedBy(published.key, algorithm, Buffer.from(signed, 'latin1'), signature.signature)
    ? { result: 'pass' }
    : { result: 'fail', reason: 'signature-altered' }
}

function isSignedBy(
  key: Parameters<typeof verify>[2],
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
