import { expect, test } from 'vitest'
import { MOVES, STATES, STEPS, findMove, mayMove, type Mover } from './case-flow.ts'

const MOVERS: readonly Mover[] = ['hub', 'analyst', 'lead', 'provider']

test.each([
  // subject    from         to           by          allowed
  ['bulletin', 'waiting', 'approved', 'provider', true],
  ['bulletin', 'waiting', 'approved', 'analyst', false], // Staff never approve for a provider.
  ['bulletin', 'waiting', 'approved', 'lead', false],
  ['bulletin', 'draft', 'approved', 'lead', false], // Not before it was checked.
  ['bulletin', 'draft', 'released', 'lead', false],
  ['bulletin', 'approved', 'released', 'analyst', false], // Releases are the lead's.
  ['bulletin', 'approved', 'released', 'provider', false],
  ['bulletin', 'approved', 'draft', 'provider', true], // An approval can be withdrawn until it is shared.
  ['bulletin', 'released', 'draft', 'lead', false], // What is out is corrected or withdrawn, never unsaid.
  ['submission', 'received', 'set-aside', 'analyst', false], // Nothing is set aside unread.
  ['submission', 'analysed', 'in-case', 'provider', false],
  ['case', 'closed', 'worked', 'analyst', false],
] as const)('%s: %s → %s by %s is %s', (subject, from, to, by, allowed) => {
  expect(mayMove(subject, from as never, to as never, by)).toBe(allowed)
})

test('nothing reaches released except through approved, and only a lead sets it going', () => {
  const waysTo = (to: 'releasing' | 'released') =>
    STATES.bulletin.filter((from) => findMove('bulletin', from, to) !== undefined)
  expect(waysTo('released')).toEqual(['approved', 'releasing'])
  expect(waysTo('releasing')).toEqual(['approved'])
  for (const to of ['releasing', 'released'] as const) {
    expect(MOVERS.filter((by) => mayMove('bulletin', 'approved', to, by))).toEqual(['lead'])
  }
  // Nobody shortens the waiting time: what was ordered leaves by the clock alone.
  expect(MOVERS.filter((by) => mayMove('bulletin', 'releasing', 'released', by))).toEqual(['hub'])
})

test('a provider moves nothing but bulletins, and only to approved or back to draft', () => {
  const rows = MOVES.filter((row) => row.by.includes('provider'))
  expect(new Set(rows.map((row) => row.subject))).toEqual(new Set(['bulletin']))
  expect(new Set(rows.map((row) => row.to))).toEqual(new Set(['approved', 'draft']))
})

test('every state but the first of each subject can be reached, and no move stands twice', () => {
  for (const [subject, states] of Object.entries(STATES)) {
    for (const state of states.slice(1)) {
      expect(MOVES.some((row) => row.subject === subject && row.to === state)).toBe(true)
    }
  }
  const keys = MOVES.map((row) => `${row.subject}:${row.from}>${row.to}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test('every step named by a move is a step', () => {
  for (const row of MOVES) expect(STEPS).toContain(row.step)
})
