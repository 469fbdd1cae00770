/** A stretch of addresses, both ends included, as numbers of 32 or 128 bits. */
export interface AddressSpan {
  readonly isIpv4: boolean
  readonly first: bigint
  readonly last: bigint
}

/**
 * The addresses that a written one or `address/bits` stands for. Written apart from the redactor's
 * reading of the same, so that one error does not pass both; undefined for what is no address.
 */
export function toSpan(written: string): AddressSpan | undefined {
  const slash = written.indexOf('/')
  const number = toAddress(slash < 0 ? written : written.slice(0, slash))
  if (number === undefined) return undefined
  const width = number.isIpv4 ? 32 : 128
  // One site of IPv6 has the first 64 bits (RFC 6177).
  const alone = number.isIpv4 ? 32 : 64
  const bits = slash < 0 ? alone : Number(written.slice(slash + 1))
  if (!Number.isInteger(bits) || bits < 0 || bits > width) return undefined
  const size = 1n << BigInt(width - bits)
  const first = (number.value / size) * size
  return { isIpv4: number.isIpv4, first, last: first + size - 1n }
}

/** One address as a number. */
export interface AddressNumber {
  readonly isIpv4: boolean
  readonly value: bigint
}

/** Whether an address is one of the span, also inside IPv6 (mapped, 6to4, NAT64). */
export function isInSpan(number: AddressNumber, span: AddressSpan): boolean {
  const inner = number.isIpv4 || !span.isIpv4 ? undefined : toInner(number.value)
  const value = number.isIpv4 === span.isIpv4 ? number.value : inner
  return value !== undefined && value >= span.first && value <= span.last
}

const LOW_32 = 0xffff_ffffn

/** RFC 4291 §2.5.5.2, RFC 6052 and RFC 3056. */
function toInner(value: bigint): bigint | undefined {
  if (value >> 32n === 0xffffn || value >> 32n === 0x64ff9b_0000_0000_0000_0000n)
    return value & LOW_32
  return value >> 112n === 0x2002n ? (value >> 80n) & LOW_32 : undefined
}

/** Undefined for what is no address. */
export function toAddress(written: string): AddressNumber | undefined {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(written)) {
    const bytes = written.split('.').map(Number)
    if (bytes.some((byte) => byte > 255)) return undefined
    return { isIpv4: true, value: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) }
  }
  if (!written.includes(':')) return undefined
  // The platform's parser of addresses; what it refuses is none.
  const host = URL.parse(`http://[${written}]/`)?.hostname.slice(1, -1)
  if (host === undefined) return undefined
  const [head = '', tail] = host.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  const groups = [...before, ...zeros, ...after]
  return { isIpv4: false, value: BigInt(`0x${groups.map((one) => one.padStart(4, '0')).join('')}`) }
}
