import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryFile } from '../../../files/testing/arbitrary-file.ts'
import { fuzzSettings } from '../../../testing/fuzz-settings.ts'
import { KNOWN_TRACES } from '../../testing/known-traces.ts'
import { checkDocuments } from './check-documents.ts'
import { DOCUMENT_FORMATS } from './document-format.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { HIDING_PLACES } from './testing/all-places.ts'

/** One file of noise alone may take most of a second where others use the machine as well. */
const SHORT_MS = 3_000

const WRITTEN = HIDING_PLACES.map((one) => one.write('Kitahama Seiki').bytes)

const document = fc.record(
  {
    name: fc.constantFrom('a.txt', 'a.json', 'a.eml', 'a.docx', 'a.pdf', '', 'word/document.xml'),
    bytes: fc.oneof(
      arbitraryFile(WRITTEN),
      fc.constantFrom(...WRITTEN).chain((bytes) => arbitraryFile([bytes])),
    ),
    format: fc.constantFrom(...DOCUMENT_FORMATS),
  },
  { requiredKeys: ['name', 'bytes'] },
)

test('any file is read to an end, within the limits, and the same way twice', async () => {
  // The libraries and the search are loaded with the first file of each kind, which takes as long as all that follows.
  const firsts = new Map(HIDING_PLACES.toReversed().map((one) => [one.format, one]))
  for (const { write } of firsts.values()) await checkDocuments([write('x')], KNOWN_TRACES)
  await fc.assert(
    fc.asyncProperty(document, async (file) => {
      const [first] = await checkDocuments([file], KNOWN_TRACES)
      // With something permitted that is nowhere, so that bytes known to be clean are searched a second time.
      const [second] = await checkDocuments([file], KNOWN_TRACES, { permitted: ['\u{10ffff}'] })
      expect(second).toEqual(first)
      expect(first?.unsearched.length ?? 0).toBeLessThanOrEqual(DOCUMENT_LIMITS.refusalsMax + 200)
      expect(first?.isClean).toBe(first?.traces.length === 0 && first.unsearched.length === 0)
    }),
    fuzzSettings(20_261_127, SHORT_MS),
  )
})
