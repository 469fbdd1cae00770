import { domainToUnicode } from 'node:url'

/** A domain as its readers see it: internationalised labels (RFC 3492) decoded, where they can be. */
export const toShownDomain = (domain: string): string =>
  domain.includes('xn--') ? domainToUnicode(domain) || domain : domain
