import { findTraces } from 'engine'
import type { Bilingual } from 'contract/common'
import {
  addConfirmations,
  type BulletinRecord,
  findExcessOfAll,
  findExcessOfOne,
  findExcessOfUnasked,
  findUnconfirmed,
  type Handling,
  holdsValue,
  isSamePermitted,
  isUnsettled,
  listIdentifyingValues,
  listPermitted,
  loadAudience,
  loadBulletinForUpdate,
  loadHandling,
  loadPermissions,
  moveBulletin,
  outdateApprovals,
  TLP_RULES,
  toMover,
  type ValuePermission,
} from '../anonymisation/index.ts'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { listRequests, type RequestState } from './approval.queries.ts'
import { askAboutValues, listOwnValues } from './ask-about-values.ts'
import { askEach } from './ask-each.ts'
import type { Asked, Round } from './ask-provider.ts'
import { bringBack } from './bring-back.ts'
import { renderForms } from './render-forms.ts'

/**
 * Asks every provider of the case that has not given it for its approval of this very text for this very audience.
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

  const permissions = await loadAskable(db, bulletin, handling)
  if (handling.providerIds.length === 0) return approveAsLead(db, actor, bulletin, now)
  await assertMessageNamesNobody(db, asked.message, { bulletin, handling })
  const round = { asked, bulletin, handling, audience }
  const standing = await findStanding(db, round)
  const kept = standing.map(({ id }) => id)
  const isSettled = !permissions.some(isUnsettled)
  const isWritten = isWrittenAsPermitted(bulletin, permissions)
  if (isSettled && bulletin.state === 'waiting' && !(isWritten && (await isOfText(db, bulletin)))) {
    return endRound(db, actor, { bulletin, now, kept: isWritten ? kept : [] })
  }
  // Each provider reads the whole text, so that values are asked about before they stand in one.
  if (isSettled) await askAboutText(db, actor, round, { permissions, standing })
  else await askAboutValues(db, actor, round, { permissions, kept })
  if (bulletin.state === 'checked') {
    await moveBulletin(db, { bulletin, to: 'waiting', by: toMover(actor), actor, at: now })
  }
  return { ...bulletin, state: 'waiting' }
}

/** Nobody is asked about values at the moment. */
const isOfText = async (db: Db, { id }: BulletinRecord): Promise<boolean> =>
  !(await listRequests(db, id)).some(
    ({ about, state }) => about === 'values' && state === 'waiting',
  )

/**
 * Whoever is still silent is waited for no longer: what the text holds follows from the answers that came. What is
 * written then is the hub's act, and that it was ended the log says of whoever did it.
 */
async function endRound(
  db: Db,
  actor: Actor,
  { bulletin, now, kept }: { bulletin: BulletinRecord; now: Date; kept: readonly string[] },
): Promise<BulletinRecord> {
  const outdated = await outdateApprovals(db, bulletin.id, kept)
  await recordAudit(db, {
    actor,
    action: 'values-round-ended',
    subject: `bulletin:${bulletin.id}`,
    detail: { contentHash: bulletin.contentHash, outdated },
  })
  return bringBack(db, { bulletin, now, why: {} })
}

async function askAboutText(
  db: Db,
  actor: Actor,
  round: Round,
  {
    permissions,
    standing,
  }: { permissions: readonly ValuePermission[]; standing: readonly RequestState[] },
): Promise<void> {
  const { asked, bulletin, handling } = round
  // The text that is shown holds what has been given, no more and no less.
  if (!isWrittenAsPermitted(bulletin, permissions)) throw new Refusal('permissions-changed')
  const forms = await renderForms(db, bulletin, { handling, hub: asked.hub, now: asked.now })
  const toAsks = toAsksOf(round)
  const toIdentifying = (organisationId: string) =>
    listOwnValues(permissions, organisationId).filter(({ value }) =>
      bulletin.permitted.includes(value),
    )
  const answered = new Set(standing.map(({ organisationId }) => organisationId))
  const questions = handling.providerIds
    .filter((id) => !answered.has(id))
    .map((organisationId) => {
      const [asks, identifying] = [toAsks(organisationId), toIdentifying(organisationId)]
      return { organisationId, about: 'text' as const, asks, identifying, forms }
    })
  await askEach(db, actor, round, { questions, kept: standing.map(({ id }) => id) })
}

/** What each would allow by its approval beyond its wishes. */
const toAsksOf =
  ({ bulletin: { content }, handling, audience }: Round) =>
  (organisationId: string): Bilingual[] =>
    findExcessOfOne(handling, organisationId, { tlp: content.tlp, groups: audience.view.groups })

const isWrittenAsPermitted = (
  { permitted }: BulletinRecord,
  permissions: readonly ValuePermission[],
): boolean => isSamePermitted(listPermitted(permissions), permitted)

/** What needs a permission, where all of it can be asked for. */
async function loadAskable(
  db: Db,
  bulletin: BulletinRecord,
  handling: Handling,
): Promise<ValuePermission[]> {
  const permissions = await loadPermissions(db, bulletin, handling)
  const problems = new Set(permissions.map(({ problem }) => problem))
  if (problems.has('names-another')) throw new Refusal('value-names-another')
  if (problems.has('unheld')) throw new Refusal('value-unheld')
  return permissions
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
  {
    bulletin: { questions },
    handling: { providerIds },
  }: { bulletin: BulletinRecord; handling: Handling },
): Promise<void> {
  if (message === undefined || providerIds.length < 2) return
  // “May this hash go out?” asks the others about it too.
  const isNamed = listIdentifyingValues(questions).some((one) => holdsValue(message, one))
  if (isNamed) throw new Refusal('message-names-provider')
  const bytes = new TextEncoder().encode(message)
  const leaks = findTraces([{ format: 'mail', bytes }], await loadTraces(db, providerIds))
  if (leaks.length > 0) throw new Refusal('message-names-provider')
}

/**
 * Approvals of this very text that ask no less than it would now. They stay: a provider asked a second time about what
 * it has approved to the letter would learn that another was silent.
 */
async function findStanding(db: Db, round: Round): Promise<RequestState[]> {
  const { bulletin, handling } = round
  const { id, contentHash } = bulletin
  const toAsks = toAsksOf(round)
  const standing = (await listRequests(db, id)).filter(
    (one) =>
      one.state === 'approved' &&
      one.about === 'text' &&
      one.contentHash === contentHash &&
      toAsks(one.organisationId).every(({ ja }) => one.asks.some((asked) => asked.ja === ja)),
  )
  const by = new Set(standing.map(({ organisationId }) => organisationId))
  // With nobody left to answer, no answer would let the text go on.
  return handling.providerIds.every((organisationId) => by.has(organisationId)) ? [] : standing
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
