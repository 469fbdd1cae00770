import { expect, test } from 'vitest'
import { findRangeAt } from './find-range-at.ts'

const RANGES = [
  { start: 2, end: 4 },
  { start: 4, end: 5 },
  { start: 8, end: 9 },
]

test.each([
  [1, undefined],
  [2, RANGES[0]],
  [3, RANGES[0]],
  [4, RANGES[1]],
  [5, undefined],
  [8, RANGES[2]],
  [9, undefined],
])('at %i stands %j', (at, range) => {
  expect(findRangeAt(RANGES, at)).toBe(range)
  expect(findRangeAt([], at)).toBeUndefined()
})

test('among a hundred thousand ranges few are looked at', () => {
  let looked = 0
  const ranges = Array.from({ length: 100_000 }, (_, at) => ({
    start: 2 * at,
    get end() {
      looked += 1
      return 2 * at + 1
    },
  }))
  expect(findRangeAt(ranges, 150_000)).toBe(ranges[75_000])
  // Halved 17 times, and one look at the range itself.
  expect(looked).toBeLessThanOrEqual(18)
})
