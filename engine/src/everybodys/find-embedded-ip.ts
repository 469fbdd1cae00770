import { toIpBytes } from '../authentication/spf/ip-network.ts'

/** What stands in a name that is its own address. */
export interface EmbeddedIp {
  /** The address that the name leads to. */
  readonly ip: string
  /** The name from the address on, with nothing before it. */
  readonly host: string
}

/**
 * Name services that answer each name with the address written in it, so that nobody registers anything: blocked, such
 * a service cuts everybody off, and the address alone is the attacker’s.
 */
export const EMBEDDING_SERVICES: readonly string[] =
  'nip.io sslip.io xip.io xip.name traefik.me my.local-ip.co ipv6-literal.net'.split(' ')

/** The address in a name such as `198-51-100-7.nip.io`, `shop.198.51.100.7.sslip.io`, `c6336407.nip.io`; undefined for any other. */
export function findEmbeddedIp(written: string): EmbeddedIp | undefined {
  const host = written.toLowerCase()
  const service = EMBEDDING_SERVICES.find((name) => host.endsWith(`.${name}`))
  if (service === undefined) return undefined
  const below = host.slice(0, -service.length - 1)
  const found = FORMS.map((read) => read(below)).find(isAddress)
  return found && { ip: found.ip, host: `${below.slice(found.start)}.${service}` }
}

interface Found {
  readonly ip: string
  readonly start: number
}

const isAddress = (found: Found | undefined): found is Found =>
  found !== undefined && toIpBytes(found.ip) !== undefined

/** As the services document them: with dots, with hyphens, eight hexadecimal digits, and a version 6 address with hyphens for colons. */
const FORMS: readonly ((below: string) => Found | undefined)[] = [
  (below) => {
    const match = [...below.matchAll(/(?<![\da-z])\d{1,3}(?:\.\d{1,3}){3}(?![\da-z])/gu)].at(-1)
    return match && { ip: match[0], start: match.index }
  },
  (below) => {
    const match = [...below.matchAll(/(?<![\da-z])\d{1,3}(?:-\d{1,3}){3}(?![\da-z])/gu)].at(-1)
    return match && { ip: match[0].replaceAll('-', '.'), start: match.index }
  },
  (below) => {
    const match = /(?<![\da-z])[\da-f]{8}$/u.exec(below)
    const digits = match?.[0].match(/../gu) ?? []
    return match === null
      ? undefined
      : { ip: digits.map((two) => Number.parseInt(two, 16)).join('.'), start: match.index }
  },
  (below) => {
    const match = /(?<![\da-z-])(?=[^.]{0,39}-)[\da-f-]{2,39}$/u.exec(below)
    return match === null ? undefined : { ip: match[0].replaceAll('-', ':'), start: match.index }
  },
]
