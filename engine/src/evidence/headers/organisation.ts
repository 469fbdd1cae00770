import { getDomain } from 'tldts'

const RESERVED = new Set(['example', 'test', 'invalid', 'localhost'])
/** Second levels that registries sell under; reserved names use them to stand for `co.jp` and its like. */
const SECOND_LEVELS = new Set([
  'co',
  'ac',
  'or',
  'ne',
  'go',
  'ed',
  'ad',
  'gr',
  'lg',
  'com',
  'net',
  'org',
])

/**
 * The domain somebody registered (RFC 7489 §3.2 calls it the organizational domain), by the public
 * suffix list with its private part, so that two customers of one host are two organisations.
 * A name without one, an IP address for example, stands for itself.
 */
export function toOrganisation(domain: string): string {
  const before = known.get(domain)
  if (before !== undefined) return before
  if (known.size >= DOMAINS_KEPT_MAX) known.clear()
  const organisation = findOrganisation(domain)
  // A hostile name may be as long as its header; no domain is (RFC 1035 §2.3.4).
  if (domain.length <= DOMAIN_CHARS_MAX) known.set(domain, organisation)
  return organisation
}

/** One mail names the same few domains in its addresses and links again and again. */
const DOMAINS_KEPT_MAX = 8192
const DOMAIN_CHARS_MAX = 253
const known = new Map<string, string>()

function findOrganisation(domain: string): string {
  if (domain.startsWith('[')) return domain
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  // RFC 2606 names are not in the list; they must behave like real ones or examples prove nothing.
  if (RESERVED.has(top)) {
    const hasSecondLevel = labels.length > 2 && SECOND_LEVELS.has(labels.at(-2) ?? '')
    return labels.slice(hasSecondLevel ? -3 : -2).join('.')
  }
  return getDomain(domain, { allowPrivateDomains: true }) ?? domain
}
