/** ASCIIHexDecode (ISO 32000-2 §7.4.2). */
export function decodeHex(text: Buffer): Buffer {
  const end = text.indexOf('>')
  const digits = text.toString('latin1', 0, end < 0 ? text.length : end).replace(/[^0-9a-f]/gi, '')
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
}

/** ASCII85Decode (§7.4.3): five characters are four bytes, `z` is four zeros. */
export function decodeAscii85(text: Buffer): Buffer {
  const out = Buffer.alloc(text.length * 4 + 4)
  let size = 0
  let value = 0
  let digits = 0
  for (const byte of text) {
    if (byte === 0x7e) break
    if (byte === 0x7a && digits === 0) size += 4
    if (byte < 0x21 || byte > 0x75) continue
    value = value * 85 + byte - 0x21
    if (++digits < 5) continue
    size = out.writeUInt32BE(value % 2 ** 32, size)
    value = digits = 0
  }
  if (digits < 2) return out.subarray(0, size)
  for (let missing = digits; missing < 5; missing++) value = value * 85 + 84
  out.writeUInt32BE(value % 2 ** 32, size)
  return out.subarray(0, size + digits - 1)
}

/** RunLengthDecode (§7.4.5), up to `bytesMax` bytes: two bytes may stand for 128. */
export function decodeRunLength(packed: Buffer, bytesMax: number): Buffer {
  const out = Buffer.alloc(Math.min(bytesMax, packed.length * 64 + 128))
  let size = 0
  for (let at = 0; at < packed.length && size < out.length; ) {
    const length = packed[at++] ?? 128
    if (length === 128) break
    if (length < 128) size += packed.copy(out, size, at, at + length + 1)
    else {
      const end = Math.min(out.length, size + 257 - length)
      out.fill(packed[at] ?? 0, size, end)
      size = end
    }
    at += length < 128 ? length + 1 : 1
  }
  return out.subarray(0, size)
}
