import { expect, test } from 'vitest'
import { quarterLabel } from './quarter-label.ts'
import {
  daysOfQuarter,
  fiscalYearOf,
  quarterBefore,
  quarterOf,
  rollingQuarters,
} from './quarter.ts'

test.each([
  // quarter   first         last          in Japanese             in English        fiscal year
  ['2016Q4', '2016-10-01', '2016-12-31', '2016年10月～12月', 'Oct–Dec 2016', 2016],
  ['2017Q1', '2017-01-01', '2017-03-31', '2017年1月～3月', 'Jan–Mar 2017', 2016],
  ['2020Q2', '2020-04-01', '2020-06-30', '2020年4月～6月', 'Apr–Jun 2020', 2020],
  ['2022Q3', '2022-07-01', '2022-09-30', '2022年7月～9月', 'Jul–Sep 2022', 2022],
])('%s runs from %s to %s', (quarter, firstOn, lastOn, ja, en, fiscalYear) => {
  expect(daysOfQuarter(quarter)).toEqual({ firstOn, lastOn })
  expect(quarterLabel(quarter)).toEqual({ ja, en })
  expect(fiscalYearOf(quarter)).toBe(fiscalYear)
  expect([quarterOf(firstOn), quarterOf(lastOn)]).toEqual([quarter, quarter])
})

test('a rolling table crosses the turn of the year', () => {
  expect(rollingQuarters('2020Q2')).toEqual(['2019Q3', '2019Q4', '2020Q1', '2020Q2'])
  expect(quarterBefore('2017Q1')).toBe('2016Q4')
  expect(quarterBefore('2016Q4', -1)).toBe('2017Q1')
})
