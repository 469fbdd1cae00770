import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decompressRtf } from './decompress-rtf.ts'
import { readRtf } from './read-rtf.ts'

/** The example of MS-OXRTFCP §3.1.1: compressed bytes and what they hold. */
const EXAMPLE = Buffer.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
  'hex',
)

test('the example of the standard is unpacked', () => {
  expect(Buffer.from(decompressRtf(EXAMPLE) ?? []).toString('latin1')).toBe(
    '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
  )
})

test.each([
  [
    'HTML wrapped by Outlook (MS-OXRTFEX §2.2)',
    '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\*\\generator x;}\r\n{\\*\\htmltag18 <html>}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Hello{\\*\\htmltag84 <a href="https://pay.invalid/">}\\htmlrtf {\\field{\\*\\fldinst{HYPERLINK "x"}}{\\fldrslt\\cf1\\ul \\htmlrtf0 here\\htmlrtf }\\htmlrtf0 {\\*\\htmltag92 </a>}\\htmlrtf }\\htmlrtf0 {\\*\\htmltag72 </p>}}',
    'html',
    '<html><p>Hello<a href="https://pay.invalid/">here</a></p>',
  ],
  [
    'Japanese in its code page',
    "{\\rtf1\\ansi\\ansicpg932\\fromhtml1{\\*\\htmltag64 <p>}\\'90\\'bf\\'8b\\'81\\'8f\\'91}",
    'html',
    '<p>請求書',
  ],
  [
    'Japanese in the charset of its font',
    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset128 MS Gothic;}}\\f1 \\'90\\'bf\\'8b\\'81\\par}",
    'rtf',
    '請求\r\n',
  ],
  ['Unicode with its fallback', '{\\rtf1\\fromtext\\uc1 \\u35531?\\u27714?}', 'text', '請求'],
  [
    'text beside objects',
    '{\\rtf1{\\*\\objdata 0105}{\\object x}{\\pict 00}See \\{this\\}}',
    'rtf',
    'See {this}',
  ],
])('%s is read', (_what, rtf, kind, text) => {
  expect(readRtf(Buffer.from(rtf, 'latin1'))).toEqual({ kind, text })
})

const rtfLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '\\*',
        '\\htmltag',
        '\\htmlrtf ',
        "\\'82",
        '\\u1 ',
        '\\bin9',
        '\\f1',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 200 },
  )
  .map((pieces) => Buffer.from(`{\\rtf1\\fromhtml1 ${pieces.join('')}`))

test('any bytes are read without a throw, twice the same', () => {
  fc.assert(
    fc.property(rtfLike, fc.uint8Array({ maxLength: 300 }), (rtf, bytes) => {
      expect(readRtf(rtf)).toEqual(readRtf(rtf))
      const packed = Buffer.concat([EXAMPLE.subarray(0, 16), bytes])
      expect(decompressRtf(packed)).toEqual(decompressRtf(packed))
    }),
    { seed: 26, interruptAfterTimeLimit: 2_000, numRuns: 100_000, markInterruptAsFailure: false },
  )
})
