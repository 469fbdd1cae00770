import { QueueRow } from 'contract/case'
import { expect, test } from 'vitest'
import { toGroups } from './to-groups.ts'

// Thursday 15 October 2026, 09:30 in Japan.
const NOW = Date.parse('2026-10-15T00:30:00.000Z')

const row = (id: string, waitingSince: string, dueAt?: string) =>
  QueueRow.parse({
    kind: 'submission',
    id,
    href: '/submissions/1',
    title: id,
    why: { ja: '新着', en: 'New' },
    waitingSince,
    waitsFor: 'me',
    ...(dueAt === undefined ? {} : { dueAt }),
  })

test.each([
  ['2026-10-15T00:00:00.000Z', 'overdue'],
  ['2026-10-15T14:59:00.000Z', 'today'],
  ['2026-10-15T15:00:00.000Z', 'week'],
  ['2026-10-21T14:59:00.000Z', 'week'],
  ['2026-10-21T15:00:00.000Z', 'later'],
])('due %s stands under %s', (dueAt, group) => {
  const groups = toGroups([row('a', '2026-10-01T00:00:00.000Z', dueAt)], NOW)
  expect(groups.map(({ name }) => name)).toEqual([group])
})

test('without a deadline, a day decides whether it is new', () => {
  const rows = [row('old', '2026-10-14T00:29:00.000Z'), row('new', '2026-10-14T00:31:00.000Z')]
  expect(toGroups(rows, NOW).map(({ name, rows: [first] }) => [name, first?.id])).toEqual([
    ['new', 'new'],
    ['older', 'old'],
  ])
})

test('in a group the nearest deadline stands first, then what has waited longest', () => {
  const rows = [
    row('late', '2026-10-14T00:00:00.000Z', '2026-10-15T09:00:00.000Z'),
    row('soon', '2026-10-14T12:00:00.000Z', '2026-10-15T03:00:00.000Z'),
    row('soon-older', '2026-10-13T12:00:00.000Z', '2026-10-15T03:00:00.000Z'),
  ]
  expect(toGroups(rows, NOW)[0]?.rows.map(({ id }) => id)).toEqual(['soon-older', 'soon', 'late'])
})
