import { expect, test } from 'vitest'
import { dueInDays, toMoment } from './due-date.ts'
import { toSealState } from './to-seal-state.ts'
import { toStepStates } from './to-steps.ts'

type Seen = Parameters<typeof toStepStates>[0]
type Approval = Seen['approvals'][number]

const question = (decided?: 'omit') =>
  ({ questionId: 'q', ...(decided === undefined ? {} : { decided }) }) as Seen['questions'][number]
const answered = (state: Approval['state'], askedAt = '2026-11-20T00:00:00Z') =>
  ({ state, askedAt }) as Approval

// biome-ignore format: a table is read by its columns.
test.each([
  // state        questions            approvals                     anonymise  check      approve      share
  ['draft',     [question()],         [],                           'current', 'ahead',   'ahead',     'ahead'],
  ['draft',     [question('omit')],   [],                           'done',    'current', 'ahead',     'ahead'],
  ['draft',     [],                   [answered('changes-asked')],  'done',    'current', 'sent-back', 'ahead'],
  ['draft',     [],                   [answered('outdated')],       'done',    'current', 'ahead',     'ahead'],
  ['checked',   [],                   [],                           'done',    'done',    'current',   'ahead'],
  ['waiting',   [],                   [answered('waiting')],        'done',    'done',    'waiting',   'ahead'],
  ['approved',  [],                   [answered('approved')],       'done',    'done',    'done',      'current'],
  ['released',  [],                   [answered('approved')],       'done',    'done',    'done',      'done'],
  ['withdrawn', [],                   [],                           'done',    'done',    'done',      'done'],
] as const)('%s: where it stands', (state, questions, approvals, ...expected) => {
  expect(toStepStates({ state, questions: [...questions], approvals: [...approvals] })).toEqual(expected)
})

test('an earlier round that was sent back says nothing about the present one', () => {
  const approvals = [answered('outdated'), answered('refused', '2026-11-01T00:00:00Z')]
  expect(toStepStates({ state: 'draft', questions: [], approvals })[2]).toBe('ahead')
})

const check = (contentHash: string, clean: boolean, weak: readonly object[] = []) =>
  ({ contentHash, clean, weakTraces: weak }) as NonNullable<
    Parameters<typeof toSealState>[0]['check']
  >

// biome-ignore format: a table is read by its columns.
test.each([
  ['none',     undefined,         'a', false, false],
  ['checking', undefined,         'a', true,  false],
  ['clean',    check('a', true),  'a', false, false],
  ['found',    check('a', false), 'a', false, false],
  ['open',     check('a', true, [{}]), 'a', false, false],
  ['clean',    check('a', true, [{ confirmed: {} }]), 'a', false, false],
  ['stale',    check('a', true),  'b', false, false],
  ['stale',    check('a', true),  'a', false, true],
] as const)('the seal is %s', (expected, found, contentHash, isChecking, isDirty) => {
  const view = { contentHash, ...(found === undefined ? {} : { check: found }) }
  expect(toSealState(view, { isChecking, isDirty })).toBe(expected)
})

test('three working days from a Friday evening in Japan is Wednesday at five', () => {
  const friday = Date.parse('2026-11-20T22:30:00+09:00')
  const due = dueInDays(3, friday)
  expect(due).toEqual({ on: '2026-11-25', at: '17:00' })
  expect(toMoment(due)).toBe('2026-11-25T08:00:00.000Z')
})
