/**
 * Domains under which a service gives every customer a name of its own, as the private part of the
 * public suffix list does for others; the list does not have these.
 */
const TENANT_SUFFIXES = ['mail.onmicrosoft.com', 'onmicrosoft.com'] as const

/** The suffix below which the customer's name stands in this domain, lower case. */
export function findTenantSuffix(domain: string): string | undefined {
  return TENANT_SUFFIXES.find((suffix) => domain.endsWith(`.${suffix}`))
}
