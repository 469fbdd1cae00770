import { createHash } from 'node:crypto'
import type { Message } from '../../evidence/message.ts'
import { limits } from '../../limits.ts'
import { type Canonicalisation, toCanonicalBody } from './canonical-body.ts'
import type { Signature } from './parse-signature.ts'

/** The hash of the body as a signature reads it; undefined when the body is over the limit. */
export type BodyHasher = (signature: Signature) => string | undefined

/** Signatures and ARC sets of one mail mostly agree on how the body is read; each way is read once. */
export function toBodyHasher({ bytes, root }: Message): BodyHasher {
  const canonical = new Map<Canonicalisation, Uint8Array>()
  const body = bytes.subarray(root.bodyRange.start, root.bodyRange.end)
  return ({ bodyHow, hash, length }) => {
    if (body.length > limits.signedBodyBytesMax) return undefined
    const read = canonical.get(bodyHow) ?? toCanonicalBody(body, bodyHow)
    canonical.set(bodyHow, read)
    if (length !== undefined && length > read.length) return ''
    return createHash(hash).update(read.subarray(0, length)).digest('base64')
  }
}
