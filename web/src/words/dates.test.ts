import { describe, expect, test } from 'vitest'
import { toDates } from './dates.ts'

const ja = toDates('ja')
const en = toDates('en')

describe('a moment is written as in Japan, with its zone', () => {
  test.each([
    ['2026-10-14T23:23:00.000Z', '2026年10月15日(木) 08:23 JST', 'Thu 15 Oct 2026, 08:23 JST'],
    ['2026-09-27T15:00:00.000Z', '2026年9月28日(月) 00:00 JST', 'Mon 28 Sep 2026, 00:00 JST'],
    ['2026-11-01T03:05:00.000Z', '2026年11月1日(日) 12:05 JST', 'Sun 1 Nov 2026, 12:05 JST'],
  ])('%s', (at, japanese, english) => {
    expect(ja.moment(at)).toBe(japanese)
    expect(en.moment(at)).toBe(english)
  })
})

test('a plain day stays that day', () => {
  expect(ja.day('2026-10-15')).toBe('2026年10月15日(木)')
  expect(en.shortDay('2026-10-15')).toBe('Thu 15 Oct')
})

test('what is no date is a dash, not a wrong day', () => {
  expect(ja.moment('soon')).toBe('—')
})

test.each([
  ['2026Q3', '2026年7月～9月', 'Jul–Sep 2026'],
  ['2020Q1', '2020年1月～3月', 'Jan–Mar 2020'],
])('quarter %s', (quarter, japanese, english) => {
  expect(ja.quarter(quarter)).toBe(japanese)
  expect(en.quarter(quarter)).toBe(english)
})

describe('waiting is said as one would say it', () => {
  const now = Date.parse('2026-10-15T12:00:00.000Z')
  test.each([
    [35, '35分', '35 min'],
    [108, '1時間48分', '1 h 48 min'],
    [240, '4時間', '4 h'],
    [24 * 60, '1日', '1 day'],
    [50 * 60, '2日', '2 days'],
    [-5, '0分', '0 min'],
  ])('%i minutes', (minutes, japanese, english) => {
    const at = new Date(now - minutes * 60_000).toISOString()
    expect(ja.since(at, now)).toBe(japanese)
    expect(en.since(at, now)).toBe(english)
  })
})
