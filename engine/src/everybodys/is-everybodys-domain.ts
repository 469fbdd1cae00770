import { getDomain, getPublicSuffix } from 'tldts'
import { isSharedService } from '../anonymise/redact/shared-services.ts'
import { WELL_KNOWN } from '../register/well-known-domains.ts'
import { FREE_MAIL } from '../techniques/tables/free-mail.ts'
import { findHostingService, isSharedHost } from '../techniques/tables/hosting-services.ts'
import { SENDING_SERVICES } from '../techniques/tables/sending-services.ts'
import { isServiceHost } from '../techniques/url/services.ts'
import { BRANDS_OF_JAPAN } from './brands-of-japan.ts'
import { BUSINESS_SERVICES } from './business-services.ts'
import { ESTABLISHED_DOMAINS } from './established-domains.ts'
import { findCustomerHost, isCustomerService } from './find-customer-host.ts'
import { isPublicBody } from './is-public-body.ts'
import { SHARED_PLACES } from './shared-places.ts'

const EVERYBODYS: ReadonlySet<string> = new Set([
  ...WELL_KNOWN.flatMap(([, ...domains]) => domains),
  ...FREE_MAIL,
  ...SENDING_SERVICES,
  ...BUSINESS_SERVICES,
  ...ESTABLISHED_DOMAINS,
  ...BRANDS_OF_JAPAN,
  ...SHARED_PLACES,
])

const ALL_SUFFIXES = { validateHostname: false, allowPrivateDomains: true }
const ICANN_SUFFIXES = { validateHostname: false, allowPrivateDomains: false }

/**
 * Whether a domain is one that honest people use together: blocked as a whole it cuts off everybody's mail, files,
 * sign-in, news or town hall, and one link in one mail would be enough to have it blocked. What a service gives one
 * customer to put pages on is that customer's (`x.github.io`, Public Suffix List, private section, and the services
 * that are not on it).
 */
export function isEverybodysDomain(written: string): boolean {
  const domain = written.toLowerCase().replace(/(?<!\.)\.+$/u, '')
  if (getPublicSuffix(domain, ALL_SUFFIXES) === domain) return true
  if (isSharedHost(domain) || isCustomerService(domain)) return true
  if (findCustomerHost(domain) !== undefined) return false
  if (isServiceHost(domain)) return true
  if (findHostingService(domain) !== undefined) return false
  if (getDomain(domain, ALL_SUFFIXES) !== getDomain(domain, ICANN_SUFFIXES)) return false
  return (
    isSharedService(domain) ||
    isPublicBody(domain) ||
    listParents(domain).some((name) => EVERYBODYS.has(name))
  )
}

const listParents = (domain: string): readonly string[] => {
  const labels = domain.split('.')
  return labels.map((_label, index) => labels.slice(index).join('.'))
}
