import { expect, test } from 'vitest'
import { columnsOf, cutColumns, padColumns, wrapColumns } from './width.ts'

test.each([
  ['abc', 3],
  ['返信先', 6],
  ['ｶﾅ', 2],
  ['Ａ１', 4],
  ['か\u3099', 2],
  ['「x」', 5],
])('%s takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns)
})

test('padding and cutting count columns, not letters', () => {
  expect(padColumns('手口', 6)).toBe('手口  ')
  expect(cutColumns('手口の説明', 7)).toBe('手口...')
})

test('lines are broken within the columns, words kept whole, closing signs not alone', () => {
  expect(wrapColumns('aaa bbb ccc', 7)).toEqual(['aaa bbb', 'ccc'])
  expect(wrapColumns('手口の説明です。', 14)).toEqual(['手口の説明です。'])
  for (const line of wrapColumns('x'.repeat(50), 20))
    expect(columnsOf(line)).toBeLessThanOrEqual(20)
})
