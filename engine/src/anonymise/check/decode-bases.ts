import { type Decoder, findEach, findFirst, type Piece } from './piece.ts'

/**
 * Base64 and base64url, without knowing where a token starts: an encoded name in the middle of a run
 * begins at any of four positions, so each is tried. Line breaks inside a run are MIME's.
 */
const base64: Decoder = {
  name: 'base64',
  yields: 'bytes',
  find(text) {
    // What decodes to the same wherever it stands is decoded once, where it stands first.
    const seen = new Set<string>()
    const toPieces = (run: string, at: number): readonly Piece[] => {
      if (seen.has(run)) return []
      seen.add(run)
      return toBase64Pieces(run, at)
    }
    return findEach(
      text,
      /[A-Za-z0-9+/_-]{6,}(?:[ \t]{0,4}\r?\n[ \t]{0,8}[A-Za-z0-9+/_-]+)*/gu,
      ({ 0: written, index }) =>
        written.split(HEXADECIMAL).flatMap((run) => toPieces(run ?? '', index)),
    )
  },
}

function toBase64Pieces(written: string, at: number): readonly Piece[] {
  const run = written
    .replace(/[\r\n\t ]/gu, '')
    .replace(/-/gu, '+')
    .replace(/_/gu, '/')
  if (run.length < BASE64_CHARS_MIN) return []
  const starts = run.length < 9 ? [0] : [0, 1, 2, 3]
  return starts.map((start) => ({ at, bytes: Buffer.from(run.slice(start), 'base64') }))
}

/** Four letters of a name have six; fewer stand in every word. */
const BASE64_CHARS_MIN = 6

/**
 * A random UUID (RFC 9562), or a digest, whose letters are of the seventeen in lower-case hexadecimal. STIX has six ids
 * for each indicator, and their noise in four positions and eight charsets would be most of what is read. Of an id only
 * the groups of eight and twelve letters are decoded, each by itself, for a kanji name may come to such letters (嶺川);
 * of no name come twenty-four.
 */
const HEXADECIMAL =
  /([0-9a-f]{8})-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-([0-9a-f]{12})|(?<![A-Za-z0-9+/])(?:[0-9a-f]{24,}|[0-9A-F]{24,})(?![A-Za-z0-9+/])/u

/** Runs of hexadecimal pairs, with or without separators such as `0x`, `\x`, `:` or spaces. */
const hex: Decoder = {
  name: 'hex',
  yields: 'bytes',
  find: (text) => [
    ...findFirst(text, /[0-9A-Fa-f]{8,}/gu, (match) =>
      [0, 1].map((start) => toHexPiece(match.index, match[0].slice(start))),
    ),
    ...findEach(
      text,
      /(?:(?:0x|\\x|&#x)?[0-9A-Fa-f]{2}[\s:,;-]{1,2}){3,}(?:0x|\\x|&#x)?[0-9A-Fa-f]{0,2}/gu,
      (match) => [toHexPiece(match.index, match[0].replace(/0x|\\x|&#x|[^0-9A-Fa-f]/gu, ''))],
    ),
    // The groups of an address of version 6 (RFC 4291 §2.2), whose last sixty-four bits its holder chooses.
    ...findEach(
      text,
      /(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{4}[:._ ]){1,15}[0-9A-Fa-f]{2,4}/gu,
      (match) => [toHexPiece(match.index, match[0].replace(/[^0-9A-Fa-f]/gu, ''))],
    ),
  ],
}

const toHexPiece = (at: number, digits: string): Piece => ({
  at,
  bytes: Buffer.from(digits.slice(0, digits.length & ~1), 'hex'),
})

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 (RFC 4648 §6), as in one-time secrets and in names of DNS, which know no capitals. */
const base32: Decoder = {
  name: 'base32',
  yields: 'bytes',
  find: (text) =>
    findEach(text, /(?<![A-Za-z0-9])(?:[A-Z2-7]{8,}|[a-z2-7]{16,})(?![A-Za-z0-9])/gu, (match) => [
      { at: match.index, bytes: fromBase32(match[0].toUpperCase()) },
    ]),
}

function fromBase32(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let bits = 0
  let count = 0
  let length = 0
  for (const letter of text) {
    bits = ((bits << 5) | BASE32.indexOf(letter)) & 0xfff
    count += 5
    if (count < 8) continue
    count -= 8
    bytes[length] = (bits >> count) & 0xff
    length += 1
  }
  return bytes
}

/** Three letters of a name have five. */
const ASCII85_CHARS_MIN = 5
/** Longest run in ASCII85 that is read; it has to be walked back from its end. */
const ASCII85_CHARS_MAX = 100_000

/** ASCII85 as PDF and PostScript have it: known by the `~>` at its end (ISO 32000-2 §7.4.3). */
const ascii85: Decoder = {
  name: 'ascii85',
  yields: 'bytes',
  find(text) {
    const pieces: Piece[] = []
    let from = 0
    let [open, searched] = [-1, 0]
    for (let end = text.indexOf('~>'); end >= 0; end = text.indexOf('~>', end + 2)) {
      // The last `<~` before this end, looked for only in what is new since the end before: ends may be many.
      const found = text.slice(searched, end).lastIndexOf('<~')
      if (found >= 0) open = searched + found
      searched = Math.max(searched, end - 1)
      const stop = Math.max(from, end - ASCII85_CHARS_MAX, open)
      let start = end
      while (start > stop && isAscii85(text.charCodeAt(start - 1))) start -= 1
      if (end - start < ASCII85_CHARS_MIN) continue
      pieces.push({ at: start, bytes: fromAscii85(text.slice(start, end).replace(/^<~/u, '')) })
      // A run may begin with `>`, so that its `<~` looks like an end; what follows is then read from there.
      from = text[end - 1] === '<' ? end - 1 : end + 2
    }
    return pieces
  },
}

const isAscii85 = (unit: number): boolean =>
  (unit >= 0x21 && unit <= 0x75) ||
  unit === 0x7a ||
  unit === 0x7e ||
  unit === 0x20 ||
  (unit >= 9 && unit <= 13)

function fromAscii85(text: string): Uint8Array {
  const bytes: number[] = []
  let value = 0
  let count = 0
  const flush = (kept: number): void => {
    for (let index = 0; index < kept; index += 1) {
      bytes.push(Math.floor(value / 256 ** (3 - index)) & 0xff)
    }
    value = 0
    count = 0
  }
  for (const letter of text.replace(/[\s~]/gu, '').replace(/z/gu, '!!!!!')) {
    value = value * 85 + letter.charCodeAt(0) - 33
    count += 1
    if (count === 5) flush(4)
  }
  if (count > 1) {
    const kept = count - 1
    for (; count < 5; count += 1) value = value * 85 + 84
    flush(kept)
  }
  return Uint8Array.from(bytes)
}

export const BASE_DECODERS: readonly Decoder[] = [base64, hex, base32, ascii85]
