import { expect, test } from 'vitest'
import { chooseAllowed } from './choose-drafted.ts'
import { ANONYMISATION_LIMITS } from './limits.ts'

const ALLOWANCE = { mails: 100, costMs: 100, viewLetters: 1000 }

interface Change {
  readonly provider?: string
  readonly place?: number
  readonly viewLetters?: number
}

/** Mails by how many milliseconds each takes: two indicators make one. */
const toLoads = (costs: readonly number[], change: Change = {}) =>
  costs.map((costMs, at) => ({
    ...{ id: `mail-${at}`, receipt: `S-${at}`, provider: 'hoshimi', place: 1 },
    ...{ costMs, indicators: costMs * 2, textLetters: 0, valueLetters: 0, viewLetters: 1 },
    ...change,
  }))

test.each<readonly [string, readonly number[], readonly number[]]>([
  ['ordinary mails are drafted whole', Array.from({ length: 100 }, () => 1), [100, 100]],
  ['no more than a hundred are drafted', Array.from({ length: 101 }, () => 0), [100, 0]],
  ['a heavy mail makes way for those behind it', [40, 90, 30, 30], [3, 100]],
  ['a first beyond all room keeps no other out', [500, 1, 2], [2, 3]],
  ['what fits to the letter is drafted', [60, 40, 1], [2, 100]],
  ['a mail beyond the allowance is drafted where its provider has no other', [500], [1, 500]],
  ['of several beyond the allowance the quickest is drafted', [500, 300, 400], [1, 300]],
  ['a case without mails has none', [], [0, 0]],
])('%s', (_name, costs, [count, sum]) => {
  const chosen = chooseAllowed(toLoads(costs), ALLOWANCE)
  expect(chosen).toHaveLength(count ?? 0)
  expect(chosen.reduce((total, { costMs }) => total + costMs, 0)).toBe(sum)
})

test('a provider that fills its allowance has the same drafted whatever another handed in before and after it', () => {
  const own = toLoads([40, 30, 20, 20, 10, 5])
  const alone = chooseAllowed(own, ALLOWANCE)
  expect(alone.map(({ costMs }) => costMs)).toEqual([40, 30, 20, 10])
  for (const costs of [[1], [100], [500], [60, 60, 60], Array.from({ length: 500 }, () => 1)]) {
    const others = toLoads(costs, { provider: 'kaido' })
    const together = [...others, ...own, ...others].toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const chosen = chooseAllowed(together, ALLOWANCE)
    expect(chosen.filter(({ provider }) => provider === 'hoshimi')).toEqual(alone)
  }
})

test('letters of a text count as far as it is shown, and those of values in full', () => {
  const [mail] = toLoads([0])
  if (mail === undefined) throw new TypeError('There is one mail.')
  // 20,000 letters are shown of a text, and take about as long as a thousand letters of values.
  const light = { ...mail, textLetters: 9_000_000 }
  const heavy = { ...mail, valueLetters: 9_000_000 }
  expect(chooseAllowed([mail, light], { ...ALLOWANCE, costMs: 34 })).toEqual([mail, light])
  expect(chooseAllowed([mail, heavy], { ...ALLOWANCE, costMs: 34 })).toEqual([mail])
})

test('mails are drafted as far as the letters kept of them go', () => {
  const loads = [600, 500, 400, 1].flatMap((viewLetters) => toLoads([1], { viewLetters }))
  expect(chooseAllowed(loads, ALLOWANCE).map(({ viewLetters }) => viewLetters)).toEqual([600, 400])
})

test('of one operation five mails are drafted, and those behind them are others', () => {
  const copies = Array.from({ length: 25 }, (_, at) => toLoads([1], { place: at + 1 })).flat()
  const chosen = chooseAllowed([...copies, ...toLoads([2])], ALLOWANCE)
  expect(chosen.map(({ costMs }) => costMs)).toEqual([...Array(5).fill(1), 2])
})

test('one wave of which fifty-one providers hand in twenty mails each fits into one draft', () => {
  const wave = Array.from({ length: 51 }, (_, provider) =>
    Array.from({ length: 20 }, (_copy, at) =>
      toLoads([1], { provider: `provider ${provider}`, place: at + 1 }),
    ).flat(),
  ).flat()
  expect(chooseAllowed(wave).length).toBeLessThanOrEqual(ANONYMISATION_LIMITS.draftMailsMax)
})
