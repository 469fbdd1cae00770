import { addConfirmations, type BulletinRecord, findUnconfirmed } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import type { Asked } from './ask-provider.ts'

/** From a checked text, or again while waiting, when a request has become overdue. */
export async function assertMayAsk(
  db: Db,
  { id, state, leakCheck, contentHash }: BulletinRecord,
  { dueAt, now }: Asked,
): Promise<void> {
  if (state !== 'checked' && state !== 'waiting') throw new Refusal('not-in-this-state')
  if (leakCheck?.clean !== true || leakCheck.contentHash !== contentHash) {
    throw new Refusal('not-in-this-state')
  }
  if (new Date(dueAt) <= now) throw new Refusal('due-date-past')
  if (findUnconfirmed(await addConfirmations(db, id, leakCheck)).length > 0) {
    throw new Refusal('weak-traces-open')
  }
}
