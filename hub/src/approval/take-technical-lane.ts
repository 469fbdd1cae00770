import {
  type BulletinRecord,
  draftAgain,
  isLaneOpen,
  loadAudience,
  loadHandling,
  loadLaneConditions,
  lockBulletin,
  moveBulletin,
  saveTechnicalLane,
  TLP_RULES,
} from '../anonymisation/index.ts'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { renderForms } from './render-forms.ts'

interface LaneTaken {
  readonly bulletinId: string
  /** Hash of the text the lead has seen. */
  readonly contentHash: string
  readonly hub: Hub
  readonly now: Date
}

/**
 * A lead lets a checked text of technical information alone go on without its providers' approval, where every group
 * and every provider allows that (SPEC A-3). Only the question to the providers falls away: the check, the second
 * person and the waiting time of a release are the same as ever, and all conditions are asked again when it leaves.
 */
export async function takeTechnicalLane(
  db: Db,
  actor: PersonActor,
  { bulletinId, contentHash, hub, now }: LaneTaken,
): Promise<BulletinRecord> {
  const bulletin = await lockBulletin(db, bulletinId, now)
  if (bulletin.state !== 'checked') throw new Refusal('not-in-this-state')
  if (bulletin.contentHash !== contentHash) throw new Refusal('edited-meanwhile')
  const { tlp } = bulletin.content
  if (!TLP_RULES[tlp].mayReachGroups) throw new Refusal('red-not-shared')
  const day = dayInJapan(now)
  const handling = await loadHandling(db, bulletin, day)
  const providerIds = new Set(handling.providerIds)
  const audience = await loadAudience(db, bulletin.groupIds, { providerIds, day, tlp })
  const drafted = await draftAgain(db, bulletin, handling)
  const conditions = await loadLaneConditions(db, bulletin, { handling, audience, drafted })
  if (!isLaneOpen(conditions)) throw new Refusal('lane-closed')
  // A name may have come into a vault since the text was checked.
  await renderForms(db, bulletin, { handling, hub, now })
  await saveTechnicalLane(db, bulletin.id)
  await recordAudit(db, {
    actor,
    action: 'bulletin-lane-technical',
    subject: `bulletin:${bulletin.id}`,
    detail: { contentHash },
  })
  await moveBulletin(db, { bulletin, to: 'approved', by: 'lead', actor, at: now })
  return { ...bulletin, lane: 'technical-only', state: 'approved' }
}
