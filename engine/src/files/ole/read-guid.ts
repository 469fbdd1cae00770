/** A GUID as Windows writes it (RFC 4122 §3, little-endian fields); empty when it is all zero. */
export function readGuid(bytes: Buffer, at: number): string {
  if (at + 16 > bytes.length) return ''
  const hex = bytes.toString('hex', at, at + 16)
  if (/^0+$/.test(hex)) return ''
  const swap = (from: number, to: number) =>
    hex.slice(from, to).replace(/(..)(..)(..)(..)|(..)(..)/, '$4$3$2$1$6$5')
  const parts = [swap(0, 8), swap(8, 12), swap(12, 16), hex.slice(16, 20), hex.slice(20)]
  return parts.join('-').toUpperCase()
}
