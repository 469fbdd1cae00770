import type { QueueRow } from 'contract/case'

export type GroupName = 'overdue' | 'today' | 'week' | 'later' | 'new' | 'older'

export interface QueueGroup {
  readonly name: GroupName
  readonly rows: readonly QueueRow[]
}

const ORDER: readonly GroupName[] = ['overdue', 'today', 'new', 'week', 'later', 'older']
const DAY_MS = 86_400_000
/** Japan has no summer time: a day there begins at 15:00 UTC. */
const JST_MS = 9 * 3_600_000

/** Rows by deadline, then by age: what is due first, then what is new, then what has waited. */
export function toGroups(rows: readonly QueueRow[], now: number): QueueGroup[] {
  return ORDER.map((name) => ({
    name,
    rows: rows.filter((row) => toGroupName(row, now) === name).sort(byDeadlineThenAge),
  })).filter((group) => group.rows.length > 0)
}

function toGroupName(row: QueueRow, now: number): GroupName {
  if (row.dueAt === undefined) {
    return now - Date.parse(row.waitingSince) < DAY_MS ? 'new' : 'older'
  }
  const due = Date.parse(row.dueAt)
  if (due < now) return 'overdue'
  const days = toDayNumber(due) - toDayNumber(now)
  if (days === 0) return 'today'
  return days < 7 ? 'week' : 'later'
}

function toDayNumber(at: number): number {
  return Math.floor((at + JST_MS) / DAY_MS)
}

function byDeadlineThenAge(a: QueueRow, b: QueueRow): number {
  const due = (row: QueueRow) => (row.dueAt === undefined ? Infinity : Date.parse(row.dueAt))
  const byDue = due(a) - due(b)
  return Number.isNaN(byDue) || byDue === 0
    ? Date.parse(a.waitingSince) - Date.parse(b.waitingSince)
    : byDue
}
