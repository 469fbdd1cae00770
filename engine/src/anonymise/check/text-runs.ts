import type { Piece } from './piece.ts'

export type Charset =
  | 'utf-8'
  | 'shift_jis'
  | 'euc-jp'
  | 'iso-2022-jp'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'

/** Shortest run of bytes worth reading, unless the whole piece is shorter: four kana in Shift_JIS have eight. */
const RUN_BYTES_MIN = 6

/**
 * The parts of decoded pieces that could be text in a charset. Decoding every word as Base64 at four
 * positions gives mostly noise; reading all of it would cost a hundred times more than the bulletin itself.
 */
export function findTextRuns(pieces: readonly Piece[], charset: Charset): readonly Piece[] {
  const runs: Piece[] = []
  const letterBytes = LETTER_BYTES[charset]
  for (const piece of pieces) addRuns(runs, piece, letterBytes)
  return charset === 'utf-8' ? runs.map(believeLong) : runs
}

/**
 * In UTF-8 so many random bytes are a text too seldom to matter: `/c/dG8gVktXIG5vdw` decodes to noise and a sentence.
 * Fewer, as a group of an id has, are one often enough.
 */
const BELIEVED_BYTES_MIN = 7
const believeLong = (run: Piece): Piece => ({
  ...run,
  isCutOut: run.bytes.length < BELIEVED_BYTES_MIN,
})

function addRuns(runs: Piece[], { at: origin, bytes }: Piece, letterBytes: LetterBytes): void {
  const runMin = Math.max(1, Math.min(RUN_BYTES_MIN, bytes.length))
  let start = 0
  let at = 0
  while (at < bytes.length) {
    const length = letterBytes(bytes, at)
    at += length
    if (length > 0) continue
    if (at - start >= runMin)
      runs.push({ at: origin, bytes: bytes.subarray(start, at), isCutOut: true })
    at += 1
    start = at
  }
  if (bytes.length - start >= runMin)
    runs.push({ at: origin, bytes: bytes.subarray(start), isCutOut: start > 0 })
}

/** Bytes of the character at a place, 0 when no text of the charset has that byte there. */
type LetterBytes = (bytes: Uint8Array, at: number) => number

const isAscii = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13)

const LETTER_BYTES: Readonly<Record<Charset, LetterBytes>> = {
  'utf-8': (bytes, at) => {
    const lead = bytes[at] ?? 0
    if (isAscii(lead)) return 1
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
    for (let index = 1; index < length; index += 1) {
      if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0
    }
    return lead > 0xf4 ? 0 : length
  },
  shift_jis: (bytes, at) => {
    const lead = bytes[at] ?? 0
    const trail = bytes[at + 1] ?? 0
    if (isAscii(lead) || (lead >= 0xa1 && lead <= 0xdf)) return 1
    const isLead = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc)
    return isLead && trail >= 0x40 && trail !== 0x7f && trail <= 0xfc ? 2 : 0
  },
  'euc-jp': (bytes, at) => {
    const lead = bytes[at] ?? 0
    const trail = bytes[at + 1] ?? 0
    if (isAscii(lead)) return 1
    const third = bytes[at + 2] ?? 0
    // JIS X 0212, where Latin letters with marks and rare kanji stand.
    if (lead === 0x8f && trail >= 0xa1 && trail <= 0xfe && third >= 0xa1 && third <= 0xfe) return 3
    const isPair = (lead === 0x8e || (lead >= 0xa1 && lead <= 0xfe)) && trail >= 0xa1
    return isPair && trail <= 0xfe ? 2 : 0
  },
  'iso-2022-jp': (bytes, at) => {
    const byte = bytes[at] ?? 0
    return isAscii(byte) || byte === 0x1b ? 1 : 0
  },
  'utf-16le': (bytes, at) => pairBytes(bytes[at] ?? 0, bytes[at + 1]),
  'utf-16be': (bytes, at) => pairBytes(bytes[at + 1] ?? 0, bytes[at]),
  'utf-32le': (bytes, at) => (bytes[at + 3] === 0 ? 4 : 0),
  'utf-32be': (bytes, at) => (bytes[at] === 0 ? 4 : 0),
}

/** What a name can be written in: Latin, Greek and Cyrillic, kana, kanji, full-width forms, halves of a pair. */
function pairBytes(low: number, high: number | undefined): number {
  if (high === undefined) return 0
  if (high === 0) return isAscii(low) || low >= 0xa0 ? 2 : 0
  if (high >= 0xd8 && high <= 0xdf) return 2
  return high < 0x0f || (high >= 0x1e && high <= 0xa0) || high >= 0xf9 ? 2 : 0
}
