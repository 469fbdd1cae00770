import { expect, test } from 'vitest'
import { toCountdown } from './to-countdown.ts'

test.each([
  [600_000, '10:00'],
  [599_001, '10:00'],
  [599_000, '9:59'],
  [1, '0:01'],
  [0, '0:00'],
  [-5000, '0:00'],
  [93_601_000, '26:00:01'],
])('%i ms left read %s', (left, shown) => {
  expect(toCountdown(left)).toBe(shown)
})
