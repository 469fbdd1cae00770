import { listReadings } from '../anonymise/redact/own-network.ts'
import { isInNetwork, toIpBytes } from '../authentication/spf/ip-network.ts'
import { EVERYBODYS_NETWORKS } from './networks.ts'

interface Network {
  readonly bytes: readonly number[]
  readonly bits: number
}

/** By their first byte: an address is held against a few dozen, not all. */
const BY_FIRST_BYTE: ReadonlyMap<string, readonly Network[]> = Map.groupBy(
  EVERYBODYS_NETWORKS.map(toNetwork),
  ({ bytes }) => toKey(bytes),
)

function toNetwork(written: string): Network {
  const [address = '', bits] = written.split('/', 2)
  const bytes = toIpBytes(address) ?? []
  return { bytes, bits: bits === undefined ? bytes.length * 8 : Number(bits) }
}

/** No network of the table is wider than what its first byte says. */
function toKey(bytes: readonly number[]): string {
  return `${bytes.length} ${bytes[0]}`
}

/** Whether an address, however it is written, is one from which the mail, names or pages of many come. */
export function isEverybodysIp(value: string): boolean {
  return listReadings(value).some((ip) =>
    (BY_FIRST_BYTE.get(toKey(ip)) ?? []).some(({ bytes, bits }) => isInNetwork(ip, bytes, bits)),
  )
}
