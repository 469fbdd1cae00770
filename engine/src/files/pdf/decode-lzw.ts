const CLEAR = 256
const END = 257
const CODES_MAX = 4096

/** LZWDecode (ISO 32000-2 §7.4.4), up to `bytesMax` bytes. `early` is 1 unless the file says 0. */
export function decodeLzw(packed: Uint8Array, early: number, bytesMax: number): Buffer {
  // Each code is its prefix and one byte more; written out backwards.
  const prefixes = new Int32Array(CODES_MAX)
  const lengths = new Int32Array(CODES_MAX).fill(1, 0, 256)
  const lasts = Uint8Array.from({ length: CODES_MAX }, (_none, code) => code & 0xff)
  const out: number[] = []
  let size = 9
  let next = 258
  let previous = -1
  let bits = 0
  let bitCount = 0
  for (const byte of packed) {
    bits = ((bits << 8) | byte) & 0xffffff
    bitCount += 8
    if (bitCount < size) continue
    bitCount -= size
    const code = (bits >>> bitCount) & ((1 << size) - 1)
    if (code === END) break
    if (code === CLEAR) {
      size = 9
      next = 258
      previous = -1
      continue
    }
    if (code > next || (previous < 0 && code > 255)) break
    const isNew = code === next
    const start = out.length
    let at = start + (lengths[isNew ? previous : code] ?? 0)
    if (at + 1 > bytesMax) break
    out.length = at
    for (let walk = isNew ? previous : code; at > start; walk = prefixes[walk] ?? 0)
      out[--at] = lasts[walk] ?? 0
    const first = out[start] ?? 0
    if (isNew) out.push(first)
    if (previous >= 0 && next < CODES_MAX) {
      prefixes[next] = previous
      lasts[next] = first
      lengths[next] = (lengths[previous] ?? 0) + 1
      next++
    }
    previous = code
    if (next + early >= 1 << size && size < 12) size++
  }
  return Buffer.from(out)
}
