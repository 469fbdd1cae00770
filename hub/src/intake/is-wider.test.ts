import { expect, test } from 'vitest'
import { GroupId } from 'contract/common'
import type { Wishes } from 'contract/intake'
import { DEFAULT_WISHES } from './submission-defaults.ts'
import { isWider } from './is-wider.ts'

const ONE = GroupId.parse('00000000-0000-4000-8000-000000000001')
const TWO = GroupId.parse('00000000-0000-4000-8000-000000000002')
const KEPT = 'The name of the branch'

test.each<[string, Partial<Wishes>, Partial<Wishes>, boolean]>([
  ['the same', {}, {}, false],
  ['a wider label', {}, { tlp: 'GREEN' }, true],
  ['a strict label made plain', { tlp: 'AMBER+STRICT' }, { tlp: 'AMBER' }, true],
  ['a narrower label', {}, { tlp: 'RED' }, false],
  ['one group instead of all', {}, { groupIds: [ONE] }, false],
  ['all groups instead of one', { groupIds: [ONE] }, { groupIds: [] }, true],
  ['another group instead of one', { groupIds: [ONE] }, { groupIds: [TWO] }, true],
  ['one group of two', { groupIds: [ONE, TWO] }, { groupIds: [TWO] }, false],
  ['something kept back', {}, { keepBack: KEPT }, false],
  ['the same kept back, with a space', { keepBack: KEPT }, { keepBack: ` ${KEPT} ` }, false],
  ['more kept back', { keepBack: KEPT }, { keepBack: `${KEPT}, and its town` }, true],
  [
    'what was kept back only quoted',
    { keepBack: KEPT },
    { keepBack: `No longer: "${KEPT}".` },
    true,
  ],
  ['nothing kept back any more', { keepBack: KEPT }, { keepBack: '' }, true],
  ['something else kept back', { keepBack: KEPT }, { keepBack: 'The town' }, true],
  ['the report allowed', {}, { mayAppearInReport: true }, true],
  ['the report no longer allowed', { mayAppearInReport: true }, {}, false],
  ['no question first', {}, { approvesFirst: false }, true],
  ['a question first again', { approvesFirst: false }, {}, false],
])('%s', (_what, before, wishes, wider) => {
  expect(isWider({ ...DEFAULT_WISHES, ...before }, { ...DEFAULT_WISHES, ...wishes })).toBe(wider)
})
