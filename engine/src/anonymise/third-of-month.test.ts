import { expect, test } from 'vitest'
import { toThirdEnd, toThirdStart } from './third-of-month.ts'

test.each([
  ['2026-11-01', '2026-11-01', '2026-11-10'],
  ['2026-11-10', '2026-11-01', '2026-11-10'],
  ['2026-11-11', '2026-11-11', '2026-11-20'],
  ['2026-11-20', '2026-11-11', '2026-11-20'],
  ['2026-11-21', '2026-11-21', '2026-11-30'],
  ['2026-10-31', '2026-10-21', '2026-10-31'],
  ['2028-02-24', '2028-02-21', '2028-02-29'],
  ['2026-02-24', '2026-02-21', '2026-02-28'],
  ['no day', 'no day', 'no day'],
])('T13: %s lies in the third from %s to %s', (day, start, end) => {
  expect([toThirdStart(day), toThirdEnd(day)]).toEqual([start, end])
  expect([toThirdStart(start), toThirdEnd(end)]).toEqual([start, end])
})
