import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

interface Pair {
  readonly charset: string
  readonly hex: string
  readonly text: string
}

// Written by Python's codecs, an implementation that shares no table with ours.
const pairs: readonly Pair[] = JSON.parse(
  readFileSync(new URL('charset-pairs.json', import.meta.url), 'utf8'),
)

// After NFKC, because tables differ on which of two equal characters a code is: 〜 or ～.
test.each(pairs)('$charset: $text', ({ charset, hex, text }) => {
  const decoded = decodeText(Buffer.from(hex, 'hex'), charset)

  expect(decoded.text.normalize('NFKC')).toBe(text.normalize('NFKC'))
  expect(decoded.problem).toBeUndefined()
})

describe('what mailers send under the name of ISO-2022-JP', () => {
  test.each([
    // label            bytes                                                  text
    // Row 13 of NEC: 0x8740 of Windows-31J is row 13 cell 1, in seven bits 0x2D21.
    ['cp50221', '1b24422d21 2d6a 1b2842', '①㈱'],
    // 髙 is 0xEEE0 among the NEC selection of IBM characters: row 92 cell 66, 0x7C62.
    ['iso-2022-jp-ms', '1b24427c62 1b2842', '髙'],
    ['cp50220', 'b6 c5', 'ｶﾅ'],
    ['cp50222', '0e 36 45 0f 41', 'ｶﾅA'],
    ['iso-2022-jp', '1b2849 36 45 1b2842 41', 'ｶﾅA'],
    // The escape back to ASCII is missing at the end of the line.
    ['iso-2022-jp', '1b2442 2422 0a 41', 'あ\nA'],
    ['iso-2022-jp', '41 1b 42', 'A\u001bB'],
  ])('%s %s', (charset, hex, text) => {
    expect(decodeText(Buffer.from(hex.replaceAll(' ', ''), 'hex'), charset).text).toBe(text)
  })
})

describe('undeclared and false charsets', () => {
  test.each([
    // declared   bytes                  read as         text                  problem
    [undefined, '414243', 'us-ascii', 'ABC', undefined],
    [undefined, 'c3a9', 'utf-8', 'é', 'undeclared-charset'],
    [undefined, '90bf8b818f91', 'shift_jis', '請求書', 'undeclared-charset'],
    [undefined, 'c0c1b5e1bdf1', 'euc-jp', '請求書', 'undeclared-charset'],
    ['us-ascii', '1b2442 404135613d71 1b2842', 'iso-2022-jp', '請求書', 'undeclared-charset'],
    ['utf-8', '90bf8b818f91', 'shift_jis', '請求書', 'wrong-charset'],
    ['utf-8', '636166e9', 'windows-1252', 'café', 'wrong-charset'],
    [undefined, '646f6e9274', 'windows-1252', 'don’t', 'undeclared-charset'],
    [undefined, '4dfc6c6c6572', 'windows-1252', 'Müller', 'undeclared-charset'],
    ['x-none', '61a4', 'x-none', 'a\u00a4', 'unknown-charset'],
  ])('%s %s', (declared, hex, charset, text, problem) => {
    const decoded = decodeText(Buffer.from(hex.replaceAll(' ', ''), 'hex'), declared)
    expect([decoded.charset, decoded.text, decoded.problem]).toEqual([charset, text, problem])
  })
})
