import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { defineJob, startJob } from '../jobs/index.ts'
import { HUB } from '../people/index.ts'
import { findRequestToRemind, saveReminded } from './approval.queries.ts'
import { notifyContacts } from './notify-contacts.ts'

const DAY_MS = 24 * 3_600_000

/** Plans the one reminder of a request: a day before it is due, or halfway when less time is given. */
export async function planReminder(
  db: Db,
  { approvalId, askedAt, dueAt }: { approvalId: string; askedAt: Date; dueAt: Date },
): Promise<void> {
  const halfway = (askedAt.getTime() + dueAt.getTime()) / 2
  const runAfter = new Date(Math.max(halfway, dueAt.getTime() - DAY_MS))
  await startJob(db, 'remind-provider', { approvalId }, { key: `remind ${approvalId}`, runAfter })
}

/** Reminds a provider once, if it has not answered by then. */
export const remindProvider = defineJob('remind-provider', (hub, { approvalId }) =>
  hub.database.inStaff({}, async (db) => {
    const at = hub.clock.now()
    const request = await findRequestToRemind(db, approvalId)
    if (request === undefined) return
    const { organisationId } = request
    await saveReminded(db, approvalId, at)
    await notifyContacts(db, { approvalId, organisationId, kind: 'approval-reminder', at })
    await recordAudit(db, {
      actor: HUB,
      action: 'approval-reminded',
      subject: `approval:${approvalId}`,
    })
  }),
)
