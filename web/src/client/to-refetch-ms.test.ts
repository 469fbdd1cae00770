import { expect, test } from 'vitest'
import { toRefetchMs } from './to-refetch-ms.ts'

test('a page whose draft waits for those of others looks again, also while it settles and in no great hurry', () => {
  expect(toRefetchMs({ state: 'checked' })).toBe(false)
  expect(toRefetchMs({ state: 'checked', isDraftDelayed: true })).toBe(15_000)
  expect(toRefetchMs({ state: 'waiting', settling: 'waiting', isDraftDelayed: true })).toBe(15_000)
  expect(toRefetchMs({ state: 'waiting', settling: 'waiting' })).toBe(2000)
})
