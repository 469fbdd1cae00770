import {
  type BulletinRecord,
  insertReleaseOrder,
  lockForRelease,
  moveBulletin,
  toWritten,
} from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { newId } from '../ids.ts'
import { startJob } from '../jobs/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { assertSecondPerson } from './assert-second-person.ts'
import { carryOutRelease } from './carry-out-release.ts'
import { SHARING_LIMITS } from './limits.ts'
import { prepareRelease, type ReadyRelease, type Stopped } from './prepare-release.ts'
import { stopRelease } from './stop-release.ts'

export interface ReleaseOrder {
  readonly bulletinId: string
  /** Hash of the text the lead has seen. */
  readonly contentHash: string
  /** Number of organisations on the button that was pressed. */
  readonly organisationCount: number
  /** A moment chosen by the lead. */
  readonly releaseAt?: string
  readonly now: Date
  readonly hub: Hub
}

export type Ordered =
  | { readonly outcome: 'released' | 'releasing'; readonly bulletin: BulletinRecord }
  | { readonly outcome: Stopped | 'weak-traces-open' }

/**
 * Orders the release of an approved text (T75): it leaves after the hub's waiting time, in which it can be cancelled.
 * Everything is asked now, so that the lead hears at once what stands against it, and again when it is due.
 * What is found is kept, and the bulletin is a draft again, so the caller refuses only after the transaction.
 */
export async function releaseBulletin(
  db: Db,
  actor: PersonActor,
  order: ReleaseOrder,
): Promise<Ordered> {
  const { now, hub } = order
  const bulletin = await lockForRelease(db, order.bulletinId, now)
  if (bulletin.state !== 'approved') throw new Refusal('not-in-this-state')
  if (bulletin.contentHash !== order.contentHash) throw new Refusal('edited-meanwhile')
  await assertSecondPerson(db, actor, bulletin)
  toWritten(bulletin.content)
  const dueAt = toDueAt(order)

  const ready = await prepareRelease(db, { bulletin, hub, now })
  if (ready === 'weak-traces-open') return { outcome: ready }
  if (typeof ready === 'string') {
    await stopRelease(db, { bulletin, why: ready, actor, by: 'lead', at: now })
    return { outcome: ready }
  }
  if (ready.audience.organisationIds.length !== order.organisationCount)
    throw new Refusal('audience-changed')
  if (dueAt > now) return orderRelease(db, actor, { bulletin, ready, dueAt, now })
  const releasedBy = actor.personId
  await carryOutRelease(db, ready, { bulletin, hub, now, releasedBy, actor, by: 'lead' })
  return { outcome: 'released', bulletin: { ...bulletin, state: 'released' } }
}

/** Never before the waiting time is over, whatever moment was chosen. */
function toDueAt({ now, hub, releaseAt }: ReleaseOrder): Date {
  const earliest = new Date(now.getTime() + hub.config.releaseDelayMinutes * 60_000)
  if (releaseAt === undefined) return earliest
  const chosen = new Date(releaseAt)
  const latest = new Date(now.getTime() + SHARING_LIMITS.releaseAheadDaysMax * 86_400_000)
  if (chosen < earliest || chosen > latest) throw new Refusal('release-too-soon')
  return chosen
}

async function orderRelease(
  db: Db,
  actor: PersonActor,
  {
    bulletin,
    ready,
    dueAt,
    now,
  }: { bulletin: BulletinRecord; ready: ReadyRelease; dueAt: Date; now: Date },
): Promise<Ordered> {
  const orderId = newId()
  await moveBulletin(db, { bulletin, to: 'releasing', by: 'lead', actor, at: now })
  await insertReleaseOrder(db, {
    ...{ id: orderId, bulletinId: bulletin.id, contentHash: bulletin.contentHash },
    organisationIds: ready.audience.organisationIds,
    ...{ orderedAt: now, orderedBy: actor.personId, dueAt },
  })
  await startJob(
    db,
    'carry-out-release',
    { orderId },
    { key: `release ${orderId}`, runAfter: dueAt },
  )
  return { outcome: 'releasing', bulletin: { ...bulletin, state: 'releasing' } }
}
