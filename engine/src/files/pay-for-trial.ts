import type { UnpackBudget } from './archives/archive-member.ts'

/**
 * Milliseconds that one trial of a password takes, measured. Formats make a trial dear on purpose, and a mail may
 * hold dozens of files that ask for one, so all of them are paid for out of one purse.
 */
export const TRIAL_MS = {
  /** AES in ZIP: 1,000 rounds of HMAC, and the library around them. */
  zip: 2,
  /** For each of the rounds that a 7z or RAR states. */
  sevenZipRound: 0.000_15,
  /** For each of the rounds that an Office document states. */
  officeRound: 0.001,
  /** PDF 2.0; older ones take a tenth. */
  pdf: 3,
} as const

/** Whether another trial may be made; then it is paid for. */
export function payForTrial(budget: UnpackBudget, trialMs: number): boolean {
  if (budget.passwordMsLeft < trialMs) return false
  budget.passwordMsLeft -= trialMs
  return true
}
