import { domainToASCII } from 'node:url'
import {
  isBrandsPage,
  isEverybodysDomain,
  isEverybodysIp,
  isMailboxProvider,
  isPrivateHost,
  type Owners,
  SPOOFED_FROM,
} from 'engine'

interface Blockable {
  readonly type: string
  readonly value: string
  readonly context?: string
}

/**
 * Whether a value may stand on a list that firewalls and mail gateways read by themselves, whatever a person decided
 * about the text: never what a member registered, or one mail that names a member would have all others cut it off,
 * never a domain or network that everybody uses, nor a page of a brand that copied letters lead to, and never a domain
 * that a mail only borrowed.
 */
export function mayBeBlocked({ type, value, context }: Blockable, registered: Owners): boolean {
  if (context === SPOOFED_FROM) return false
  if (type === 'ipv4' || type === 'ipv6') {
    // Customers of one host share a network, and whose address lies in it no look-up of an address says.
    if (value.includes('/')) return false
    return registered.ofIp(value) === undefined && !isEverybodysIp(value) && !isPrivateHost(value)
  }
  if (type === 'email-address') return mayBeBlockedAddress(value, registered)
  const place = type === 'url' ? toPlace(value) : { host: toHost(value), isFront: true }
  if (place === undefined || place.host === '' || isRegistered(place.host, registered)) return false
  return !isBrandsPage(place.host) && !(place.isFront && isEverybodysPlace(place.host))
}

/** Where anybody opens a mailbox, the address is its owner's; at any other domain that everybody knows it is borrowed. */
function mayBeBlockedAddress(value: string, registered: Owners): boolean {
  const at = value.lastIndexOf('@')
  const domain = toHost(value.slice(at + 1))
  if (at < 1 || domain === '' || isRegistered(domain, registered)) return false
  if (registered.ofAddress(`${value.slice(0, at)}@${domain}`) !== undefined) return false
  return isMailboxProvider(domain) || !isEverybodysDomain(domain)
}

/** As resolvers and browsers read a name: full-width letters and soft hyphens are other spellings of the same (UTS #46). */
const toHost = (written: string): string =>
  written.startsWith('[')
    ? written.toLowerCase()
    : domainToASCII(written.trim()).replace(/(?<!\.)\.+$/u, '')

const isEverybodysPlace = (host: string): boolean =>
  isEverybodysDomain(host) || isEverybodysIp(host.replace(/^\[|\]$/gu, ''))

const isRegistered = (host: string, { ofDomain, ofIp }: Owners): boolean =>
  ofDomain(host) !== undefined || ofIp(host.replace(/^\[|\]$/gu, '')) !== undefined

/** What no reader of links can read is on no list either. */
function toPlace(url: string): { host: string; isFront: boolean } | undefined {
  if (!URL.canParse(url)) return undefined
  const { hostname, pathname, search } = new URL(url)
  return { host: hostname.replace(/(?<!\.)\.+$/u, ''), isFront: pathname === '/' && search === '' }
}
