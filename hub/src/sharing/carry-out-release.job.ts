import {
  type BulletinRecord,
  findOpenReleaseOrder,
  loadQueueTime,
  lockForRelease,
  moveBulletin,
  type ReleaseOrder,
} from '../anonymisation/index.ts'
import { crashPoint } from '../crash-points.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { defineJob, startJob } from '../jobs/index.ts'
import { HUB } from '../people/index.ts'
import { Refusal, type RefusalCode } from '../refusals.ts'
import { carryOutRelease } from './carry-out-release.ts'
import { prepareRelease, type ReadyRelease, type Stopped } from './prepare-release.ts'
import { stopRelease } from './stop-release.ts'

/**
 * Carries out an ordered release when it is due. The order is ended in the transaction that releases, so a worker that
 * is killed and the one that takes its place release once; an order that has ended meanwhile is left alone.
 */
export const carryOutReleaseJob = defineJob(
  'carry-out-release',
  async (hub, { orderId }) => {
    await inOrder(hub, orderId, async (db, due) => {
      // The queue goes by another clock than ours; earlier than was promised nothing leaves.
      if (due.now < due.order.dueAt) return waitOn(db, due.order, due.now)
      await settle(db, due)
    })
    crashPoint('releasing.after-commit')
  },
  {
    // Without it the text would stand as about to leave for ever. The approvals hold; a lead may order it again.
    giveUp: (hub, { orderId }) =>
      inOrder(hub, orderId, (db, due) => sendBack(db, due, 'release-failed')),
  },
)

/** Does this with an order that still runs, which nobody else ends meanwhile. */
const inOrder = (
  hub: Hub,
  orderId: string,
  work: (db: Db, due: Due) => Promise<void>,
): Promise<void> =>
  hub.database.inStaff({}, async (db) => {
    const found = await findOpenReleaseOrder(db, { orderId })
    if (found === undefined) return
    const now = hub.clock.now()
    const bulletin = await lockForRelease(db, found.bulletinId, now)
    // Again under the lock: whoever held it may have cancelled.
    const order = await findOpenReleaseOrder(db, { orderId })
    if (order === undefined || bulletin.state !== 'releasing') return
    await work(db, { hub, order, bulletin, now })
  })

async function waitOn(db: Db, { id, dueAt }: ReleaseOrder, now: Date): Promise<void> {
  const queueTime = await loadQueueTime(db)
  const runAfter = new Date(queueTime.getTime() + dueAt.getTime() - now.getTime())
  await startJob(db, 'carry-out-release', { orderId: id }, { key: `again ${id}`, runAfter })
}

interface Due {
  readonly hub: Hub
  readonly order: ReleaseOrder
  readonly bulletin: BulletinRecord
  readonly now: Date
}

async function settle(db: Db, due: Due): Promise<void> {
  const { hub, order, bulletin, now } = due
  const ready = await prepareDue(db, due)
  if (ready === 'leak-found' || ready === 'wishes-narrowed' || ready === 'lane-closed') {
    return stopRelease(db, { bulletin, why: ready, actor: HUB, by: 'hub', at: now })
  }
  // The approvals hold; a lead looks at the new audience and presses the button again.
  if (typeof ready === 'string') return sendBack(db, due, ready)
  const releasedBy = order.orderedBy
  await carryOutRelease(db, ready, { bulletin, hub, now, releasedBy, actor: HUB, by: 'hub' })
}

const sendBack = (db: Db, { bulletin, now: at }: Due, why: RefusalCode): Promise<void> =>
  moveBulletin(db, { bulletin, to: 'approved', by: 'hub', actor: HUB, at, why })

/** What would be released, or why it may not be. */
async function prepareDue(
  db: Db,
  { hub, order, bulletin, now }: Due,
): Promise<ReadyRelease | Stopped | RefusalCode> {
  if (!order.isOrdererLead) return 'orderer-left'
  if (bulletin.contentHash !== order.contentHash) return 'text-edited'
  try {
    const ready = await prepareRelease(db, { bulletin, hub, now })
    if (typeof ready === 'string') return ready
    return isSame(ready.audience.organisationIds, order.organisationIds)
      ? ready
      : 'audience-changed'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((id) => others.includes(id))
