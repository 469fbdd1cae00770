import { expect, test } from 'vitest'
import { currentAttackId } from './current-attack-id.ts'
import { techniques } from './index.ts'

test.each([
  ['T1127', 'T1127.001'],
  ['T1053', 'T1053.005'],
  ['T1038', 'T1574.001'],
  ['T1015', 'T1546.008'],
  [' t1193', 'T1566.001'],
  ['T1566.002', 'T1566.002'],
])('%s, as the reports cite it, is %s today', (cited, current) => {
  expect(currentAttackId(cited)).toBe(current)
})

test('what the reports cite leads to a technique of ours, as far as mail can show it', () => {
  const known = new Set(techniques.flatMap(({ attack }) => attack))
  for (const cited of ['T1127', 'T1053', 'T1038']) expect(known).toContain(currentAttackId(cited))
})
