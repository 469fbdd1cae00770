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
