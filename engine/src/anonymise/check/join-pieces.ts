import { findPlace, PIECE_GAP } from './partings.ts'
import type { Piece } from './piece.ts'

/** Pieces one after another, and where each of them lies. */
export interface Joined {
  readonly bytes: Uint8Array
  pieceAt(byte: number): { readonly piece: Piece; readonly within: number }
}

/** Two line breaks between pieces: no name runs on, and pairs of bytes stay pairs for UTF-16. */
export function joinPieces(pieces: readonly Piece[]): Joined {
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
      const index = Math.max(0, findPlace(starts, byte + 1) - 1)
      return {
        piece: pieces[index] ?? { at: 0, bytes: new Uint8Array() },
        within: byte - (starts[index] ?? 0),
      }
    },
  }
}

const GAP_EVEN = Buffer.from(PIECE_GAP, 'latin1')
const GAP_ODD = GAP_EVEN.subarray(0, -1)
