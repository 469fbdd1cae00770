import { type Charset, findTextRuns } from '../text-runs.ts'

const CHARSETS: readonly Charset[] = ['utf-8', 'shift_jis', 'euc-jp', 'utf-16le', 'utf-16be']

/**
 * Everything in bytes that could be text, in the charsets a name is written in. Binary data are full of chance
 * letters, so only runs are kept, and the bytes themselves are not searched.
 */
export function listTexts(bytes: Uint8Array): readonly string[] {
  if (bytes.length === 0) return []
  if (isUtf8(bytes)) return [Buffer.from(bytes).toString('utf8')]
  const texts = CHARSETS.flatMap((charset) => {
    // A pair may begin at an odd byte.
    const starts = charset.startsWith('utf-16') ? [0, 1] : [0]
    const pieces = starts.map((at) => ({ at, bytes: bytes.subarray(at) }))
    return findTextRuns(pieces, charset).map((run) => new TextDecoder(charset).decode(run.bytes))
  })
  return [...new Set(texts)]
}

function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
