import {
  type BulletinRecord,
  checkOutgoing,
  loadAudience,
  loadBulletinForUpdate,
  loadHandling,
  loadHubFacts,
  type LoadedAudience,
  moveBulletin,
  type OutgoingFacts,
  outdateApprovals,
  saveLeakCheck,
} from '../anonymisation/index.ts'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import { loadTraces } from '../community/index.ts'
import { crashPoint } from '../crash-points.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { newId } from '../ids.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { certifyRelease } from './certify-release.ts'
import { isBeyondApproval, loadApprovals } from './load-approvals.ts'
import { notifyAudience } from './notify-audience.ts'
import { publishObjects } from './publish-objects.ts'
import { insertRelease } from './release.queries.ts'
import { type Corrected, loadCorrected, replaceCorrected } from './replace-corrected.ts'

export interface ReleaseOrder {
  readonly bulletinId: string
  /** Hash of the text the lead has seen. */
  readonly contentHash: string
  /** Number of organisations on the button that was pressed. */
  readonly organisationCount: number
  readonly now: Date
}

export type Released =
  | { readonly outcome: 'released'; readonly bulletin: BulletinRecord; readonly releaseId: string }
  | { readonly outcome: 'leak-found' | 'wishes-narrowed' }

/**
 * Shares an approved text with its audience (holds invariant 5). The bytes are built and searched once
 * more: names may have been added to a provider's vault since the check. What is found then is kept,
 * and the bulletin is a draft again, so the caller refuses only after the transaction.
 */
export async function releaseBulletin(
  db: Db,
  actor: PersonActor,
  order: ReleaseOrder & { hub: Hub },
): Promise<Released> {
  const { now } = order
  const bulletin = await loadBulletinForUpdate(db, order.bulletinId)
  if (bulletin.state !== 'approved') throw new Refusal('not-in-this-state')
  if (bulletin.contentHash !== order.contentHash) throw new Refusal('edited-meanwhile')
  // Two people see a text before it leaves: who wrote it last does not also let it go.
  if (bulletin.editedBy === actor.personId) throw new Refusal('second-person-needed')

  const day = dayInJapan(now)
  const handling = await loadHandling(db, bulletin, day)
  const approvals = await loadApprovals(db, bulletin, handling)
  const providerIds = new Set(handling.providerIds)
  const audience = await loadAudience(db, bulletin.groupIds, { providerIds, day })
  if (audience.organisationIds.length === 0) throw new Refusal('no-audience')
  if (audience.organisationIds.length !== order.organisationCount)
    throw new Refusal('audience-changed')
  if (isBeyondApproval(approvals, { bulletin, handling, audience })) {
    await returnToDraft(db, actor, bulletin, now)
    return { outcome: 'wishes-narrowed' }
  }

  const corrected = await loadCorrected(db, bulletin)
  const releaseId = newId()
  const traces = await loadTraces(db, handling.providerIds)
  const facts = await loadReleaseFacts(db, { hub: order.hub, bulletin, releaseId, corrected, now })
  const { check, cleared } = checkOutgoing(bulletin, { traces, facts, now })
  await saveLeakCheck(db, bulletin.id, check)
  if (cleared === undefined) return stopAtLeak(db, actor, bulletin, now)

  const { forms } = cleared
  if (corrected !== undefined) await replaceCorrected(db, actor, { corrected, at: now })
  await insertRelease(db, {
    ...{ id: releaseId, number: bulletin.number, version: bulletin.version },
    ...{ title: bulletin.content.title, tlp: bulletin.content.tlp },
    contentText: forms.contentText,
    releasedOn: day,
    audience: audience.tokens,
    ...{ bulletinId: bulletin.id, contentHash: bulletin.contentHash, groupIds: bulletin.groupIds },
    ...{ releasedAt: now, releasedBy: actor.personId, stixIds: forms.stix?.ids ?? {} },
    certificate: certifyRelease(order.hub.secrets, { bulletin, check, forms, now }),
    files: forms.files,
  })
  await publishObjects(db, {
    releaseId,
    audience,
    stix: forms.stix,
    number: bulletin.number,
    at: now,
  })
  await moveBulletin(db, { bulletin, to: 'released', by: 'lead', actor, at: now })
  await notifyReaders(db, { bulletin, releaseId, audience, now })
  crashPoint('sharing.before-commit')
  return { outcome: 'released', bulletin: { ...bulletin, state: 'released' }, releaseId }
}

/** A correction keeps the ids of the version it takes the place of, so that feeds know what it changes. */
async function loadReleaseFacts(
  db: Db,
  {
    hub,
    bulletin,
    releaseId,
    corrected,
    now,
  }: {
    hub: Hub
    bulletin: BulletinRecord
    releaseId: string
    corrected: Corrected | undefined
    now: Date
  },
): Promise<OutgoingFacts> {
  const former = corrected?.release
  return {
    ...{ releaseId, number: bulletin.number, version: bulletin.version, publishedAt: now },
    firstReleaseId: former?.firstReleaseId ?? releaseId,
    firstPublishedOn: former?.firstReleasedOn ?? dayInJapan(now),
    stixIds: former?.stixIds ?? {},
    ...(await loadHubFacts(db, hub)),
  }
}

/** What was approved no longer holds; the text is checked and asked for anew. */
async function returnToDraft(
  db: Db,
  actor: PersonActor,
  bulletin: BulletinRecord,
  at: Date,
): Promise<void> {
  await outdateApprovals(db, bulletin.id)
  await moveBulletin(db, { bulletin, to: 'draft', by: 'lead', actor, at })
}

async function stopAtLeak(
  db: Db,
  actor: PersonActor,
  bulletin: BulletinRecord,
  at: Date,
): Promise<Released> {
  await returnToDraft(db, actor, bulletin, at)
  await recordAudit(db, {
    actor,
    action: 'bulletin-leak-check',
    subject: `bulletin:${bulletin.id}`,
    detail: { contentHash: bulletin.contentHash, clean: false },
  })
  return { outcome: 'leak-found' }
}

const notifyReaders = (
  db: Db,
  {
    bulletin,
    releaseId,
    audience,
    now,
  }: {
    bulletin: BulletinRecord
    releaseId: string
    audience: LoadedAudience
    now: Date
  },
) =>
  notifyAudience(db, {
    kind: bulletin.corrects === undefined ? 'released' : 'corrected',
    ...{ releaseId, number: bulletin.number, organisationIds: audience.organisationIds },
    ...{ title: bulletin.content.title, tlp: bulletin.content.tlp, at: now },
  })
