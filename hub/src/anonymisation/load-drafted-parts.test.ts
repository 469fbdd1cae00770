import { expect, test } from 'vitest'
import { Refusal } from '../refusals.ts'
import { toProblem } from './load-drafted-parts.ts'

test('a page looks again by itself only for a draft that others are made before', () => {
  expect(toProblem(new Refusal('drafting-busy')).isDraftDelayed).toBe(true)
  for (const code of ['draft-took-too-long', 'case-too-large'] as const)
    expect(toProblem(new Refusal(code)).isDraftDelayed).toBeUndefined()
  expect(() => toProblem(new Refusal('not-found'))).toThrow(Refusal)
})
