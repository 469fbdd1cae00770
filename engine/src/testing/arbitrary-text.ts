import fc from 'fast-check'

/** Pieces of a grammar with rubbish between them: random letters alone never get past the first test of a parser. */
export function arbitraryText(pieces: readonly string[], maxLength = 40): fc.Arbitrary<string> {
  const rubbish = fc.string({ unit: 'binary', maxLength: 6 })
  return fc
    .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, rubbish), { maxLength })
    .map((words) => words.join(''))
}
