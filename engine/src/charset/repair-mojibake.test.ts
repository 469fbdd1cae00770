import iconv from 'iconv-lite'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repairMojibake } from './repair-mojibake.ts'

const said = 'アカウントのご確認をお願いいたします'
const misread = (from: string, readAs: string) => iconv.decode(iconv.encode(said, from), readAs)

describe('Japanese read in the wrong charset is put right again', () => {
  test.each([
    ['utf-8', 'windows-1252'],
    ['shift_jis', 'windows-1252'],
    ['euc-jp', 'windows-1252'],
  ])('%s read as %s', (from, readAs) => {
    const repaired = repairMojibake(`Subject ${misread(from, readAs)}`)
    expect(repaired).toMatchObject({ from, readAs })
    expect(repaired?.text).toContain('アカウント')
  })

  test('utf-8 read as cp932 loses bytes, and what is left is shown', () => {
    const repaired = repairMojibake('縺薙ｓ縺ｫ縺｡縺ｯ縲√い繧ｫ繧ｦ繝ｳ繝')
    expect(repaired?.text).toMatch(/^こんにちは/)
    expect(repaired).toMatchObject({ from: 'utf-8', readAs: 'cp932', start: 0 })
  })

  test('iso-2022-jp without its escapes', () => {
    const bare = iconv.decode(Buffer.from('$B$3$s$K$A$O(B', 'latin1'), 'latin1')
    expect(repairMojibake(`Re: ${bare}`)?.text).toBe('こんにちは')
  })
})

test.each([
  'Crème brûlée à la carte, très bien',
  '会議の資料をお送りいたします。',
  'It costs $BUDGET (B plan) or $5.',
  'Änderung der Geschäftsbedingungen für Müller',
  '繊維と糸の見本をお送りします。',
])('ordinary text is left alone: %s', (text) => {
  expect(repairMojibake(text)).toBeUndefined()
})

test('any text is read without an error', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('縺', 'ã‚', '$B', '(B', '‚±', '¤ª'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      const repaired = repairMojibake(text)
      if (repaired !== undefined) expect(repaired.end).toBeLessThanOrEqual(text.length)
    }),
    { seed: 20_260_104, numRuns: 1_000 },
  )
})
