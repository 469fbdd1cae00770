import type { Bilingual } from 'contract/common'
import { type BulletinRecord, loadBulletinForUpdate, moveBulletin } from '../anonymisation/index.ts'
import type { AuditActor } from '../audit/index.ts'
import type { Mover } from '../case-flow.ts'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import {
  findReleaseForUpdate,
  type ReleaseOrigin,
  saveReleaseCorrected,
} from './release.queries.ts'

/** A version in force that another one takes the place of. */
export interface Corrected {
  readonly bulletin: BulletinRecord
  readonly release: ReleaseOrigin
}

/** The version that this one corrects; nothing for a first version. Whoever got it must get this one too. */
export async function loadCorrected(
  db: Db,
  { corrects, groupIds }: BulletinRecord,
): Promise<Corrected | undefined> {
  if (corrects === undefined) return undefined
  const bulletin = await loadBulletinForUpdate(db, corrects)
  const release = await findReleaseForUpdate(db, corrects)
  // Withdrawn meanwhile: there is nothing left to correct.
  if (release === undefined || release.state !== 'released') throw new Refusal('not-in-this-state')
  if (release.groupIds.some((groupId) => !groupIds.includes(groupId))) {
    throw new Refusal('narrower-than-before')
  }
  return { bulletin, release }
}

const CORRECTED_TITLE: Bilingual = { ja: '訂正した共有情報', en: 'Corrected bulletin' }

/** Takes the corrected version out of force, and its words out of what members read. */
export async function replaceCorrected(
  db: Db,
  { corrected, at, actor, by }: { corrected: Corrected; at: Date; actor: AuditActor; by: Mover },
): Promise<void> {
  await saveReleaseCorrected(db, corrected.release.releaseId, CORRECTED_TITLE)
  await moveBulletin(db, { bulletin: corrected.bulletin, to: 'corrected', by, actor, at })
}
