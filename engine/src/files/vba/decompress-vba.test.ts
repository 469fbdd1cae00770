import { expect, test } from 'vitest'
import { compressVba } from '../testing/build-vba-project.ts'
import { decompressVba } from './decompress-vba.ts'

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')

// The examples of MS-OVBA §3.2.
test.each([
  [
    '01 19 B0 00 61 62 63 64 65 66 67 68 00 69 6A 6B 6C 6D 6E 6F 70 00 71 72 73 74 75 76 2E',
    'abcdefghijklmnopqrstuv.',
  ],
  [
    '01 2F B0 00 23 61 61 61 62 63 64 65 82 66 00 70 61 67 68 69 6A 01 38 08 61 6B 6C 00 30 6D 6E 6F 70 06 71 02 70 04 10 72 73 74 75 76 10 77 78 79 7A 00 3C',
    '#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa',
  ],
  ['01 03 B0 02 61 45 00', 'a'.repeat(73)],
])('%s unpacks as the standard says', (packed, text) => {
  expect(decompressVba(bytes(packed)).toString()).toBe(text)
})

test('text over several chunks comes out whole', () => {
  const text = 'Sub あ()\r\n'.repeat(2_000)
  expect(decompressVba(compressVba(Buffer.from(text))).toString()).toBe(text)
})

test('a copy from before the beginning ends the chunk', () => {
  expect(decompressVba(bytes('01 03 B0 02 61 FF FF')).toString()).toBe('a')
})
