import { expect, test } from 'vitest'
import { toWordDiff } from './to-word-diff.ts'

const show = (before: string, after: string, language: 'ja' | 'en') =>
  toWordDiff(before, after, language)
    .map(({ kind, text }) =>
      kind === 'kept' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`,
    )
    .join('')

// biome-ignore format: a table is read by its columns.
test.each([
  ['en', 'same text',             'same text',              'same text'],
  ['en', '',                      'new',                    '{+new+}'],
  ['en', 'gone',                  '',                       '[-gone-]'],
  ['en', 'asked the accounting staff today', 'asked the staff today', 'asked the [-accounting -]staff today'],
  ['en', 'one two three',         'one 2 three',            'one [-two-]{+2+} three'],
  ['ja', '経理の担当者に電話した', '担当者に電話した',        '[-経理の-]担当者に電話した'],
  ['en', 'appears to be aimed at it', 'seems meant for it', '[-appears to be aimed at-]{+seems meant for+} it'],
  ['en', 'one\nb\ntwo',          '1\nb\n2',               '[-one-]{+1+}\nb\n[-two-]{+2+}'],
  ['ja', '特定の組織を狙った攻撃', '資機材の照会を装う攻撃',  '[-特定の組織を狙った-]{+資機材の照会を装う+}攻撃'],
  ['ja', '口座を変更した',         '銀行を変更した',          '[-口座-]{+銀行+}を変更した'],
] as const)('%s: %s → %s', (language, before, after, shown) => {
  expect(show(before, after, language)).toBe(shown)
})

test('what is kept and removed is the old text, what is kept and added the new one', () => {
  const words = ['a', 'b', ' ', '攻撃', '者']
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed % below
  }
  const text = () => Array.from({ length: next(30) }, () => words[next(words.length)]).join('')
  for (let round = 0; round < 300; round += 1) {
    const [before, after] = [text(), text()]
    const pieces = toWordDiff(before, after, 'ja')
    const of = (...kinds: string[]) =>
      pieces.flatMap(({ kind, text: said }) => (kinds.includes(kind) ? [said] : [])).join('')
    expect([of('kept', 'removed'), of('kept', 'added')]).toEqual([before, after])
  }
})

test('a hostile length is shown as wholly replaced instead of being compared', () => {
  const before = 'a b '.repeat(20_000)
  const after = 'c d '.repeat(20_000)
  expect(toWordDiff(before, after, 'en').length).toBeLessThanOrEqual(3)
})
