import { isEverybodysDomain, isEverybodysIp, type Owners } from 'engine'

/**
 * Whether a value may stand on a list that firewalls and mail gateways read by themselves, whatever a person decided
 * about the text: never what a member registered, or one mail that names a member would have all others cut it off,
 * and never a domain or network that everybody uses.
 */
export function mayBeBlocked(
  { type, value }: { readonly type: string; readonly value: string },
  registered: Owners,
): boolean {
  if (type === 'ipv4' || type === 'ipv6') {
    return registered.ofIp(value) === undefined && !isEverybodysIp(value)
  }
  if (type === 'email-address') {
    const address = value.toLowerCase()
    const domain = address.slice(address.lastIndexOf('@') + 1)
    return registered.ofAddress(address) === undefined && !isRegistered(domain, registered)
  }
  const place = type === 'url' ? toPlace(value) : { host: value.toLowerCase(), isFront: true }
  if (place === undefined || isRegistered(place.host, registered)) return false
  return !(place.isFront && isEverybodysPlace(place.host))
}

const isEverybodysPlace = (host: string): boolean =>
  isEverybodysDomain(host) || isEverybodysIp(host.replace(/^\[|\]$/gu, ''))

const isRegistered = (host: string, { ofDomain, ofIp }: Owners): boolean =>
  ofDomain(host) !== undefined || ofIp(host.replace(/^\[|\]$/gu, '')) !== undefined

/** What no reader of links can read is on no list either. */
function toPlace(url: string): { host: string; isFront: boolean } | undefined {
  if (!URL.canParse(url)) return undefined
  const { hostname, pathname, search } = new URL(url)
  return { host: hostname, isFront: pathname === '/' && search === '' }
}
