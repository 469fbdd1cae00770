/** ASCIIHexDecode (ISO 32000-2 §7.4.2). */
export function decodeHex(text: Buffer): Buffer {
  const end = text.indexOf('>')
  const digits = text.toString('latin1', 0, end < 0 ? text.length : end).replace(/[^0-9a-f]/gi, '')
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
}

/** ASCII85Decode (§7.4.3): five characters are four bytes, `z` is four zeros. */
export function decodeAscii85(text: Buffer): Buffer {
  const out: number[] = []
  const group: number[] = []
  for (const byte of text) {
    if (byte === 0x7e) break
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0)
    if (byte < 0x21 || byte > 0x75) continue
    group.push(byte - 0x21)
    if (group.length === 5) pushGroup(out, group.splice(0), 4)
  }
  if (group.length > 1) {
    const count = group.length - 1
    while (group.length < 5) group.push(84)
    pushGroup(out, group, count)
  }
  return Buffer.from(out)
}

function pushGroup(out: number[], group: readonly number[], count: number): void {
  const value = group.reduce((sum, digit) => sum * 85 + digit, 0)
  for (let index = 0; index < count; index++) out.push(Math.floor(value / 256 ** (3 - index)) % 256)
}

/** RunLengthDecode (§7.4.5), up to `bytesMax` bytes. */
export function decodeRunLength(packed: Buffer, bytesMax: number): Buffer {
  const chunks: Buffer[] = []
  let total = 0
  for (let at = 0; at < packed.length && total < bytesMax; ) {
    const length = packed[at++] ?? 128
    if (length === 128) break
    const chunk =
      length < 128
        ? packed.subarray(at, at + length + 1)
        : Buffer.alloc(257 - length, packed[at] ?? 0)
    at += length < 128 ? length + 1 : 1
    total += chunk.length
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
