import { type BulletinRecord, isWider, moveBulletin } from '../anonymisation/index.ts'
import { tellUnasked } from '../approval/index.ts'
import type { AuditActor } from '../audit/index.ts'
import type { Mover } from '../case-flow.ts'
import { dayInJapan } from '../clock.ts'
import { crashPoint } from '../crash-points.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { certifyRelease } from './certify-release.ts'
import { notifyAudience } from './notify-audience.ts'
import type { ReadyRelease } from './prepare-release.ts'
import { insertRelease } from './release.queries.ts'
import { raiseEarlier } from './raise-earlier.ts'
import { replaceCorrected } from './replace-corrected.ts'
import { replaceObjects } from './replace-objects.ts'

export interface CarryOut {
  readonly bulletin: BulletinRecord
  readonly hub: Hub
  readonly now: Date
  /** Who ordered it; a release is a person's decision, also when the clock carries it out. */
  readonly releasedBy: string
  readonly actor: AuditActor
  readonly by: Mover
}

/** Lets a prepared text go: row, feeds, notices and certificate in one transaction, before which nothing of it exists. */
export async function carryOutRelease(
  db: Db,
  { releaseId, audience, unasked, corrected, check, forms }: ReadyRelease,
  { bulletin, hub, now, releasedBy, actor, by }: CarryOut,
): Promise<void> {
  if (corrected !== undefined) await replaceCorrected(db, { corrected, at: now, actor, by })
  await insertRelease(db, {
    ...{ id: releaseId, number: bulletin.number, version: bulletin.version },
    ...{ title: bulletin.content.title, tlp: bulletin.content.tlp },
    contentText: forms.contentText,
    releasedOn: dayInJapan(now),
    audience: audience.tokens,
    ...{ bulletinId: bulletin.id, contentHash: bulletin.contentHash, groupIds: bulletin.groupIds },
    ...{ releasedAt: now, releasedBy, stixIds: forms.stix?.ids ?? {} },
    certificate: certifyRelease(hub.secrets, { bulletin, check, forms, now }),
    files: forms.files,
  })
  const { number } = bulletin
  const isRaised =
    corrected !== undefined && isWider(corrected.bulletin.content.tlp, bulletin.content.tlp)
  if (isRaised) await raiseEarlier(db, { corrected, bulletin, audience, at: now })
  await replaceObjects(db, { releaseId, number, feeds: audience.feeds, stix: forms.stix, at: now })
  await moveBulletin(db, { bulletin, to: 'released', by, actor, at: now })
  await notifyAudience(db, {
    kind: bulletin.corrects === undefined ? 'released' : 'corrected',
    ...{ releaseId, number, organisationIds: audience.organisationIds },
    ...{ title: bulletin.content.title, tlp: bulletin.content.tlp, at: now },
  })
  if (unasked !== undefined) {
    await tellUnasked(db, actor, { bulletin, handling: unasked, audience, forms, at: now })
  }
  crashPoint(by === 'hub' ? 'releasing.before-commit' : 'sharing.before-commit')
}
