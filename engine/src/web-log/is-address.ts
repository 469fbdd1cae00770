import type { Buffer } from 'node:buffer'

/** Whether the bytes look like an IPv4 or IPv6 address: digits and dots, or hexadecimal with colons. */
export function isAddress(bytes: Buffer, start: number, end: number): boolean {
  let dots = 0
  let colons = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0x2e) dots++
    else if (byte === 0x3a) colons++
    else if (byte >= 0x30 && byte <= 0x39) continue
    else if (((byte | 0x20) < 0x61 || (byte | 0x20) > 0x66) && byte !== 0x5b && byte !== 0x5d)
      return false
  }
  return (dots === 3 && colons === 0) || colons >= 2
}

/** Signs of addresses and of host names: letters, digits and `.:-_[]%,`. */
const SOURCE = new Uint8Array(256)
for (const sign of '.:-_[]%,') SOURCE[sign.charCodeAt(0)] = 1
for (let byte = 0x30; byte <= 0x39; byte++) SOURCE[byte] = 1
for (let byte = 0x61; byte <= 0x7a; byte++) SOURCE[byte] = SOURCE[byte & 0xdf] = 1

/** Whether the bytes may name a source at all. Without it the beginning of a zip would pass for one. */
export function isSource(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (SOURCE[bytes[at] ?? 0] === 0) return false
  return end > start
}
