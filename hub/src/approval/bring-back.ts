import {
  applyPermissions,
  type BulletinRecord,
  loadHandling,
  moveBulletin,
} from '../anonymisation/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import { HUB } from '../people/index.ts'
import { Refusal } from '../refusals.ts'

/** A draft again, in which no value stands that is not, or no longer, permitted. */
export async function bringBack(
  db: Db,
  {
    bulletin,
    now,
    why,
  }: { bulletin: BulletinRecord; now: Date; why: { why?: 'approval-taken-back' } },
): Promise<BulletinRecord> {
  if (bulletin.state !== 'draft') {
    await moveBulletin(db, { bulletin, to: 'draft', by: 'provider', actor: HUB, at: now, ...why })
  }
  const handling = await loadHandling(db, bulletin, dayInJapan(now))
  // A provider's answer stands, whatever the text is like: what does not fit is for whoever checks it next.
  const draft = { ...bulletin, state: 'draft' } as const
  return applyPermissions(db, draft, { handling, now, ifUnfit: 'leave' }).catch((error) => {
    // What takes too long to draft is drafted by the check that must follow; an answer, above all a no, does not wait for it.
    if (error instanceof Refusal && error.isUndrafted) return draft
    throw error
  })
}
