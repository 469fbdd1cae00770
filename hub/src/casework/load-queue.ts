import type { z } from 'zod'
import type { Queue, QueueRow } from 'contract/case'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { type WaitingRow, listWaiting } from './queue.queries.ts'
import { QUEUE_SENTENCES } from './queue-sentences.ts'

export type QueueFilter = 'mine' | 'others' | 'unassigned' | 'all'

const WAITS_FOR = { mine: 'me', others: 'others', unassigned: 'unassigned' } as const
const PAGE_OF: Readonly<Record<WaitingRow['kind'], string>> = {
  submission: 'submissions',
  consultation: 'submissions',
  feedback: 'submissions',
  'failed-analysis': 'submissions',
  case: 'cases',
  bulletin: 'bulletins',
  approval: 'bulletins',
  agreement: 'agreements',
  closed: 'restricted',
  'closed-text': 'restricted',
  admission: 'restricted',
}

/** The analyst's home (SPEC K-6): everything that waits, whom it waits for, and why. */
export async function loadQueue(
  db: Db,
  actor: PersonActor,
  filter: QueueFilter,
): Promise<z.infer<typeof Queue>> {
  const rows = (await listWaiting(db)).map((row) => toQueueRow(row, actor))
  const count = (waitsFor: QueueRow['waitsFor']) =>
    rows.filter((row) => row.waitsFor === waitsFor).length
  return {
    rows: filter === 'all' ? rows : rows.filter(({ waitsFor }) => waitsFor === WAITS_FOR[filter]),
    counts: {
      me: count('me'),
      others: count('others'),
      unassigned: count('unassigned'),
      all: rows.length,
    },
  }
}

function toQueueRow(row: WaitingRow, actor: PersonActor): QueueRow {
  const { kind, id, number, title, since, dueAt, assigneeId, assignee } = row
  return {
    kind,
    id,
    href: toHref(row),
    title: title[actor.language] === '' ? number : title[actor.language],
    why: QUEUE_SENTENCES[row.reason],
    waitingSince: since.toISOString(),
    ...(dueAt !== undefined && { dueAt: dueAt.toISOString() }),
    waitsFor: decideWaitsFor(row, actor),
    ...(assigneeId !== undefined && { assignee: { personId: assigneeId, name: assignee ?? '' } }),
    chip: { ja: number, en: number },
  }
}

function toHref({ kind, id, reason }: WaitingRow): string {
  if (kind === 'admission' || kind === 'closed-text') return `/${PAGE_OF[kind]}`
  return `/${PAGE_OF[kind]}/${id}${reason === 'withdrawal-asked' ? '/release' : ''}`
}

const FOR_LEADS: readonly string[] = [
  'bulletin-approved',
  'release-stopped',
  'release-ordered',
  'withdrawal-asked',
  'agreement-ending',
  'agreement-signed',
]

/** A release or an agreement waits for any lead, a provider's answer for nobody here, everything else for whoever has it. */
function decideWaitsFor(
  { reason, assigneeId }: WaitingRow,
  actor: PersonActor,
): QueueRow['waitsFor'] {
  if (reason === 'approval-waiting') return 'others'
  // Only those who may answer see one at all.
  if (reason === 'admission-asked') return 'me'
  if (FOR_LEADS.includes(reason)) return actor.roles.includes('hub-lead') ? 'me' : 'others'
  if (assigneeId === undefined) return 'unassigned'
  return assigneeId === actor.personId ? 'me' : 'others'
}
