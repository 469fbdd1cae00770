import { expect, test } from 'vitest'
import { chooseFitting } from './choose-drafted.ts'

const ROOM = { costMs: 100, viewLetters: 1000 }

/** Mails by how many milliseconds each takes: two indicators make one. */
const toLoads = (costs: readonly number[]) =>
  costs.map((costMs, at) => ({
    ...{ id: `mail-${at}`, receipt: `S-${at}`, costMs, indicators: costMs * 2 },
    ...{ textLetters: 0, valueLetters: 0, viewLetters: 1 },
  }))

test.each<readonly [string, readonly number[], readonly number[]]>([
  ['a case of ordinary mails is drafted whole', Array.from({ length: 100 }, () => 1), [100, 100]],
  ['a heavy mail makes way for those behind it', [40, 90, 30, 30], [3, 100]],
  ['a first beyond all room keeps no other out', [500, 1, 2], [2, 3]],
  ['where none fits the quickest is drafted', [500, 200, 300], [1, 200]],
  ['what fits to the letter is drafted', [60, 40, 1], [2, 100]],
  ['a case without mails has none', [], [0, 0]],
])('%s', (_name, costs, [count, sum]) => {
  const chosen = chooseFitting(toLoads(costs), ROOM)
  expect(chosen).toHaveLength(count ?? 0)
  expect(chosen.reduce((total, { costMs }) => total + costMs, 0)).toBe(sum)
})

test('letters of a text count as far as it is shown, and those of values in full', () => {
  const [mail] = toLoads([0])
  if (mail === undefined) throw new TypeError('There is one mail.')
  // 20,000 letters are shown of a text, and take about as long as a thousand letters of values.
  const light = { ...mail, textLetters: 9_000_000 }
  const heavy = { ...mail, valueLetters: 9_000_000 }
  expect(chooseFitting([mail, light], { ...ROOM, costMs: 34 })).toEqual([mail, light])
  expect(chooseFitting([mail, heavy], { ...ROOM, costMs: 34 })).toEqual([mail])
})

test('mails are drafted as far as memory holds all that was kept of them', () => {
  const loads = toLoads([1, 1, 1, 1]).map((load, at) => ({
    ...load,
    viewLetters: [600, 500, 400, 1][at] ?? 0,
  }))
  expect(chooseFitting(loads, ROOM).map(({ id }) => id)).toEqual(['mail-0', 'mail-2'])
})
