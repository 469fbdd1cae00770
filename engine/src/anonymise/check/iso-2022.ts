/** Bytes before the letters of a set, and those added to each letter, in EUC-JP. */
const SETS: readonly (readonly [escape: string, prefix: readonly number[], size: 1 | 2])[] = [
  ['(B', [], 1],
  ['(J', [], 1],
  ['(I', [0x8e], 1],
  ['$@', [], 2],
  ['$B', [], 2],
  ['$(@', [], 2],
  ['$(B', [], 2],
  ['$(D', [0x8f], 2],
]
const ASCII = 0
const KATAKANA = 2

/**
 * ISO-2022-JP as EUC-JP. The platform's own decoder knows no JIS X 0212 and no half-width kana, and puts an
 * error mark where a text switches to ASCII and straight back, which would part a name.
 */
export function toEuc(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  let set = ASCII
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    const next = byte === 0x1b ? findSet(bytes, at + 1) : -1
    const [escape = '', prefix = [], size = 1] = SETS[next < 0 ? set : next] ?? []
    if (next >= 0) {
      set = next
      at += escape.length + 1
    } else if (set < KATAKANA || byte < 0x21) {
      // A line begins in ASCII (RFC 1468), whatever the one before ended in.
      if (byte === 0x0a) set = ASCII
      out.push(byte)
      at += 1
    } else {
      out.push(...prefix)
      for (let index = 0; index < size; index += 1) out.push((bytes[at + index] ?? 0) | 0x80)
      at += size
    }
  }
  return Uint8Array.from(out)
}

function findSet(bytes: Uint8Array, at: number): number {
  const written = String.fromCharCode(...bytes.subarray(at, at + 3))
  return SETS.findIndex(([escape]) => written.startsWith(escape))
}
