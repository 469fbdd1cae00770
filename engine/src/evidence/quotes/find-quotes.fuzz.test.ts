import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryText } from '../../testing/arbitrary-text.ts'
import { cpuSeconds } from '../../testing/cpu-seconds.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'
import { findQuotes, findQuotesInLines, type Quote } from './find-quotes.ts'
import { readPageLines } from './page-lines.ts'

const PIECES = [
  ...[
    '\n',
    '\r\n',
    '> ',
    '＞',
    '*',
    ' ',
    'x',
    '<br>',
    '<pre>',
    '</pre>',
    '<p>',
    '&nbsp;',
    '<style>',
  ],
  ...[
    'From: a@b.example',
    '差出人：山',
    'Sent: Monday',
    '送信日時: 2026/11/16',
    'To: c',
    '件名: x',
    'Od: k@b.example',
    '差 出 人 ： 梶',
  ],
  ...[
    '-----Original Message-----',
    'On 2026/11/16, Mori wrote:',
    '2026年11月16日 森 <m@a.example>:',
  ],
  ...['<blockquote type="cite">', '</blockquote>', '<div class="gmail_quote">', '</div>', '<div>'],
]

const readPage = (html: string): readonly Quote[] => {
  const { lines, framed } = readPageLines(html)
  return findQuotesInLines(lines, framed, { end: html.length, heads: 'any' })
}

test.each([
  ['text', findQuotes],
  ['page', readPage],
] as const)('quotes of any %s are in order, apart from each other and within it', (_name, read) => {
  fc.assert(
    fc.property(arbitraryText(PIECES, 60), (text) => {
      const quotes = read(text)
      expect(read(text)).toEqual(quotes)
      let at = 0
      for (const { start, end } of quotes) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThanOrEqual(start)
        at = end
      }
      expect(at).toBeLessThanOrEqual(text.length)
    }),
    fuzzSettings(4_211),
  )
})

test.each([
  ...[
    '\n',
    '>\n',
    'From: a\n',
    'From: a@b\n',
    'From: a@b.example;',
    '2026/11/16 a\n',
    '2026/11/16 ',
  ],
  ...[
    'On 2026/11/16 x wrote:\n',
    '-----original\n',
    '*',
    '1/1/',
    'jan ',
    '<br>From: a@',
    '<pre>\n',
  ],
])('%j without end is read in a moment', async (piece) => {
  const text = piece.repeat(400_000 / piece.length)
  expect(await cpuSeconds(() => findQuotes(text))).toBeLessThan(2)
  expect(await cpuSeconds(() => readPage(text))).toBeLessThan(2)
})
