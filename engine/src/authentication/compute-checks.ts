import { toOrganisation } from '../evidence/headers/organisation.ts'
import type { Message } from '../evidence/message.ts'
import type { Knowledge } from '../knowledge.ts'
import { verifyChain } from './arc/verify-chain.ts'
import type { AuthenticationCheck } from './authentication.ts'
import { toBodyHasher } from './dkim/body-hasher.ts'
import { verifySignatures } from './dkim/verify-signatures.ts'
import { evaluateDmarc } from './dmarc/evaluate-dmarc.ts'
import { readHopNames } from './path/hop-names.ts'
import type { TrustBoundary } from './path/trust-boundary.ts'
import { evaluateSpf } from './spf/evaluate-spf.ts'

/** What can be told without asking anybody: signatures, and policies whose DNS answers are recorded. */
export function computeChecks(
  message: Message,
  boundary: TrustBoundary,
  knowledge: Knowledge,
  recorded: readonly AuthenticationCheck[],
): AuthenticationCheck[] {
  const hashBody = toBodyHasher(message)
  const dkim = verifySignatures(message, knowledge, hashBody)
  const arc = verifyChain(message, knowledge, hashBody)
  const spf = hasAnswers(knowledge) ? computeSpf(message, boundary, knowledge) : undefined
  const computed = [...dkim, ...(spf === undefined ? [] : [spf])]
  const dmarc = hasAnswers(knowledge)
    ? computeDmarc(message, [...computed, ...recorded], knowledge)
    : undefined
  return [...computed, ...(dmarc === undefined ? [] : [dmarc]), ...(arc === undefined ? [] : [arc])]
}

function hasAnswers({ dnsRecords }: Knowledge): boolean {
  return dnsRecords !== undefined && dnsRecords.length > 0
}

/** The address that the gate saw, asked about the envelope sender, else the HELO name (RFC 7208 §2.4). */
function computeSpf(
  message: Message,
  { gate }: TrustBoundary,
  knowledge: Knowledge,
): AuthenticationCheck | undefined {
  // HELO stands for an empty envelope sender, not for one that nobody noted: a saved mail often has lost it.
  if (gate?.fromIp === undefined || message.header('return-path').length === 0) return undefined
  const helo = readHopNames(gate).claimed ?? ''
  const [envelope] = message.addresses('return-path')
  const domain = envelope !== undefined && envelope.domain !== '' ? envelope.domain : helo
  if (domain === '') return undefined
  const sender =
    envelope !== undefined && envelope.domain !== '' ? envelope.address : `postmaster@${helo}`
  const result = evaluateSpf({ ip: gate.fromIp, sender, helo }, knowledge)
  if (result === undefined) return undefined
  const own = message.from?.organisation ?? ''
  return {
    method: 'spf',
    result,
    domain,
    ...(own === '' ? {} : { isAligned: toOrganisation(domain) === own }),
    isTrusted: true,
    header: gate.header,
    ip: gate.fromIp,
  }
}

/** Only when SPF and the sender's own signatures are decided: half the answers make no verdict. */
function computeDmarc(
  { from }: Message,
  checks: readonly AuthenticationCheck[],
  knowledge: Knowledge,
): AuthenticationCheck | undefined {
  if (from === undefined || from.domain === '') return undefined
  const verdict = evaluateDmarc(from.domain, checks, knowledge)
  if (verdict === undefined) return undefined
  const isOpen =
    !checks.some(({ method, isTrusted }) => method === 'spf' && isTrusted) ||
    checks.some(
      ({ method, result, isAligned }) =>
        method === 'dkim' && result === 'neutral' && isAligned === true,
    )
  if (verdict.result === 'fail' && isOpen) return undefined
  return {
    method: 'dmarc',
    ...verdict,
    domain: from.domain,
    isAligned: true,
    isTrusted: true,
    header: from.header,
  }
}
