import { domainToUnicode } from 'node:url'
import { ANONYMISE_LIMITS } from '../limits.ts'
import { toByteIndex } from './byte-index.ts'
import { listDisguises } from './decode-disguise.ts'
import { findRawStreams, findStreams } from './decode-streams.ts'
import { DECODERS } from './decoders.ts'
import type { Piece } from './piece.ts'
import { toEuc } from './iso-2022.ts'
import { findTextRuns, type Charset } from './text-runs.ts'

/** One reading of the outgoing bytes: as they are, or with some encodings opened. */
export interface Layer {
  readonly text: string
  /** Encodings opened on the way, outermost first; empty for the bytes as they are. */
  readonly how: readonly string[]
  readonly charset: string
  /** Byte offset in the format at which the text at this index has its origin. */
  byteOffset(index: number): number
}

/** Every name an encoding can have in `Layer.how`; spellings are searched in all of them. */
export const ENCODING_NAMES: readonly string[] = [
  ...DECODERS.map(({ name }) => name),
  'punycode',
  'compressed',
  'reversed',
  'rot13',
]

interface Budget {
  lettersLeft: number
  isCutOff: boolean
  readonly seen: Set<string>
}

/** Letters that may be read in all: bytes that were written to be expensive cost time by what they turn into. */
export interface LetterBudget {
  lettersLeft: number
}

/** Calls back for each layer. False when something was too large or too deep to be read to its end. */
export function readLayers(
  bytes: Uint8Array,
  read: (layer: Layer) => void,
  shared: LetterBudget = { lettersLeft: ANONYMISE_LIMITS.readLettersMax },
): boolean {
  if (bytes.length > ANONYMISE_LIMITS.formatBytesMax) return false
  const lettersMax = Math.min(ANONYMISE_LIMITS.readLettersMax, shared.lettersLeft)
  const budget: Budget = { lettersLeft: lettersMax, isCutOff: false, seen: new Set() }
  const readPaid = (layer: Layer): void => {
    budget.lettersLeft -= layer.text.length
    if (budget.lettersLeft < 0) budget.isCutOff = true
    else read(layer)
  }
  openPieces([{ at: 0, bytes }], [], (index) => index, 0, budget, readPaid)
  shared.lettersLeft -= lettersMax - Math.max(0, budget.lettersLeft)
  return !budget.isCutOff
}

/** Bytes that come from one decoder: joined, so that each charset is read once for all of them. */
function openPieces(
  pieces: readonly Piece[],
  how: readonly string[],
  parentOffset: (index: number) => number,
  depth: number,
  budget: Budget,
  read: (layer: Layer) => void,
): void {
  if (budget.isCutOff) return
  const all = joinPieces(pieces)
  for (const charset of charsetsOf(how, all.bytes)) {
    const joined = joinPieces(readablePieces(pieces, how, charset))
    const text = decodeText(joined.bytes, charset)
    if (text === '' || budget.seen.has(text)) continue
    budget.seen.add(text)
    const byteIndex = toByteIndex(text, charset)
    const byteOffset = (index: number): number => {
      const { piece, within } = joined.pieceAt(byteIndex(index))
      return depth === 0 ? within : parentOffset(piece.originOf?.(within) ?? piece.at)
    }
    const layer: Layer = { text, how, charset, byteOffset }
    read(layer)
    openLayer(layer, depth, budget, read)
  }
  openStreams(all, how, parentOffset, depth, budget, read)
  if (NOISY.has(how.at(-1) ?? '') && depth < ANONYMISE_LIMITS.decodeDepthMax) {
    const inflated = findRawStreams(pieces)
    if (inflated.length > 0)
      openPieces(inflated, [...how, 'compressed'], parentOffset, depth + 1, budget, read)
  }
}

/** Decoders that find something in almost any text. */
const NOISY: ReadonlySet<string> = new Set(['base64', 'hex', 'base32', 'ascii85'])

/** What to read of the pieces in a charset: ordinary words decoded as Base64 are mostly noise. */
function readablePieces(
  pieces: readonly Piece[],
  how: readonly string[],
  charset: Charset,
): readonly Piece[] {
  if (NOISY.has(how.at(-1) ?? '')) return findTextRuns(pieces, charset)
  if (charset.startsWith('utf-32') || !charset.startsWith('utf-16')) return pieces
  // A pair may begin at an odd byte when something else stands before it.
  return pieces.flatMap((piece) => [piece, { at: piece.at, bytes: piece.bytes.subarray(1) }])
}

function openLayer(
  layer: Layer,
  depth: number,
  budget: Budget,
  read: (layer: Layer) => void,
): void {
  if (depth <= DISGUISE_DEPTH_MAX) readDisguises(layer, read)
  if (depth >= ANONYMISE_LIMITS.decodeDepthMax || budget.isCutOff) return
  for (const decoder of DECODERS) {
    const pieces = decoder.find(layer.text)
    if (pieces.length === 0) continue
    openPieces(pieces, [...layer.how, decoder.name], layer.byteOffset, depth + 1, budget, read)
  }
  readPunycode(layer, read)
}

/** Encodings around a text that is also read from its end and shifted by 13 letters. */
const DISGUISE_DEPTH_MAX = 2

function readDisguises(layer: Layer, read: (layer: Layer) => void): void {
  for (const { how, text } of listDisguises(layer.text)) {
    const byteOffset = (index: number): number =>
      layer.byteOffset(how === 'reversed' ? Math.max(0, text.length - 1 - index) : index)
    read({ text, how: [...layer.how, how], charset: layer.charset, byteOffset })
  }
}

/** Internationalised labels (RFC 3492) as a reader would see them. */
function readPunycode(layer: Layer, read: (layer: Layer) => void): void {
  if (!/xn--/iu.test(layer.text)) return
  for (const match of layer.text.matchAll(
    /(?:[\w-]{1,63}\.){0,8}xn--[\w-]{1,59}(?:\.[\w-]{1,63}){0,8}/giu,
  )) {
    const text = domainToUnicode(match[0])
    if (text === '') continue
    read({
      text,
      how: [...layer.how, 'punycode'],
      charset: layer.charset,
      byteOffset: () => layer.byteOffset(match.index),
    })
  }
}

function openStreams(
  joined: Joined,
  how: readonly string[],
  parentOffset: (index: number) => number,
  depth: number,
  budget: Budget,
  read: (layer: Layer) => void,
): void {
  if (depth >= ANONYMISE_LIMITS.decodeDepthMax) return
  const { pieces, isCutOff } = findStreams(joined.bytes, budget.lettersLeft)
  if (isCutOff) budget.isCutOff = true
  if (pieces.length === 0) return
  const offset = (at: number): number =>
    depth === 0 ? at : parentOffset(joined.pieceAt(at).piece.at)
  openPieces(pieces, [...how, 'compressed'], offset, depth + 1, budget, read)
}

interface Joined {
  readonly bytes: Uint8Array
  pieceAt(byte: number): { readonly piece: Piece; readonly within: number }
}

/** Two line breaks between pieces: no name runs on, and pairs of bytes stay pairs for UTF-16. */
function joinPieces(pieces: readonly Piece[]): Joined {
  const only = pieces[0]
  if (pieces.length === 1 && only !== undefined) {
    return { bytes: only.bytes, pieceAt: (byte) => ({ piece: only, within: byte }) }
  }
  const starts: number[] = []
  const chunks: Uint8Array[] = []
  let length = 0
  for (const piece of pieces) {
    const gap = piece.bytes.length % 2 === 0 ? GAP_EVEN : GAP_ODD
    starts.push(length)
    chunks.push(piece.bytes, gap)
    length += piece.bytes.length + gap.length
  }
  return {
    bytes: Buffer.concat(chunks),
    pieceAt(byte) {
      const index = findLastStart(starts, byte)
      return {
        piece: pieces[index] ?? { at: 0, bytes: new Uint8Array() },
        within: byte - (starts[index] ?? 0),
      }
    },
  }
}

/** Index of the last start at or before a byte. */
function findLastStart(starts: readonly number[], byte: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= byte) low = middle
    else high = middle - 1
  }
  return low
}

/** ESC ( B first, so that one piece's ISO-2022-JP state does not swallow the next piece. */
const GAP_EVEN = Uint8Array.of(0x1b, 0x28, 0x42, 0x0a, 0x0a, 0x0a)
const GAP_ODD = Uint8Array.of(0x1b, 0x28, 0x42, 0x0a, 0x0a)

const JAPANESE: readonly Charset[] = ['shift_jis', 'euc-jp', 'iso-2022-jp']
const UTF_16: readonly Charset[] = ['utf-16le', 'utf-16be']
const UTF_32: readonly Charset[] = ['utf-32le', 'utf-32be']

const TEXT_DECODERS: ReadonlySet<string> = new Set(
  DECODERS.filter(({ yields }) => yields === 'text').map(({ name }) => name),
)

const charsetsOf = (how: readonly string[], bytes: Uint8Array): readonly Charset[] =>
  TEXT_DECODERS.has(how.at(-1) ?? '') ? ['utf-8'] : plausibleCharsets(bytes)

/** Charsets worth trying. Plain ASCII reads the same in every charset but UTF-16, which it cannot be. */
function plausibleCharsets(bytes: Uint8Array): readonly Charset[] {
  let isPlain = true
  let hasNull = false
  for (const byte of bytes) {
    if (byte >= 0x80 || byte === 0x1b) isPlain = false
    if (byte === 0) hasNull = true
  }
  if (isPlain) return hasNull ? ['utf-8', ...UTF_16, ...UTF_32] : ['utf-8']
  const isUtf8 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).equals(
    Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), 'utf8'),
  )
  if (isUtf8 && !hasNull && !bytes.includes(0x1b)) return ['utf-8']
  return ['utf-8', ...JAPANESE, ...UTF_16, ...(hasNull ? UTF_32 : [])]
}

function decodeText(bytes: Uint8Array, charset: Charset): string {
  if (charset === 'utf-32le' || charset === 'utf-32be') return decodeUtf32(bytes, charset)
  if (charset === 'iso-2022-jp') return new TextDecoder('euc-jp').decode(toEuc(bytes))
  return new TextDecoder(charset).decode(bytes)
}

/** Text only when every four bytes are a character; anything else has zeros for another reason. */
function decodeUtf32(bytes: Uint8Array, charset: 'utf-32le' | 'utf-32be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length & ~3)
  const letters: string[] = []
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, charset === 'utf-32le')
    if (code > 0x10ffff) return ''
    letters.push(String.fromCodePoint(code))
  }
  return letters.join('')
}
