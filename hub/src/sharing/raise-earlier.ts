import { type BulletinRecord, loadAudience, type LoadedAudience } from '../anonymisation/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import { notifyAudience } from './notify-audience.ts'
import { saveEarlierRaised } from './release.queries.ts'
import type { Corrected } from './replace-corrected.ts'

/**
 * A stricter label holds at once for every version that is out. Who could read the earlier ones and may not read this
 * one is told to stop using what it has: for it the bulletin is withdrawn.
 */
export async function raiseEarlier(
  db: Db,
  {
    corrected,
    bulletin,
    audience,
    at,
  }: { corrected: Corrected; bulletin: BulletinRecord; audience: LoadedAudience; at: Date },
): Promise<void> {
  const { number, content } = bulletin
  await saveEarlierRaised(db, bulletin, { tlp: content.tlp, audience: audience.tokens })
  const { groupIds, releaseId } = corrected.release
  const day = dayInJapan(at)
  const former = { providerIds: new Set<string>(), day, tlp: corrected.bulletin.content.tlp }
  const { organisationIds } = await loadAudience(db, groupIds, former)
  const lost = organisationIds.filter((id) => !audience.organisationIds.includes(id))
  await notifyAudience(db, {
    ...{ kind: 'withdrawn', releaseId, number, organisationIds: lost, tlp: content.tlp, at },
  })
}
