import { toAsciiDomain } from '../../evidence/headers/addresses.ts'
import type { Message } from '../../evidence/message.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { AuthenticationCheck } from '../authentication.ts'
import { type BodyHasher, toBodyHasher } from '../dkim/body-hasher.ts'
import { judgeSignature, type Verdict } from '../dkim/judge-signature.ts'
import { parseSignature } from '../dkim/parse-signature.ts'
import { judgeSeals } from './judge-seals.ts'
import { type ArcSet, listSets } from './list-sets.ts'

/**
 * Verifies a chain of ARC sets without asking anybody (RFC 8617 §5.2). That a chain passes proves
 * who forwarded the mail and that it is unchanged since the last of them; anybody can seal his own
 * mail, so what the sets say is worth what `domain`, the last sealer, and those before are worth.
 */
export function verifyChain(
  message: Message,
  knowledge: Knowledge,
  hashBody = toBodyHasher(message),
): AuthenticationCheck | undefined {
  const chain = listSets(message)
  if (chain === undefined) return undefined
  const isWhole = 'sets' in chain
  const verdict = isWhole
    ? judgeChain(message, chain.sets, knowledge, hashBody)
    : ({ result: 'fail', reason: chain.fault } as const)
  const domain = isWhole ? chain.sets.at(-1)?.sealTags.get('d') : undefined
  return {
    method: 'arc',
    ...verdict,
    ...(domain === undefined ? {} : { domain: toAsciiDomain(domain) }),
    isTrusted: true,
    header: chain.newest,
  }
}

/** The newest signature must fit the mail; older ones need not, their forwarders' successors may change it. */
function judgeChain(
  message: Message,
  sets: readonly ArcSet[],
  knowledge: Knowledge,
  hashBody: BodyHasher,
): Verdict {
  const newest = sets.at(-1)
  const signature = newest === undefined ? undefined : parseSignature(newest.signature.value, 'arc')
  if (newest === undefined || signature === undefined) return MALFORMED
  // Each seal comes after its signature and cannot be signed by it (RFC 8617 §4.1.2).
  if (signature.fields.some((name) => name.toLowerCase() === 'arc-seal')) return MALFORMED
  const signed = judgeSignature(message, newest.signature, signature, knowledge, hashBody)
  // In the scope of ARC everything that is wrong is a failure (RFC 8617 §5.2).
  if (signed.result !== 'pass' && signed.result !== 'neutral') return { ...signed, result: 'fail' }
  const seals = judgeSeals(message, sets, knowledge)
  return seals.result === 'pass' ? signed : seals
}

const MALFORMED: Verdict = { result: 'fail', reason: 'malformed' }
