import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { HUB } from '../people/index.ts'
import { saveSettling } from './bulletin.queries.ts'
import type { BulletinRecord } from './bulletin-record.ts'

/** Says of a text that it does not read as its providers answered, and that nothing runs any more that would write it. */
export async function saveFailed(
  db: Db,
  { id, contentHash }: Pick<BulletinRecord, 'id' | 'contentHash'>,
): Promise<void> {
  await saveSettling(db, id, 'failed')
  await recordAudit(db, {
    actor: HUB,
    action: 'bulletin-permissions-given-up',
    subject: `bulletin:${id}`,
    detail: { contentHash },
  })
}
