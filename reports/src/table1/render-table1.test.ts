import { expect, test } from 'vitest'
import { renderTable1 } from './render-table1.ts'
import { renderTable1Csv } from './table1-csv.ts'
import type { Table1Figures } from './table1-figures.ts'

const column = (quarter: string, submissions: number, bulletins: number, imported = false) => ({
  quarter,
  submissions,
  bulletins,
  imported,
})
const figures: Table1Figures = {
  columns: [
    column('2018Q2', 191, 49, true),
    column('2018Q3', 519, 39),
    column('2018Q4', 1072, 59),
    column('2019Q1', 238, 48),
  ],
  hubSourced: 15,
}

test('years stand over their quarters, thousands are grouped, the last figure carries ※2', () => {
  const table = renderTable1(figures, 'ja')
  expect(table.years).toEqual([
    { text: '2018年', columns: 3 },
    { text: '2019年', columns: 1 },
  ])
  expect(table.quarters).toEqual(['4月～6月 *', '7月～9月', '10月～12月', '1月～3月'])
  expect(table.rows.map(({ cells }) => cells.map(({ text, mark }) => text + (mark ?? '')))).toEqual(
    [
      ['191件', '519件', '1,072件', '238件'],
      ['49件', '39件', '59件', '48件※2'],
    ],
  )
  expect(table.rows[1]?.mark).toBe('※1')
  expect(table.notes).toHaveLength(3)
})

test.each([
  ['ja', 0, 2],
  ['en', 0, 2],
  ['en', 1, 3],
] as const)(
  'in %s with %i bulletins of the hub there are %i notes',
  (language, hubSourced, notes) => {
    expect(renderTable1({ ...figures, hubSourced }, language).notes).toHaveLength(notes)
  },
)

test('CSV has one row for each quarter and lines end as RFC 4180 wants', () => {
  const lines = renderTable1Csv(figures, 'en').split('\r\n')
  expect(lines).toHaveLength(6)
  expect(lines[3]).toBe('2018Q4,Oct–Dec 2018,1072,59,counted')
})
