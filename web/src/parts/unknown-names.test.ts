import { expect, test } from 'vitest'
import { cutAtNames } from './unknown-names.ts'

const open = (value: string) => ({ value, isSettled: false })

test.each([
  ['東雲電機の山本です', ['東雲電機', '山本'], ['[東雲電機]', 'の', '[山本]', 'です']],
  ['東雲電機と東雲', ['東雲', '東雲電機'], ['[東雲電機]', 'と', '[東雲]']],
  ['A社です', ['東雲'], ['A社です']],
  ['', ['東雲'], []],
  ['東雲', [''], ['東雲']],
])('%s with %j is cut at the names', (text, values, expected) => {
  const pieces = cutAtNames(text, values.map(open))
  expect(
    pieces.map((piece) => (piece.name === undefined ? piece.text : `[${piece.text}]`)),
  ).toEqual(expected)
})
