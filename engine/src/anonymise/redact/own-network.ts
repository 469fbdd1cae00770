import { isInNetwork, toIpBytes } from '../../authentication/spf/ip-network.ts'

/** Bits that one site of IPv6 has (RFC 6177): whoever knows the first 64 knows the site. */
const SITE_BITS = 64

/** Whether an address lies in a network, given as `address/bits` or as an address alone. */
export function belongsTo(value: string, known: string): boolean {
  const [address = '', bits] = known.split('/', 2)
  const network = toIpBytes(address)
  const ip = toIpBytes(value)
  if (network === undefined || ip === undefined) return false
  const alone = network.length === 16 ? SITE_BITS : 32
  const width = bits === undefined ? alone : Number(bits)
  return [ip, toEmbedded(ip)].some((one) => one !== undefined && isInNetwork(one, network, width))
}

/** The IPv4 address inside one of 6to4 (RFC 3056) or NAT64 (RFC 6052): another spelling of the same machine. */
function toEmbedded(ip: readonly number[]): readonly number[] | undefined {
  if (ip.length !== 16) return undefined
  if (ip[0] === 0x20 && ip[1] === 0x02) return ip.slice(2, 6)
  const isNat64 = NAT64.every((byte, at) => ip[at] === byte)
  return isNat64 ? ip.slice(12) : undefined
}

/** 64:ff9b::/96 */
const NAT64 = [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]
