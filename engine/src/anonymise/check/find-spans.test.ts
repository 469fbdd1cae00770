import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'
import { findSpans } from './find-spans.ts'

test.each([
  ['see a.example now', 'a.example', [[4, 13]]],
  ['see a[.]example now', 'a.example', [[4, 15]]],
  ['see axexample now', 'a.example', []],
  ['hxxp://a.example', 'http://a.example', [[0, 16]]],
  ['a+b and aab', 'a+b', [[0, 3]]],
])('in %j the value %j stands at %j', (text, value, spans) => {
  expect(findSpans(text, value)).toEqual(spans)
})

test('any value is found in a text that holds it, whatever signs it is made of', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.string({ maxLength: 20 }),
      (value, around) => {
        const spans = findSpans(`${around}${value}`, value)
        expect(spans.some(([start, end]) => start <= around.length && end > around.length)).toBe(
          true,
        )
      },
    ),
    fuzzSettings(1_970),
  )
})
