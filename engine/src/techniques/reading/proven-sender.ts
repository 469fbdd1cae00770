import { readRecorded } from '../../authentication/read-authentication.ts'
import type { AuthenticationCheck } from '../../authentication/authentication.ts'
import type { Message } from '../../evidence/message.ts'
import type { TechniqueContext } from '../technique.ts'

/**
 * The receiving side recorded that the domain one sees did send the mail. It proves the domain and
 * nothing about its owner's honesty.
 */
export function isProvenSender(message: Message, context: TechniqueContext): boolean {
  return hasAlignedPass(readRecorded(message, context).checks)
}

/**
 * The receiving side checked the mail and found nothing that ties it to the domain one sees. Mail
 * without recorded checks is neither proven nor unproven.
 */
export function isUnprovenSender(message: Message, context: TechniqueContext): boolean {
  const { checks } = readRecorded(message, context)
  return (
    checks.some(({ isTrusted, method }) => isTrusted && PROVING.has(method)) &&
    !hasAlignedPass(checks)
  )
}

export function hasAlignedPass(checks: readonly AuthenticationCheck[]): boolean {
  return checks.some(
    ({ isTrusted, method, result, isAligned }) =>
      isTrusted && result === 'pass' && isAligned === true && PROVING.has(method),
  )
}

/** Methods whose pass proves a domain. */
export const PROVING: ReadonlySet<string> = new Set(['dkim', 'spf', 'dmarc'])
