import { domainToUnicode } from 'node:url'
import { ANONYMISE_LIMITS } from '../limits.ts'
import { toByteIndex } from './byte-index.ts'
import { listDisguises } from './decode-disguise.ts'
import { findRawStreams, findStreams } from './decode-streams.ts'
import { decodeText, plausibleCharsets } from './decode-text.ts'
import { DECODERS } from './decoders.ts'
import { type Joined, joinPieces } from './join-pieces.ts'
import { PartsRead } from './parts-read.ts'
import type { Piece } from './piece.ts'
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

/** What one decoder gives of a layer; it is asked for when its turn comes. */
interface Opening {
  readonly how: readonly string[]
  find(): readonly Piece[]
  parentOffset(index: number): number
}

interface Reading {
  lettersLeft: number
  isCutOff: boolean
  readonly known: PartsRead
  /**
   * Layers with few encodings around them come before those with more. What is met twice is so met first where most
   * encodings inside it can still be opened.
   */
  readonly waiting: Opening[]
  readonly read: (layer: Layer) => void
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
  const reading: Reading = {
    ...{ lettersLeft: lettersMax, isCutOff: false, known: new PartsRead() },
    waiting: [{ how: [], find: () => [{ at: 0, bytes }], parentOffset: (index) => index }],
    read(layer) {
      reading.lettersLeft -= layer.text.length
      if (reading.lettersLeft < 0) reading.isCutOff = true
      else read(layer)
    },
  }
  // The list grows while it is walked.
  for (const opening of reading.waiting) {
    if (reading.isCutOff) break
    openPieces(opening, reading)
  }
  shared.lettersLeft -= lettersMax - Math.max(0, reading.lettersLeft)
  return !reading.isCutOff
}

/** Bytes that come from one decoder: joined, so that each charset is read once for all of them. */
function openPieces({ how, find, parentOffset }: Opening, reading: Reading): void {
  const pieces = find()
  if (pieces.length === 0) return
  const depth = how.length
  const all = joinPieces(pieces)
  for (const charset of charsetsOf(how, all.bytes, pieces)) {
    const joined = joinPieces(readablePieces(pieces, how, charset))
    const text = decodeText(joined.bytes, charset)
    const unread = reading.known.takeUnread(text)
    if (unread === undefined) continue
    const byteIndex = toByteIndex(text, charset)
    const byteOffset = (index: number): number => {
      const { piece, within } = joined.pieceAt(byteIndex(unread.originOf(index)))
      return depth === 0 ? within : parentOffset(piece.originOf?.(within) ?? piece.at)
    }
    openLayer({ text: unread.text, how, charset, byteOffset }, reading)
  }
  if (depth >= ANONYMISE_LIMITS.decodeDepthMax) return
  openStreams(all, how, parentOffset, reading)
  if (!NOISY.has(how.at(-1) ?? '')) return
  reading.waiting.push({
    ...{ how: [...how, 'compressed'], parentOffset },
    find: () => findRawStreams(pieces),
  })
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

function openLayer(layer: Layer, reading: Reading): void {
  reading.read(layer)
  const depth = layer.how.length
  if (depth <= DISGUISE_DEPTH_MAX) readDisguises(layer, reading.read)
  if (depth >= ANONYMISE_LIMITS.decodeDepthMax) return
  for (const decoder of DECODERS) {
    reading.waiting.push({
      how: [...layer.how, decoder.name],
      find: () => decoder.find(layer.text),
      parentOffset: layer.byteOffset,
    })
  }
  readPunycode(layer, reading.read)
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
  reading: Reading,
): void {
  const { pieces, isCutOff } = findStreams(joined.bytes, reading.lettersLeft)
  if (isCutOff) reading.isCutOff = true
  const offset = (at: number): number =>
    how.length === 0 ? at : parentOffset(joined.pieceAt(at).piece.at)
  reading.waiting.push({
    ...{ how: [...how, 'compressed'], parentOffset: offset },
    find: () => pieces,
  })
}

const TEXT_DECODERS: ReadonlySet<string> = new Set(
  DECODERS.filter(({ yields }) => yields === 'text').map(({ name }) => name),
)

/** What the pieces may be written in. Of percent escapes they are one text, then parts of it read otherwise. */
function charsetsOf(
  how: readonly string[],
  bytes: Uint8Array,
  pieces: readonly Piece[],
): readonly Charset[] {
  const name = how.at(-1) ?? ''
  if (TEXT_DECODERS.has(name)) return ['utf-8']
  return plausibleCharsets((name === 'percent' ? pieces[0]?.bytes : undefined) ?? bytes)
}
