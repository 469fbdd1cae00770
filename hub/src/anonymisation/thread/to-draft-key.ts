import { createHash } from 'node:crypto'
import type { CaseRecord } from 'engine'

/**
 * A digest of all that a draft is made from. What several records of one transaction hold together (each provider's mails
 * are in the whole case, too) is read once: a case has many millions of letters, and nobody is answered meanwhile.
 */
export function toDraftKey({ mails, logs, traces, registered, ...rest }: CaseRecord): string {
  const large = [mails.map(toDigest), logs.map(toDigest), toDigest(traces), toDigest(registered)]
  return hash(JSON.stringify([large, rest]))
}

const digests = new WeakMap<object, string>()

/** Of what nobody changes once it was read. */
function toDigest(part: object): string {
  const digest = digests.get(part) ?? hash(JSON.stringify(part))
  digests.set(part, digest)
  return digest
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64')
