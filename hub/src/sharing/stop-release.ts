import { type BulletinRecord, moveBulletin, outdateApprovals } from '../anonymisation/index.ts'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Mover } from '../case-flow.ts'
import type { Db } from '../database/index.ts'
import type { Stopped } from './prepare-release.ts'

/** What was approved no longer holds: the text is a draft again, to be checked and asked for anew. */
export async function stopRelease(
  db: Db,
  {
    bulletin,
    why,
    actor,
    by,
    at,
  }: {
    bulletin: BulletinRecord
    why: Stopped
    actor: AuditActor
    by: Mover
    at: Date
  },
): Promise<void> {
  await outdateApprovals(db, bulletin.id)
  await moveBulletin(db, { bulletin, to: 'draft', by, actor, at, why })
  if (why !== 'leak-found') return
  await recordAudit(db, {
    actor,
    action: 'bulletin-leak-check',
    subject: `bulletin:${bulletin.id}`,
    detail: { contentHash: bulletin.contentHash, clean: false },
  })
}
