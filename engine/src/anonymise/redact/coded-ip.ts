import { toIpBytes } from '../../authentication/spf/ip-network.ts'
import { listReadings } from './own-network.ts'

/** Half of an address of version 6 tells the network; whoever has it writes into the other half what he likes. */
const NETWORK_BYTES = 8
/** As many bytes at the end are the number of a machine: `…::7`, `…::1c2`. */
const NUMBER_BYTES = 2

/** An address of which only the network goes out. */
export interface CodedIp {
  /** The first four groups: `2001:db8:bad:1`. */
  readonly groups: string
  /** `2001:db8:bad:1::/64`. */
  readonly network: string
  /** Whether the network is one through which everybody is reached, or nobody, and stands for no attacker. */
  readonly isNobodys: boolean
}

/** `::/64`, and the well-known prefix by which IPv4 is reached (RFC 6052). */
const NOBODYS: ReadonlySet<string> = new Set(['0:0:0:0', '64:ff9b:0:0'])

/**
 * An IPv6 address whose lower half may be a code for one recipient (T19): `…:6b61:6e6e:616d:6976` spells a name. A sender
 * has as many addresses as he likes. Undefined where the lower half is the small number of a machine, or an address of
 * version 4, which nobody chooses.
 */
export function toCodedIp(ip: string): CodedIp | undefined {
  const bytes = toIpBytes(ip)
  if (bytes === undefined || bytes.length !== 16) return undefined
  const isNumber = bytes.slice(NETWORK_BYTES, -NUMBER_BYTES).every((byte) => byte === 0)
  if (isNumber) return undefined
  const groups = toGroups(bytes)
  const isNobodys = isNobodysNetwork(bytes)
  return isNobodys && listReadings(ip).length > 1
    ? undefined
    : { groups, network: `${groups}::/64`, isNobodys }
}

/** The first half of an address of version 6: `2001:db8:bad:1`. */
export const toGroups = (bytes: readonly number[]): string =>
  [0, 2, 4, 6].map((at) => (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16)).join(':')

/** Of the bytes of an address of version 6. */
export const isNobodysNetwork = (bytes: readonly number[]): boolean => NOBODYS.has(toGroups(bytes))
