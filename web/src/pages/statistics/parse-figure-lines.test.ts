import { expect, test } from 'vitest'
import { parseFigureLines } from './parse-figure-lines.ts'

const row = (quarter: string, submissions: number, bulletins: number, hubSourced = 0) => ({
  quarter,
  submissions,
  bulletins,
  hubSourced,
})

test.each([
  // what is pasted                        what it says
  ['2019Q1,238,48,15', [row('2019Q1', 238, 48, 15)]],
  ['2019Q1\t1,072\t59\t2', [row('2019Q1', 1072, 59, 2)]],
  ['２０１９Q1、２３８、４８', [row('2019Q1', 238, 48)]],
  ['2019-1,238件,48件', [row('2019Q1', 238, 48)]],
  ['\n2019Q1,1,1\n\n2019Q2,2,2\n', [row('2019Q1', 1, 1), row('2019Q2', 2, 2)]],
  ['', []],
])('%j is read', (text, rows) => {
  expect(parseFigureLines(text)).toEqual({ rows, problems: [] })
})

test.each([
  // what is pasted               line  why
  ['2019Q5,1,1', 1, 'line-shape'],
  ['2019Q1,1', 1, 'line-shape'],
  ['2019Q1,1,-1', 1, 'line-shape'],
  ['2019Q1,1,1,1,1', 1, 'line-shape'],
  ['2019Q1,1.5,1', 1, 'line-shape'],
  ['2019Q1,=1+1,1', 1, 'line-shape'],
  ['2019Q1,1,1\n2019Q1,2,2', 2, 'line-twice'],
  ['2019Q1,5,2,3', 1, 'line-more'],
] as const)('%j is not taken', (text, line, why) => {
  expect(parseFigureLines(text).problems).toEqual([{ line, why }])
})
