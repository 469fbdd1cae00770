import type { BulletinView } from 'contract/bulletin'
import { expect, test } from 'vitest'
import { isRoundToEnd } from './is-about-values.ts'
import { toAskOff } from './to-ask-off.ts'

const PROBLEM = { ja: '読み切れません。', en: 'This is too much.' }

/** What these two read of a bulletin whose providers are being asked about a value. */
const view = (change: Partial<BulletinView>): BulletinView =>
  ({
    ...{ state: 'waiting', permissions: [], audience: { organisationCount: 1 } },
    approvals: [{ about: 'values', state: 'waiting' }],
    ...change,
  }) as unknown as BulletinView

test('without a draft no button says that every value is settled, and nobody is asked', () => {
  const waiting = view({ draftProblem: PROBLEM })
  expect(isRoundToEnd(waiting)).toBe(false)
  expect(toAskOff(waiting, false)).toBe('off-undrafted')
  expect(toAskOff(view({ draftProblem: PROBLEM, state: 'checked' }), false)).toBe('off-undrafted')
  expect(toAskOff(waiting, true)).toBe('off-unsaved')
})

test('with one the answers that settle every value end the round', () => {
  expect(isRoundToEnd(view({}))).toBe(true)
  expect(toAskOff(view({}), false)).toBeUndefined()
})
