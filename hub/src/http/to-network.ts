import { isIPv6 } from 'node:net'

/** An IPv4 address as a socket that speaks both writes it (RFC 4291 §2.5.5.2). */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
/** A house gets a /64 at least (RFC 6177), and whoever has one has all its addresses. */
const GROUPS = 4

/** What counts as one caller: an IPv4 address, or the /64 of an IPv6 one. A brake for each address would never close. */
export function toNetwork(address: string): string {
  const plain = address.split('%')[0] ?? address
  const mapped = MAPPED.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(plain)) return address
  const [left = '', right] = plain.split('::')
  const before = toGroups(left)
  const after = right === undefined ? [] : toGroups(right)
  const zeros = right === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return `${groups.slice(0, GROUPS).map(toPlain).join(':')}::/64`
}

/** The groups of a part; an IPv4 address at the end stands for two. */
const toGroups = (part: string): string[] =>
  part === ''
    ? []
    : part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]))

const toPlain = (group: string): string => Number.parseInt(group, 16).toString(16)
