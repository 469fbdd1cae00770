import fc from 'fast-check'

/** Pieces of a format, rubbish between them, then some bytes changed and the end cut off. */
export function arbitraryFile(pieces: readonly (string | Uint8Array)[]): fc.Arbitrary<Uint8Array> {
  const words = pieces.map((piece) =>
    fc.constant(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(piece)),
  )
  const rubbish = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))
  return fc
    .tuple(
      fc.array(fc.oneof(...words, rubbish), { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(4_000), fc.nat(255)), { maxLength: 20 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([chosen, changes, kept]) => {
      const bytes = Buffer.concat(chosen)
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
      return bytes.subarray(0, Math.ceil(bytes.length * (0.5 + kept / 2)))
    })
}
