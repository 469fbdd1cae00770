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

/** Whether an address is one of the span, also inside IPv6 (mapped, compatible, translated, 6to4, NAT64). */
export function isInSpan(number: AddressNumber, span: AddressSpan): boolean {
  const isOfSpan = (value: bigint) => value >= span.first && value <= span.last
  if (number.isIpv4 === span.isIpv4) return isOfSpan(number.value)
  return span.isIpv4 && listInner(number.value).some(isOfSpan)
}

const LOW_32 = 0xffff_ffffn
const LOW_16 = 0xffffn

/** Prefixes of 96 bits: RFC 4291 §2.5.5, RFC 2765 and RFC 6052. */
const BEFORE_IPV4: ReadonlySet<bigint> = new Set([
  0n,
  0xffffn,
  0xffff_0000n,
  0x64ff9b_0000_0000_0000_0000n,
])

/** RFC 3056 and, with its forms by length of prefix, RFC 8215. */
function listInner(value: bigint): readonly bigint[] {
  if (BEFORE_IPV4.has(value >> 32n)) return [value & LOW_32]
  if (value >> 112n === 0x2002n) return [(value >> 80n) & LOW_32]
  if (value >> 80n !== 0x64_ff9b_0001n) return []
  const after48 = (((value >> 64n) & LOW_16) << 16n) | ((value >> 40n) & LOW_16)
  return [value & LOW_32, after48, (value >> 24n) & LOW_32]
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
