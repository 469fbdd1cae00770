import { toBuffer } from '../../charset/text-decoders.ts'
import { limits } from '../../limits.ts'

const STRINGS_MAX = 5_000
const CHARS_MIN = 4

/**
 * Runs of UTF-16 text in binary data, at even and odd offsets. Formats whose strings are all in
 * UTF-16 are read well enough this way for their words to be seen.
 */
export function listWideStrings(content: Uint8Array): readonly string[] {
  const bytes = toBuffer(content)
  const found: string[] = []
  let chars = 0
  for (let at = 0; at + 1 < bytes.length && found.length < STRINGS_MAX; ) {
    const end = findRunEnd(bytes, at)
    if ((end - at) / 2 < CHARS_MIN) {
      // A run too short to be one may hide that the next begins one byte later.
      at += 1
      continue
    }
    const text = bytes.toString('utf16le', at, end)
    found.push(text)
    chars += text.length
    if (chars >= limits.fileTextCharsMax) break
    at = end
  }
  return found
}

function findRunEnd(bytes: Buffer, start: number): number {
  let at = start
  while (at + 1 < bytes.length && isText(bytes[at] ?? 0, bytes[at + 1] ?? 0)) at += 2
  return at
}

/**
 * Latin letters and signs, kana, kanji and full-width forms. A zero in the low byte is nearly always
 * a Latin letter read one byte too early, which would look like a kanji.
 */
function isText(low: number, high: number): boolean {
  if (high === 0) return (low >= 0x20 && low < 0x7f) || low >= 0xa0
  if (low === 0 && high !== 0x30 && high !== 0x4e) return false
  return high === 0x30 || (high >= 0x4e && high <= 0x9f) || high === 0xff
}
