const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567'
const BITS_OF_SIGN = 5

/** RFC 4648 §6 in small letters, as names of hosts have them, without the signs that fill it up. */
export function toBase32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  const groups = bits.match(/.{1,5}/gu) ?? []
  return groups
    .map((group) => SIGNS[Number.parseInt(group.padEnd(BITS_OF_SIGN, '0'), 2)] ?? '')
    .join('')
}

/** The bytes of Base32 in letters of either size, up to the first sign that is none of it. */
export function fromBase32(text: string): Uint8Array {
  const bytes: number[] = []
  let [bits, count] = [0, 0]
  for (const letter of text.toLowerCase()) {
    const value = SIGNS.indexOf(letter)
    if (value === -1) break
    bits = ((bits << BITS_OF_SIGN) | value) & 0xfff
    count += BITS_OF_SIGN
    if (count < 8) continue
    count -= 8
    bytes.push((bits >> count) & 0xff)
  }
  return Uint8Array.from(bytes)
}
