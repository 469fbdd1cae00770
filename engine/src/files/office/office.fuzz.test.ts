import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../limits.ts'
import { buildDocx } from '../testing/build-office.ts'
import { readBytes } from '../testing/read-sample-file.ts'
import { listWideStrings } from './list-wide-strings.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'

const PIECES = [
  '<',
  '>',
  '/>',
  '</w:p>',
  '"',
  "'",
  '&amp;',
  '&#x41;',
  '&#99999999;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [',
  '<?xml',
  '<w:t>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="separate"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:instrText>',
  'QUOTE 68 68',
  'DDEAUTO c:\\\\a "b"',
  'LINK a "\\\\\\\\h\\\\s"',
  '<f>',
  "cmd|'/c'!A0",
  '<Relationship TargetMode="External" Type="x/attachedTemplate" Target="http://a.example"/>',
  'コンテンツの有効化',
  '\0',
]
const xml = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''))
const bounded = fuzzSettings(1)

test('any text for parts is read without a throw, within limits, twice the same', async () => {
  await fc.assert(
    fc.asyncProperty(xml, xml, async (body, rels) => {
      const file = buildDocx(body, {
        'word/_rels/document.xml.rels': rels,
        'docProps/core.xml': body,
        'xl/macrosheets/sheet1.xml': body,
      })
      const reading = await readBytes(file, 'a.docx')

      expect(reading.problems).not.toContain('file-damaged')
      expect(reading.signs?.length ?? 0).toBeLessThanOrEqual(limits.fileSignsMax)
      expect(await readBytes(file, 'a.docx')).toEqual(reading)
    }),
    bounded,
  )
})

test('a document with bytes changed is read without a throw', async () => {
  const whole = buildDocx('<w:t>x</w:t>', { 'docProps/core.xml': '<a/>' })
  const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 10 }), async (changes) => {
      const bytes = Buffer.from(whole)
      for (const { at, to } of changes) bytes[at] = to
      expect(await readBytes(bytes, 'a.docx')).toEqual(await readBytes(bytes, 'a.docx'))
    }),
    bounded,
  )
})

test('wide strings of any bytes stay within the limit', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
      const texts = listWideStrings(bytes)
      expect(texts.join('').length).toBeLessThanOrEqual(bytes.length / 2)
    }),
    bounded,
  )
})
