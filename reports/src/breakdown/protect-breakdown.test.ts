import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BreakdownClass, protectBreakdown } from './protect-breakdown.ts'

/** A class of `population` organisations, those named contributing so many items each. */
const line = (key: string, items: readonly number[], population = 12): BreakdownClass => ({
  key,
  items,
  population,
})
const printed = (classes: readonly BreakdownClass[]) =>
  protectBreakdown(classes).map(({ key, items }) => `${key} ${items ?? 'few'}`)

const LARGE = line('E', [9, 8, 7, 6, 5, 4], 20)

// biome-ignore format: a table is read by its columns.
const RULES: readonly (readonly [string, readonly BreakdownClass[], readonly string[]])[] = [
  ['five organisations that share evenly are printed',      [line('C', [3, 3, 3, 3, 3]), LARGE],           ['C 15', 'E 39']],
  ['four are few, and the next smallest hides with them',   [line('C', [3, 3, 3, 3]), line('D', [2, 2, 2, 2, 2]), LARGE], ['C few', 'D few', 'E 39']],
  ['700 mails of one organisation are one contributor',     [line('C', [700]), line('D', [2, 2, 2, 2, 2]), LARGE], ['C few', 'D few', 'E few']],
  ['one that gives six in ten is as good as named',         [line('C', [12, 2, 2, 2, 2]), line('D', [3, 3, 3, 3, 3]), LARGE], ['C few', 'D few', 'E 39']],
  ['just below six in ten is printed',                      [line('C', [11, 2, 2, 2, 2]), LARGE],          ['C 19', 'E 39']],
  ['a class of five that all contributed names them all',   [line('C', [3, 3, 3, 3, 3], 5), line('D', [4, 4, 4, 4, 4]), LARGE], ['C few', 'D few', 'E 39']],
  ['zero tells who was not hit, and is few',                [line('C', []), line('D', [2, 2, 2, 2, 2]), LARGE], ['C few', 'D few', 'E 39']],
  ['two hidden lines that are safe together stay two',      [line('C', [3, 3, 3]), line('D', [2, 2, 2]), LARGE], ['C few', 'D few', 'E 39']],
  ['where nothing can be printed nothing is',               [line('C', [1]), line('D', [1])],               ['C few', 'D few']],
]

test.each(RULES)('%s', (_, classes, expected) => {
  expect(printed(classes)).toEqual(expected)
})

// The reader's side, by brute force and by other means than the code: every figure in print, the total of 表1
// among them, is an equation over the organisations. Whatever follows from them by adding and subtracting is in
// their span. No set of organisations that breaks a rule may be there.

const organisationsOf = (classes: readonly BreakdownClass[]) =>
  classes.flatMap(({ key, items }) => items.map((own) => ({ key, own })))

describe('no sum of few organisations follows from what is printed', () => {
  const anyClass = fc.tuple(
    fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 7 }),
    fc.integer({ min: 0, max: 9 }),
  )
  const breakdown = fc
    .array(anyClass, { minLength: 1, maxLength: 4 })
    .filter((classes) => classes.reduce((sum, [items]) => sum + items.length, 0) <= 13)

  test('for any community', () => {
    fc.assert(
      fc.property(breakdown, (drawn) => {
        const classes = drawn.map(([items, others], at) =>
          line(`${at}`, items, items.length + others),
        )
        expect(findBetrayed(classes)).toEqual([])
      }),
      { numRuns: 60, seed: 20261127 },
    )
  })

  test('the search finds what a careless table betrays', () => {
    const classes = [line('C', [3, 3, 3]), LARGE]
    const careless = [{ key: 'C' }, { key: 'E', items: 39 }]
    expect(findBetrayed(classes, careless)).not.toEqual([])
  })
})

/** Sets of one to four contributors, or dominated by one, whose sum the reader can work out. The whole community is public. */
function findBetrayed(
  classes: readonly BreakdownClass[],
  lines = protectBreakdown(classes),
): number[][] {
  const all = organisationsOf(classes)
  const shown = new Set(lines.filter(({ items }) => items !== undefined).map(({ key }) => key))
  const equations = [
    all.map(() => 1),
    ...[...shown].map((key) => all.map((one) => (one.key === key ? 1 : 0))),
  ]
  const rank = rankOf(equations)
  const betrayed: number[][] = []
  for (let set = 1; set < 2 ** all.length - 1; set += 1) {
    const members = all.map((_, at) => (set >> at) & 1)
    const own = all.flatMap((one, at) => (members[at] === 1 ? [one.own] : []))
    const breaksRule =
      own.length < 5 || Math.max(...own) >= 0.6 * own.reduce((sum, one) => sum + one, 0)
    if (breaksRule && rankOf([...equations, members]) === rank) betrayed.push(own)
  }
  return betrayed
}

/** Rank by elimination over a prime field; with entries of 0 and 1 and this prime it is the rank over the rationals. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const prime = 10_007
  let left = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.find((row) => row[column] !== 0)
    if (pivot === undefined) continue
    rank += 1
    const inverse = powerOf(pivot[column] ?? 0, prime - 2, prime)
    left = left
      .filter((row) => row !== pivot)
      .map((row) => {
        const factor = ((row[column] ?? 0) * inverse) % prime
        return row.map((entry, at) => (entry + prime * prime - factor * (pivot[at] ?? 0)) % prime)
      })
  }
  return rank
}

function powerOf(base: number, exponent: number, prime: number): number {
  let result = 1
  for (let left = exponent, square = base; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}
