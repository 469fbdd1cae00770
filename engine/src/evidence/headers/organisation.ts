import { getDomain } from 'tldts'
import { remember } from '../../remember.ts'
import { RESERVED_TOPS, SECOND_LEVELS } from './reserved-names.ts'
import { findTenantSuffix } from './tenant-suffixes.ts'

/** One mail names the same few domains again and again; no domain is longer (RFC 1035 §2.3.4). */
const MEMORY = { answersMax: 8192, charsMax: 253 }

/**
 * The domain somebody registered (RFC 7489 §3.2 calls it the organizational domain), by the public
 * suffix list with its private part, so that two customers of one host are two organisations.
 * A name without one, an IP address for example, stands for itself.
 */
export const toOrganisation = remember(findOrganisation, MEMORY)

function findOrganisation(domain: string): string {
  if (domain.startsWith('[')) return domain
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  // RFC 2606 names are not in the list; they must behave like real ones or examples prove nothing.
  if (RESERVED_TOPS.has(top)) {
    const hasSecondLevel = labels.length > 2 && SECOND_LEVELS.has(labels.at(-2) ?? '')
    return labels.slice(hasSecondLevel ? -3 : -2).join('.')
  }
  const tenants = findTenantSuffix(domain)
  if (tenants !== undefined) return labels.slice(-tenants.split('.').length - 1).join('.')
  return getDomain(domain, { allowPrivateDomains: true }) ?? domain
}
