import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../limits.ts'
import { ENCRYPTED_PDFS } from '../testing/encrypted-pdfs.ts'
import { toFile } from '../testing/file-to-read.ts'
import { pdf } from './reader.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'

/** Pieces of the language: random bytes alone never make an object. */
const ALPHABET = [
  '1 0 obj',
  '2 0 obj',
  '3 0 obj',
  'endobj',
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '\\(',
  '\\377',
  '<41',
  '>',
  '/Type/Catalog',
  '/Type/Page',
  '/Type/ObjStm/N 3/First 8',
  '/Pages 2 0 R',
  '/Kids',
  '/S/URI/URI(https://a.example/)',
  '/S/JavaScript/JS 3 0 R',
  '/OpenAction',
  '/AA',
  '/EF<</F 3 0 R>>',
  '/Subtype/Image/Width 30/Height 30/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 1 <00ff00ff0000>]',
  '/Filter/FlateDecode',
  '/Filter[/ASCII85Decode/LZWDecode/RunLengthDecode/ASCIIHexDecode]',
  '/DecodeParms<</Predictor 15/Columns 4>>',
  '/Length 20',
  'stream\n',
  'endstream',
  'trailer<</Root 1 0 R/Encrypt 2 0 R/ID[(a)]>>',
  '/Filter/Standard/V 4/R 4/O(o)/U(u)/P -1',
  '/Contents 3 0 R',
  'BT /F 1 Tf (a) Tj [(b) -300 (c)] TJ ET',
  'BI ID x EI',
  '/X Do',
  '3 0 R',
  ' ',
  '\n',
  '%',
  deflateSync('1 0 2 4 <</A 1>> 3 0 R').toString('latin1'),
]

const written = fc
  .array(fc.constantFrom(...ALPHABET), { maxLength: 60 })
  .map((pieces) => Buffer.from(`%PDF-1.7\n${pieces.join(' ')}`, 'latin1'))

const damaged = fc
  .tuple(
    fc.constantFrom(...Object.values(ENCRYPTED_PDFS)),
    fc.array(fc.tuple(fc.nat(1500), fc.nat(30), fc.nat(255)), { maxLength: 6 }),
  )
  .map(([base64, edits]) => {
    const bytes = [...Buffer.from(base64, 'base64')]
    for (const [at, remove, value] of edits) bytes.splice(9 + at, remove, value)
    return Buffer.from(bytes)
  })

test('no PDF makes the reader throw, exceed limits or change its mind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(written, damaged), async (bytes) => {
      const reading = await pdf.read(toFile(bytes))
      expect(reading).toEqual(await pdf.read(toFile(bytes)))
      expect(reading.links?.length ?? 0).toBeLessThanOrEqual(limits.fileLinksMax)
      expect(reading.text?.length ?? 0).toBeLessThanOrEqual(limits.fileTextCharsMax)
    }),
    fuzzSettings(20260401),
  )
})
