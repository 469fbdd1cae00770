import { listSealers } from '../../authentication/arc/list-sealers.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { SEALING_PROVIDERS } from '../tables/sealing-providers.ts'
import type { Subject } from './subject.ts'

/** Who says that the mail was genuine when it reached him. */
export interface Voucher {
  /** The last sealer's domain; empty when no seal is there to read. */
  readonly domain: string
  /**
   * Everybody in the chain is a known provider or in the register. A chain that passes proves only
   * who sealed it: with a domain of his own anybody can seal "dmarc=pass" into his own mail.
   */
  readonly isKnown: boolean
}

/** A forwarder vouches that everything was right when the mail reached it (RFC 8617 §7.2). */
export function findVoucher({ checks, message, context }: Subject): Voucher | undefined {
  const isPassed = (method: string) =>
    checks.some((one) => one.isTrusted && one.method === method && one.result === 'pass')
  // The judgement of Exchange Online over everything, forwarders included.
  if (isPassed('compauth')) return { domain: '', isKnown: true }
  const isSealed = checks.some(
    ({ header, method, result }) =>
      header.key === 'arc-authentication-results' && method === 'dmarc' && result === 'pass',
  )
  if (!isPassed('arc') || !isSealed) return undefined
  const sealers = listSealers(message)
  return {
    domain: sealers.at(-1) ?? '',
    isKnown:
      sealers.length > 0 &&
      sealers
        .map(toOrganisation)
        .every(
          (sealer) =>
            SEALING_PROVIDERS.has(sealer) || context.register.ownerOf(sealer) !== undefined,
        ),
  }
}
