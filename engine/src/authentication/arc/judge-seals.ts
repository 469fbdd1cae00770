import { toAsciiDomain } from '../../evidence/headers/addresses.ts'
import type { Message } from '../../evidence/message.ts'
import type { Knowledge } from '../../knowledge.ts'
import { emptySignature, toCanonicalField, toRaw } from '../dkim/canonical-header.ts'
import { isSignedBy, isWeakKey } from '../dkim/is-signed-by.ts'
import type { Verdict } from '../dkim/judge-signature.ts'
import { findPublicKey } from '../dkim/public-key.ts'
import type { ArcSet } from './list-sets.ts'

const ALGORITHMS: Readonly<Record<string, 'rsa' | 'ed25519'>> = {
  'rsa-sha256': 'rsa',
  'ed25519-sha256': 'ed25519',
}

/**
 * Verifies each ARC-Seal over all sets up to its own (RFC 8617 §5.1.1): the chain is as good as its
 * worst seal. A wrong seal is certain even when the keys of others are not known.
 */
export function judgeSeals(
  message: Message,
  sets: readonly ArcSet[],
  knowledge: Knowledge,
): Verdict {
  const verdicts: Verdict[] = []
  let before = ''
  for (const set of sets) {
    const own = `${toLine(message, set.results)}${toLine(message, set.signature)}`
    verdicts.push(judgeSeal(message, set, before + own, knowledge))
    before += `${own}${toLine(message, set.seal)}`
  }
  return (
    verdicts.find(({ result }) => result !== 'pass' && result !== 'neutral') ??
    verdicts.find(({ result }) => result === 'neutral') ?? { result: 'pass' }
  )
}

function judgeSeal(
  message: Message,
  { seal, sealTags }: ArcSet,
  before: string,
  knowledge: Knowledge,
): Verdict {
  const algorithm = ALGORITHMS[sealTags.get('a')?.toLowerCase() ?? '']
  const [domain, selector, signature] = ['d', 's', 'b'].map((tag) =>
    sealTags.get(tag)?.replace(/\s+/g, ''),
  )
  // A seal covers the ARC fields and nothing else; `h=` would pretend otherwise (RFC 8617 §4.1.3).
  if (algorithm === undefined || !domain || !selector || !signature || sealTags.has('h'))
    return { result: 'fail', reason: 'malformed-seal' }
  const published = findPublicKey(selector, toAsciiDomain(domain), algorithm, knowledge)
  if (published.state === 'unknown') return { result: 'neutral', reason: 'key-unknown' }
  if (published.state !== 'known') return { result: 'fail', reason: `key-${published.state}` }
  if (isWeakKey(published.key, algorithm)) return { result: 'fail', reason: 'weak-key' }
  const own = toCanonicalField(emptySignature(toRaw(message, seal)), 'relaxed')
  const signed = Buffer.from(before + own, 'latin1')
  return isSignedBy(published.key, algorithm, signed, Buffer.from(signature, 'base64'))
    ? { result: 'pass' }
    : { result: 'fail', reason: 'seal-altered' }
}

function toLine(message: Message, field: ArcSet['seal']): string {
  return `${toCanonicalField(toRaw(message, field), 'relaxed')}\r\n`
}
