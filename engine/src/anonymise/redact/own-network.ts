import { isInNetwork, toIpBytes } from '../../authentication/spf/ip-network.ts'

type Bytes = readonly number[]

/** Bits that one site of IPv6 has (RFC 6177): whoever knows the first 64 knows the site. */
const SITE_BITS = 64

/** A network ready to be compared with. */
export interface KnownNetwork {
  readonly bytes: Bytes
  readonly bits: number
}

/** A network written as `address/bits`, or as an address alone; undefined for what is none. */
export function parseNetwork(known: string): KnownNetwork | undefined {
  const [address = '', bits] = known.split('/', 2)
  const bytes = toIpBytes(address)
  if (bytes === undefined) return undefined
  const alone = bytes.length === 16 ? SITE_BITS : 32
  return { bytes, bits: bits === undefined ? alone : Number(bits) }
}

/** Whether one of an address's readings lies in a network. */
export const isInside = (readings: readonly Bytes[], { bytes, bits }: KnownNetwork): boolean =>
  readings.some((ip) => isInNetwork(ip, bytes, bits))

/** Whether an address lies in a network, given as `address/bits` or as an address alone. */
export function belongsTo(value: string, known: string): boolean {
  const network = parseNetwork(known)
  return network !== undefined && isInside(listReadings(value), network)
}

/** An address as bytes, and the IPv4 addresses that one of IPv6 may be another spelling of; none for what is no address. */
export function listReadings(value: string): readonly Bytes[] {
  const ip = toIpBytes(value)
  if (ip === undefined) return []
  if (ip.length !== 16) return [ip]
  return [ip, ...EMBEDDINGS.filter(({ prefix }) => startsWith(ip, prefix)).map(({ at }) => at(ip))]
}

interface Embedding {
  readonly prefix: Bytes
  readonly at: (ip: Bytes) => Bytes
}

const last = (ip: Bytes): Bytes => ip.slice(12)
const ZEROS: Bytes = [0, 0, 0, 0]

const EMBEDDINGS: readonly Embedding[] = [
  // 6to4 (RFC 3056).
  { prefix: [0x20, 0x02], at: (ip) => ip.slice(2, 6) },
  // NAT64, well-known prefix (RFC 6052).
  { prefix: [0x00, 0x64, 0xff, 0x9b, ...ZEROS, ...ZEROS], at: last },
  // NAT64, local prefix (RFC 8215): a network chooses how much of its 48 bits and more it uses (RFC 6052 §2.2).
  { prefix: [0x00, 0x64, 0xff, 0x9b, 0x00, 0x01], at: last },
  {
    prefix: [0x00, 0x64, 0xff, 0x9b, 0x00, 0x01],
    at: (ip) => [...ip.slice(6, 8), ...ip.slice(9, 11)],
  },
  { prefix: [0x00, 0x64, 0xff, 0x9b, 0x00, 0x01], at: (ip) => ip.slice(9, 13) },
  // IPv4-compatible (RFC 4291 §2.5.5.1) and translated (RFC 2765).
  { prefix: [...ZEROS, ...ZEROS, ...ZEROS], at: last },
  { prefix: [...ZEROS, ...ZEROS, 0xff, 0xff, 0, 0], at: last },
]

const startsWith = (ip: Bytes, prefix: Bytes): boolean =>
  prefix.every((byte, at) => ip[at] === byte)
