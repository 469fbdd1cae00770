import { Buffer } from 'node:buffer'
import { limits } from '../limits.ts'

export type AddressKind = 'ipv4' | 'ipv6' | 'host'

/** An address as a key: IPv4 as its 32 bits, which costs no text for a line, everything else as text. */
export type AddressKey = number | string

/**
 * The address in its one spelling: IPv4 without leading zeros, IPv6 as RFC 5952 has it, an IPv4 address mapped
 * into IPv6 as IPv4, without a port. A host name, which Apache writes with HostnameLookups, in lower case.
 */
export function toAddressKey(bytes: Buffer, start: number, end: number): AddressKey {
  const bits = toBits(bytes, start, end)
  if (bits !== undefined) return bits
  const last = Math.min(end, start + limits.logAddressBytesMax)
  const text = normalise(bytes.toString('latin1', start, last))
  const again = Buffer.from(text, 'latin1')
  return toBits(again, 0, again.length) ?? text
}

export function toAddress(key: AddressKey): string {
  if (typeof key === 'string') return key
  return [key >>> 24, (key >>> 16) & 255, (key >>> 8) & 255, key & 255].join('.')
}

/** The usual case: four numbers without leading zeros. */
function toBits(bytes: Buffer, start: number, end: number): number | undefined {
  let bits = 0
  let value = -1
  let dots = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0x2e) {
      if (value < 0) return undefined
      bits = (bits << 8) | value
      dots++
      value = -1
    } else {
      const digit = byte - 0x30
      if (digit < 0 || digit > 9 || value === 0) return undefined
      value = value < 0 ? digit : value * 10 + digit
      if (value > 255) return undefined
    }
  }
  return dots === 3 && value >= 0 ? (bits << 8) | value : undefined
}

function normalise(raw: string): string {
  const first = raw.split(',', 1)[0]?.trim().toLowerCase() ?? ''
  const text = /^\d{1,3}(?:\.\d{1,3}){3}:\d{1,5}$/.test(first)
    ? first.slice(0, first.indexOf(':'))
    : (/^\[([^\]]*)\]/.exec(first)?.[1] ?? first)
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return text.split('.').map(Number).join('.')
  if (!text.includes(':')) return text.replace(/[^\x21-\x7e]/g, '?')
  const host = URL.parse(`http://[${text.split('%', 1)[0] ?? ''}]/`)?.hostname.slice(1, -1)
  if (host === undefined) return text.replace(/[^\x21-\x7e]/g, '?')
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(host)
  if (mapped === null) return host
  const [high, low] = [mapped[1], mapped[2]].map((word) => Number.parseInt(word ?? '0', 16))
  return [(high ?? 0) >> 8, (high ?? 0) & 255, (low ?? 0) >> 8, (low ?? 0) & 255].join('.')
}

export function kindOfAddress(address: string): AddressKind {
  if (address.includes(':')) return 'ipv6'
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address) ? 'ipv4' : 'host'
}
