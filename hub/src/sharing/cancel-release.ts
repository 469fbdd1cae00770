import {
  type BulletinRecord,
  findOpenReleaseOrder,
  lockBulletin,
  moveBulletin,
  toMover,
} from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'

/** Takes an order to release back before it is due. The approvals stand; nobody outside learns that there was an order. */
export async function cancelRelease(
  db: Db,
  actor: PersonActor,
  { bulletinId, now }: { bulletinId: string; now: Date },
): Promise<BulletinRecord> {
  const bulletin = await lockBulletin(db, bulletinId, now)
  const order = await findOpenReleaseOrder(db, { bulletinId })
  if (bulletin.state !== 'releasing' || order === undefined) {
    throw new Refusal('release-not-ordered')
  }
  await moveBulletin(db, { bulletin, to: 'approved', by: toMover(actor), actor, at: now })
  return { ...bulletin, state: 'approved' }
}
