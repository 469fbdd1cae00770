import { readFileSync } from 'node:fs'
import { NewPassword } from 'contract/people'
import { expect, test } from 'vitest'
import { isCommonPassword } from './common-password.ts'

// biome-ignore format: a table is read by its columns.
test.each([
  ['a common one',                      'qwerty123456',                 true],
  ['a walk over the keys',              '1qaz2wsx3edc',                 true],
  ['a common one with a year',          'Basketball2026',               true],
  ['a common one with a sign',          'sunshine2026!',                true],
  ['a common one written twice',        'princessprincess',             true],
  ['in full-width letters',             'ｂａｓｋｅｔｂａｌｌ１２',               true],
  ['a sentence of common words',        'correct horse battery staple', false],
  ['a sentence of one’s own',           'three geese over the harbour', false],
  ['a Japanese sentence',               '港の上を三羽の雁が飛んでいった', false],
  ['a common one as the smaller part',  'basketball kq7ZrW0xMp',        false],
  ['drawn by a program',                'vT9#kq7ZrW0x',                 false],
] as const)('%s', (_, password, isCommon) => {
  expect(isCommonPassword(password)).toBe(isCommon)
})

test('every password of the list that is long enough to be chosen is refused', () => {
  const list = readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
  const chosen = list.split('\n').filter((word) => NewPassword.safeParse(word).success)
  expect(chosen.length).toBeGreaterThan(300)
  expect(chosen.filter((word) => !isCommonPassword(word))).toEqual([])
})

// biome-ignore format: a table is read by its columns.
test.each([
  [11,  false],
  [12,  true],
  [64,  true],
  [200, true],
  [201, false],
] as const)('a password of %i characters may be chosen: %s', (length, fits) => {
  expect(NewPassword.safeParse('x'.repeat(length)).success).toBe(fits)
})
