import { ANONYMISE_LIMITS } from '../limits.ts'
import { toByteIndex } from './byte-index.ts'
import { findRawStreams, findStreams } from './decode-streams.ts'
import { decodeText, plausibleCharsets } from './decode-text.ts'
import { DECODERS, NOISY_ENCODINGS } from './decoders.ts'
import { type Joined, joinPieces } from './join-pieces.ts'
import type { Layer } from './layer.ts'
import { PartsRead } from './parts-read.ts'
import type { Piece } from './piece.ts'
import { readDisguises, readPunycode } from './read-disguises.ts'
import { findTextRuns, type Charset } from './text-runs.ts'

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
  readonly isChance: boolean
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
    waiting: [
      {
        ...{ how: [], isChance: false },
        ...{ find: () => [{ at: 0, bytes }], parentOffset: (index) => index },
      },
    ],
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
function openPieces(opening: Opening, reading: Reading): void {
  const pieces = opening.find()
  if (pieces.length === 0) return
  const { how } = opening
  const all = joinPieces(pieces)
  for (const charset of charsetsOf(how, all.bytes, pieces)) {
    const readable = readablePieces(pieces, how, charset)
    const isCutOut = (piece: Piece): boolean => piece.isCutOut === true
    const [whole, cutOut] = [
      readable.filter((piece) => !isCutOut(piece)),
      readable.filter(isCutOut),
    ]
    openReadable(whole, charset, { opening, reading })
    openReadable(cutOut, charset, { opening: { ...opening, isChance: true }, reading })
  }
  if (how.length >= ANONYMISE_LIMITS.decodeDepthMax) return
  openStreams(all, opening, reading)
  if (!NOISY_ENCODINGS.has(how.at(-1) ?? '')) return
  reading.waiting.push({
    ...{ ...opening, how: [...how, 'compressed'] },
    find: () => findRawStreams(pieces),
  })
}

function openReadable(
  pieces: readonly Piece[],
  charset: Charset,
  { opening, reading }: { opening: Opening; reading: Reading },
): void {
  if (pieces.length === 0) return
  const { how, isChance, parentOffset } = opening
  const joined = joinPieces(pieces)
  const text = decodeText(joined.bytes, charset)
  const unread = reading.known.takeUnread(text, isChance)
  if (unread === undefined) return
  const byteIndex = toByteIndex(text, charset)
  const byteOffset = (index: number): number => {
    const { piece, within } = joined.pieceAt(byteIndex(unread.originOf(index)))
    return how.length === 0 ? within : parentOffset(piece.originOf?.(within) ?? piece.at)
  }
  openLayer({ text: unread.text, how, charset, isChance, byteOffset }, reading)
}

/** What to read of the pieces in a charset: ordinary words decoded as Base64 are mostly noise. */
function readablePieces(
  pieces: readonly Piece[],
  how: readonly string[],
  charset: Charset,
): readonly Piece[] {
  if (NOISY_ENCODINGS.has(how.at(-1) ?? '')) return findTextRuns(pieces, charset)
  if (charset.startsWith('utf-32') || !charset.startsWith('utf-16')) return pieces
  // A pair may begin at an odd byte when something else stands before it.
  return pieces.flatMap((piece) => [piece, { at: piece.at, bytes: piece.bytes.subarray(1) }])
}

function openLayer(layer: Layer, reading: Reading): void {
  reading.read(layer)
  readDisguises(layer, reading.read)
  if (layer.how.length >= ANONYMISE_LIMITS.decodeDepthMax) return
  for (const decoder of DECODERS) {
    reading.waiting.push({
      how: [...layer.how, decoder.name],
      isChance: layer.isChance,
      find: () => decoder.find(layer.text),
      parentOffset: layer.byteOffset,
    })
  }
  readPunycode(layer, reading.read)
}

function openStreams(
  joined: Joined,
  { how, isChance, parentOffset }: Opening,
  reading: Reading,
): void {
  const { pieces, isCutOff } = findStreams(joined.bytes, reading.lettersLeft)
  if (isCutOff) reading.isCutOff = true
  const offset = (at: number): number =>
    how.length === 0 ? at : parentOffset(joined.pieceAt(at).piece.at)
  reading.waiting.push({
    ...{ how: [...how, 'compressed'], isChance, parentOffset: offset },
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
