import { findTraces } from 'engine'
import type { z } from 'zod'
import type { AskApprovalRequest, OutgoingPreview } from 'contract/bulletin'
import {
  addConfirmations,
  checkOutgoing,
  findExcessOfAll,
  findExcessOfOne,
  findExcessOfUnasked,
  findUnconfirmed,
  type Handling,
  loadAudience,
  loadBulletinForUpdate,
  loadHandling,
  type LoadedAudience,
  loadPreviewFacts,
  moveBulletin,
  outdateApprovals,
  permittedValues,
  TLP_RULES,
  toMover,
  type BulletinRecord,
} from '../anonymisation/index.ts'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { newId } from '../ids.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { insertRequest } from './approval.queries.ts'
import { loadProviderView } from './load-provider-view.ts'
import { notifyContacts } from './notify-contacts.ts'
import { planReminder } from './remind-provider.job.ts'

type Asked = z.infer<typeof AskApprovalRequest> & { bulletinId: string; hub: Hub; now: Date }

/**
 * Asks every provider of the case for its approval of this very text for this very audience.
 * Where there is no provider in the community to ask, a hub lead approves.
 */
export async function askApproval(db: Db, actor: Actor, asked: Asked): Promise<BulletinRecord> {
  const { now } = asked
  const bulletin = await loadBulletinForUpdate(db, asked.bulletinId)
  await assertMayAsk(db, bulletin, asked)
  const handling = await loadHandling(db, bulletin, dayInJapan(now))
  const audience = await loadAudience(db, bulletin.groupIds, {
    providerIds: new Set(handling.providerIds),
    day: dayInJapan(now),
    tlp: bulletin.content.tlp,
  })
  if (!TLP_RULES[bulletin.content.tlp].mayReachGroups) throw new Refusal('red-not-shared')
  if (audience.organisationIds.length === 0) throw new Refusal('no-audience')
  const sharing = { tlp: bulletin.content.tlp, groups: audience.view.groups }
  if (findExcessOfUnasked(handling, sharing).length > 0) throw new Refusal('nobody-to-permit')
  const excess = findExcessOfAll(handling, sharing)
  if (excess.length > 0 && asked.beyondWishes !== true) throw new Refusal('beyond-wishes')

  if (handling.providerIds.length === 0) return approveAsLead(db, actor, bulletin, now)
  // Each provider reads the whole text before it answers: what names one of them would reach the others unpermitted.
  if (handling.providerIds.length > 1 && permittedValues(bulletin).length > 0) {
    throw new Refusal('identifying-among-several')
  }
  await assertMessageNamesNobody(db, asked.message, handling.providerIds)
  const forms = await renderForms(db, bulletin, { handling, hub: asked.hub, now })
  // A request that nobody answered in time makes way for the new one.
  await outdateApprovals(db, bulletin.id)
  for (const organisationId of handling.providerIds) {
    const asks = findExcessOfOne(handling, organisationId, sharing)
    await askProvider(db, actor, {
      asked,
      bulletin,
      handling,
      audience,
      organisationId,
      asks,
      forms,
    })
  }
  if (bulletin.state === 'checked') {
    await moveBulletin(db, { bulletin, to: 'waiting', by: toMover(actor), actor, at: now })
  }
  return { ...bulletin, state: 'waiting' }
}

/** From a checked text, or again while waiting, when a request has become overdue. */
async function assertMayAsk(
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

/** The same message goes to every provider, so it may tell none of them of another. */
async function assertMessageNamesNobody(
  db: Db,
  message: string | undefined,
  providerIds: readonly string[],
): Promise<void> {
  if (message === undefined || providerIds.length < 2) return
  const bytes = new TextEncoder().encode(message)
  const leaks = findTraces([{ format: 'mail', bytes }], await loadTraces(db, providerIds))
  if (leaks.length > 0) throw new Refusal('message-names-provider')
}

/**
 * The bytes each provider reads before it answers, from the forms that are checked and hashed at the release. Checked
 * here once more: a name that came into a vault since the text was checked would be read by the other providers.
 */
async function renderForms(
  db: Db,
  bulletin: BulletinRecord,
  { handling, hub, now }: { handling: Handling; hub: Hub; now: Date },
): Promise<OutgoingPreview[]> {
  const traces = await loadTraces(db, handling.providerIds)
  const facts = await loadPreviewFacts(db, hub, bulletin)
  const { cleared } = await checkOutgoing(bulletin, { traces, facts, now })
  if (cleared === undefined) throw new Refusal('trace-in-text')
  return cleared.forms.list.map(({ format, mediaType, text }) => ({ format, mediaType, text }))
}

async function approveAsLead(
  db: Db,
  actor: Actor,
  bulletin: BulletinRecord,
  at: Date,
): Promise<BulletinRecord> {
  const by = toMover(actor)
  if (by !== 'lead') throw new Refusal('lead-approves')
  await moveBulletin(db, { bulletin, to: 'approved', by, actor, at })
  return { ...bulletin, state: 'approved' }
}

async function askProvider(
  db: Db,
  actor: Actor,
  to: {
    asked: Asked
    bulletin: BulletinRecord
    handling: Handling
    audience: LoadedAudience
    organisationId: string
    asks: readonly { ja: string; en: string }[]
    forms: readonly OutgoingPreview[]
  },
): Promise<void> {
  const { asked, bulletin, handling, audience, organisationId, asks, forms } = to
  const id = newId()
  const view = await loadProviderView(db, { bulletin, handling, organisationId })
  await insertRequest(db, {
    ...{ id, organisationId, asks, forms, ...view },
    bulletinId: bulletin.id,
    version: bulletin.version,
    contentHash: bulletin.contentHash,
    askedAt: asked.now,
    dueAt: new Date(asked.dueAt),
    message: asked.message,
    bulletinNumber: bulletin.number,
    content: bulletin.content,
    audience: toProviderAudience(audience),
  })
  await recordAudit(db, {
    actor,
    action: 'approval-asked',
    subject: `approval:${id}`,
    detail: {
      bulletin: bulletin.id,
      organisation: organisationId,
      contentHash: bulletin.contentHash,
    },
  })
  const notice = { approvalId: id, organisationId, number: bulletin.number, at: asked.now }
  await notifyContacts(db, { ...notice, kind: 'approval-asked' })
  await planReminder(db, { approvalId: id, askedAt: asked.now, dueAt: new Date(asked.dueAt) })
}

/** Groups and how many organisations, without the names of organisations or where other providers are. */
const toProviderAudience = ({ view }: LoadedAudience) => ({
  groups: view.groups.map(({ name, organisationCount }) => ({ name, organisationCount })),
  organisationCount: view.organisationCount,
})
