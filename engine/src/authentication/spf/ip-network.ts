import { isIpv4, isIpv6 } from '../../evidence/headers/ip-address.ts'

/** The bytes of an address, 4 or 16; undefined for what is none. IPv4 inside IPv6 counts as IPv4. */
export function toIpBytes(ip: string): readonly number[] | undefined {
  if (isIpv4(ip)) return ip.split('.').map(Number)
  if (!isIpv6(ip)) return undefined
  const [head = '', tail] = ip.toLowerCase().split('::')
  const before = toGroups(head)
  const after = tail === undefined ? [] : toGroups(tail)
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => 0), ...after]
  const bytes = groups.flatMap((group) => [group >> 8, group & 0xff])
  const isMapped =
    bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255
  return isMapped ? bytes.slice(12) : bytes
}

function toGroups(half: string): number[] {
  return half
    .split(':')
    .filter((group) => group !== '')
    .flatMap((group) => {
      if (!group.includes('.')) return Number.parseInt(group, 16)
      const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
      return [(a << 8) | b, (c << 8) | d]
    })
}

/** Whether both are of one family and agree in their first bits. */
export function isInNetwork(
  ip: readonly number[],
  network: readonly number[],
  bits = network.length * 8,
): boolean {
  if (ip.length !== network.length || bits > network.length * 8) return false
  return network.every((byte, at) => {
    const left = Math.min(8, Math.max(0, bits - at * 8))
    const mask = (0xff << (8 - left)) & 0xff
    return (byte & mask) === ((ip[at] ?? 0) & mask)
  })
}
