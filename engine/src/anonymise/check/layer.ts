/** One reading of the outgoing bytes: as they are, or with some encodings opened. */
export interface Layer {
  readonly text: string
  /** Encodings opened on the way, outermost first; empty for the bytes as they are. */
  readonly how: readonly string[]
  readonly charset: string
  /** Decoded from bytes of which few are text: a few letters may have come up in it by chance. */
  readonly isChance: boolean
  /** Byte offset in the format at which the text at this index has its origin. */
  byteOffset(index: number): number
}
