import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toFile } from '../testing/file-to-read.ts'
import { html } from './reader.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'

const ALPHABET = [
  '<script>',
  '</script>',
  '<form action=',
  '<input type=password>',
  ' onload="',
  'javascript:',
  'data:text/html;base64,',
  'PHNjcmlwdD5sb2NhdGlvbj0nLy9hLmV4YW1wbGUnPC9zY3JpcHQ+PHNjcmlwdD4=',
  'atob(',
  'unescape("%3C%u0041',
  'String.fromCharCode(60,',
  '.split("")',
  '.reverse()',
  '.join("")',
  '.replace(/a/g,"b")',
  '.repeat(1e9)',
  '[0]',
  '[1,2,',
  '"\\x3c\\u0041\\u{110000}"',
  "'abc'",
  '`a${b}`',
  'x=',
  'x+=x+x;',
  'a.download=',
  'new Blob([',
  'location.href=',
  '"https://a.example/"',
  '+',
  '^',
  '(',
  ')',
  ']',
  ';',
  '/*',
  '\\',
  '\ud800',
]

test('no page makes the reader throw or change its mind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...ALPHABET), { maxLength: 60 }), async (pieces) => {
      const bytes = Buffer.from(`<html><script>${pieces.join('')}`)
      const reading = await html.read(toFile(bytes))
      expect(reading).toEqual(await html.read(toFile(bytes)))
    }),
    fuzzSettings(20260401),
  )
})
