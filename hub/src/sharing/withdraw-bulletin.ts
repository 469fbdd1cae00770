import { askAboutUnknownNames, checkTraces, type Traces } from 'engine'
import type { Bilingual } from 'contract/common'
import {
  type BulletinRecord,
  listVersions,
  loadAudience,
  loadBulletinForUpdate,
  loadHandling,
  loadMetPeople,
  moveBulletin,
} from '../anonymisation/index.ts'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import { loadRegistered, loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { notifyAudience } from './notify-audience.ts'
import { findReleaseForUpdate, saveReleaseWithdrawn } from './release.queries.ts'
import { replaceObjects } from './replace-objects.ts'
import { grantWithdrawalRequests } from './withdrawal-request.queries.ts'

const WITHDRAWN_TITLE: Bilingual = { ja: '取り下げた共有情報', en: 'Withdrawn bulletin' }

interface Withdrawal {
  readonly bulletinId: string
  readonly reason: Bilingual
  /** What may be a name in the reason has been looked at. */
  readonly namesConfirmed: boolean
  readonly now: Date
  /** Something of it is closed to the lead, who must not find out by this whose it is. */
  readonly isClosed?: boolean
}

/** Takes a bulletin back, all versions that went out, and tells everybody who got one. */
export async function withdrawBulletin(
  db: Db,
  actor: PersonActor,
  { bulletinId, reason, namesConfirmed, now, isClosed = false }: Withdrawal,
): Promise<BulletinRecord> {
  const bulletin = await loadBulletinForUpdate(db, bulletinId)
  if (bulletin.state !== 'released' && bulletin.state !== 'corrected') {
    throw new Refusal('not-in-this-state')
  }
  if (isClosed) await assertNamesNoMember(db, reason)
  else await assertReasonNamesNobody(db, bulletin, { reason, namesConfirmed, now })
  // The newest version first: one notice about the bulletin is enough, and it leads to that one.
  let isTold = false
  for (const { id } of await listVersions(db, bulletin.number)) {
    isTold = (await withdrawVersion(db, actor, { bulletinId: id, reason, now, isTold })) || isTold
  }
  const granted = { at: now, by: actor.personId }
  for (const approvalId of await grantWithdrawalRequests(db, bulletin.number, granted)) {
    await recordAudit(db, {
      actor,
      action: 'withdrawal-granted',
      subject: `approval:${approvalId}`,
    })
  }
  return { ...bulletin, state: 'withdrawn' }
}

/** The reason goes out too, and is searched like everything that does. */
async function assertReasonNamesNobody(
  db: Db,
  bulletin: BulletinRecord,
  { reason, namesConfirmed, now }: Pick<Withdrawal, 'reason' | 'namesConfirmed' | 'now'>,
): Promise<void> {
  const { providerIds } = await loadHandling(db, bulletin, dayInJapan(now))
  const traces = await loadTraces(db, providerIds)
  const bytes = new TextEncoder().encode(`${reason.ja}\n${reason.en}`)
  const found = checkTraces([{ format: 'web', bytes }], traces)
  // Nobody confirms the words of a reason one by one: what may be the beginning of a name is said otherwise.
  if (found.leaks.length > 0 || found.weakTraces.length > 0)
    throw new Refusal('reason-names-provider')
  if (!namesConfirmed && (await hasUnknownNames(db, bulletin, reason, traces)))
    throw new Refusal('reason-names-unknown')
}

/**
 * The same for a lead who may not read all of it. Any organisation of the register is refused alike: were it the
 * providers' alone, one name after another would show whose it is.
 */
async function assertNamesNoMember(db: Db, reason: Bilingual): Promise<void> {
  const bytes = new TextEncoder().encode(`${reason.ja}\n${reason.en}`)
  const { leaks } = checkTraces([{ format: 'web', bytes }], await loadRegistered(db))
  if (leaks.length > 0) throw new Refusal('reason-names-provider')
}

/** Names that no register holds and nobody let stay in the bulletin. */
async function hasUnknownNames(
  db: Db,
  { caseId, content, decisions }: BulletinRecord,
  reason: Bilingual,
  traces: Traces,
): Promise<boolean> {
  const met = caseId === undefined ? { organisations: [] } : await loadMetPeople(db, caseId, traces)
  const said = { ...content, title: reason }
  return askAboutUnknownNames({ questions: [], content: said, decisions, traces, met }).some(
    ({ value, decided }) =>
      decided === undefined && (reason.ja.includes(value) || reason.en.includes(value)),
  )
}

async function withdrawVersion(
  db: Db,
  actor: PersonActor,
  {
    bulletinId,
    reason,
    now,
    isTold,
  }: { bulletinId: string; reason: Bilingual; now: Date; isTold: boolean },
): Promise<boolean> {
  const release = await findReleaseForUpdate(db, bulletinId)
  if (release === undefined || release.state === 'withdrawn') return false
  const bulletin = await loadBulletinForUpdate(db, bulletinId)
  const day = dayInJapan(now)
  const { tlp } = bulletin.content
  const audience = await loadAudience(db, release.groupIds, { providerIds: new Set(), day, tlp })
  await saveReleaseWithdrawn(db, release.releaseId, { title: WITHDRAWN_TITLE, reason })
  const { releaseId, number } = release
  await replaceObjects(db, { releaseId, number, feeds: audience.feeds, stix: undefined, at: now })
  await moveBulletin(db, { bulletin, to: 'withdrawn', by: 'lead', actor, at: now })
  if (isTold) return true
  await notifyAudience(db, {
    kind: 'withdrawn',
    ...{ releaseId, number, tlp, at: now },
    organisationIds: audience.organisationIds,
  })
  return true
}
