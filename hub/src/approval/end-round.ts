import { type BulletinRecord, outdateApprovals, returnToDraft } from '../anonymisation/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'

/**
 * Whoever is still silent is waited for no longer: what the text holds follows from the answers that came. What is
 * written then is the hub's act, and that it was ended the log says of whoever did it.
 */
export async function endRound(
  db: Db,
  actor: Actor,
  { bulletin, now, kept }: { bulletin: BulletinRecord; now: Date; kept: readonly string[] },
): Promise<BulletinRecord> {
  const outdated = await outdateApprovals(db, bulletin.id, kept)
  await recordAudit(db, {
    actor,
    action: 'values-round-ended',
    subject: `bulletin:${bulletin.id}`,
    detail: { contentHash: bulletin.contentHash, outdated },
  })
  return returnToDraft(db, { bulletin, now })
}
