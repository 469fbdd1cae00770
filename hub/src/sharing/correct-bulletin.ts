import {
  type BulletinRecord,
  insertBulletin,
  listVersions,
  loadBulletinForUpdate,
} from '../anonymisation/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { hasClosedPart } from '../restriction/index.ts'

/** Begins a correction: the next version, a draft of its own that is checked and approved like any other. */
export async function correctBulletin(
  db: Db,
  actor: PersonActor,
  { bulletinId, now }: { bulletinId: string; now: Date },
): Promise<BulletinRecord> {
  const released = await loadBulletinForUpdate(db, bulletinId)
  if (released.state !== 'released') throw new Refusal('not-in-this-state')
  // Without that part nobody would ask its provider, nor look for its names in the new text.
  if (await hasClosedPart(db, bulletinId)) throw new Refusal('closed-part')
  const versions = await listVersions(db, released.number)
  // One correction at a time: two drafts of the same version could both claim to be the next.
  if (versions.some(({ version }) => version > released.version))
    throw new Refusal('already-changed')
  const draft: BulletinRecord = {
    ...released,
    id: newId(),
    state: 'draft',
    lane: 'approval-required',
    version: released.version + 1,
    corrects: released.id,
    leakCheck: undefined,
    createdAt: now,
    updatedAt: now,
    editedBy: actor.personId,
  }
  await insertBulletin(db, draft)
  await recordAudit(db, {
    actor,
    action: 'bulletin-correction-drafted',
    subject: `bulletin:${draft.id}`,
    detail: { corrects: released.id, version: draft.version },
  })
  return draft
}
