import { toIpBytes } from '../authentication/spf/ip-network.ts'

/** What stands in a name that is its own address. */
export interface EmbeddedIp {
  /** The address that the name leads to. */
  readonly ip: string
  /** The address and the service, with nothing else: whoever makes the name writes beside the address what he likes. */
  readonly host: string
  /** What is written before the address; empty for nothing. */
  readonly before: string
  /** What is written between the address and the service, where the services overlook it; empty for nothing. */
  readonly behind: string
}

/**
 * Name services that answer each name with the address written in it, so that nobody registers anything: blocked, such
 * a service cuts everybody off, and the address alone is the attacker’s.
 */
export const EMBEDDING_SERVICES: readonly string[] =
  'nip.io sslip.io xip.io xip.name traefik.me my.local-ip.co ipv6-literal.net'.split(' ')

/** The address in a name such as `198-51-100-7.nip.io`, `shop.198.51.100.7.sslip.io`, `c6336407.nip.io`; undefined for any other. */
export function findEmbeddedIp(name: string): EmbeddedIp | undefined {
  const host = name.toLowerCase()
  const service = EMBEDDING_SERVICES.find((one) => host.endsWith(`.${one}`))
  if (service === undefined) return undefined
  const below = host.slice(0, -service.length - 1)
  const found = FORMS.map((read) => read(below)).find(isAddress)
  if (found === undefined) return undefined
  const { ip, written: address, start } = found
  return {
    ...{ ip, host: `${address}.${service}` },
    before: below.slice(0, start).replace(/(?<![.-])[.-]+$/u, ''),
    behind: below.slice(start + address.length).replace(/^[.-]+/u, ''),
  }
}

interface Found {
  readonly ip: string
  readonly written: string
  readonly start: number
}

const isAddress = (found: Found | undefined): found is Found =>
  found !== undefined && toIpBytes(found.ip) !== undefined

function toFound(match: RegExpExecArray, toIp: (written: string) => string): Found {
  const [written] = match
  return { ip: toIp(written), written, start: match.index }
}

const toDotted = (written: string): string =>
  (written.match(/../gu) ?? []).map((two) => Number.parseInt(two, 16)).join('.')

/** As the services document them: with dots, with hyphens, eight hexadecimal digits, and a version 6 address with hyphens for colons. */
const FORMS: readonly ((below: string) => Found | undefined)[] = [
  (below) => {
    const match = [...below.matchAll(/(?<![\da-z])\d{1,3}(?:\.\d{1,3}){3}(?![\da-z])/gu)].at(-1)
    return match && toFound(match, (written) => written)
  },
  (below) => {
    const match = [...below.matchAll(/(?<![\da-z])\d{1,3}(?:-\d{1,3}){3}(?![\da-z])/gu)].at(-1)
    return match && toFound(match, (written) => written.replaceAll('-', '.'))
  },
  (below) => {
    const match = /(?<![\da-z])[\da-f]{8}$/u.exec(below)
    return match === null ? undefined : toFound(match, toDotted)
  },
  (below) => {
    const match = /(?<![\da-z-])(?=[^.]{0,39}-)[\da-f-]{2,39}$/u.exec(below)
    return match === null ? undefined : toFound(match, (written) => written.replaceAll('-', ':'))
  },
]
