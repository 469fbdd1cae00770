import type { Db } from '../database/index.ts'
import { startJob } from '../jobs/index.ts'
import { HUB } from '../people/index.ts'
import { saveSettling } from './bulletin.queries.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { moveBulletin } from './move-bulletin.ts'

/**
 * A draft again, of which a job writes what follows from the answers: what is not, or no longer, permitted goes out, what
 * is comes in. To write it takes as long as the evidence is large, so nobody waits for it.
 */
export async function returnToDraft(
  db: Db,
  { bulletin, now, ...why }: { bulletin: BulletinRecord; now: Date; why?: 'approval-taken-back' },
): Promise<BulletinRecord> {
  const { id: bulletinId } = bulletin
  if (bulletin.state !== 'draft') {
    await moveBulletin(db, { bulletin, to: 'draft', by: 'provider', actor: HUB, at: now, ...why })
  }
  await saveSettling(db, bulletinId, 'waiting')
  await startApplying(db, bulletinId)
  return { ...bulletin, state: 'draft', lane: 'approval-required', settling: 'waiting' }
}

export const startApplying = (db: Db, bulletinId: string): Promise<void> =>
  startJob(db, 'apply-permissions', { bulletinId }, { key: `apply ${bulletinId}` })
