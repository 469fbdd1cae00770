import {
  type BulletinRecord,
  findExcessOfAll,
  findExcessOfUnasked,
  isUnsettled,
  isWrittenAsPermitted,
  loadAudience,
  loadBulletinForUpdate,
  loadHandling,
  loadPermissions,
  lockBulletin,
  moveBulletin,
  TLP_RULES,
  toMover,
  type ValuePermission,
} from '../anonymisation/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { listRequests } from './approval.queries.ts'
import { askAboutText } from './ask-about-text.ts'
import { askAboutValues } from './ask-about-values.ts'
import type { Asked, Round } from './ask-provider.ts'
import { assertMayAsk } from './assert-may-ask.ts'
import { assertMessageNamesNobody } from './assert-message-names-nobody.ts'
import { endRound } from './end-round.ts'
import { findStanding } from './find-standing.ts'

/**
 * Asks every provider of the case that has not given it for its approval of this very text for this very audience.
 * Where there is no provider in the community to ask, a hub lead approves.
 */
export async function askApproval(db: Db, actor: Actor, asked: Asked): Promise<BulletinRecord> {
  const { state } = await loadBulletinForUpdate(db, asked.bulletinId)
  const bulletin = await lockBulletin(db, asked.bulletinId, asked.now)
  // All had answered, and only that was left to carry over: nobody is to be asked, and a refusal would undo it.
  if (state === 'waiting' && bulletin.state !== 'waiting') return bulletin
  await assertMayAsk(db, bulletin, asked)
  const round = await loadRound(db, asked, bulletin)
  assertMayReach(round)
  const permissions = await loadAskable(db, round)
  if (round.handling.providerIds.length === 0) return approveAsLead(db, actor, round)
  await assertMessageNamesNobody(db, round)
  return askProviders(db, actor, round, permissions)
}

async function loadRound(db: Db, asked: Asked, bulletin: BulletinRecord): Promise<Round> {
  const day = dayInJapan(asked.now)
  const handling = await loadHandling(db, bulletin, day)
  const { tlp } = bulletin.content
  const providerIds = new Set(handling.providerIds)
  const audience = await loadAudience(db, bulletin.groupIds, { providerIds, day, tlp })
  return { asked, bulletin, handling, audience }
}

/** Whoever is asked to allow more than it wished reads so; whoever is not asked must have wished it. */
function assertMayReach({ asked, bulletin, handling, audience }: Round): void {
  const { tlp } = bulletin.content
  if (!TLP_RULES[tlp].mayReachGroups) throw new Refusal('red-not-shared')
  if (audience.organisationIds.length === 0) throw new Refusal('no-audience')
  const sharing = { tlp, groups: audience.view.groups }
  if (findExcessOfUnasked(handling, sharing).length > 0) throw new Refusal('nobody-to-permit')
  const excess = findExcessOfAll(handling, sharing)
  if (excess.length > 0 && asked.beyondWishes !== true) throw new Refusal('beyond-wishes')
}

/** What needs a permission, where all of it can be asked for. */
async function loadAskable(db: Db, { bulletin, handling }: Round): Promise<ValuePermission[]> {
  const permissions = await loadPermissions(db, bulletin, handling)
  const problems = new Set(permissions.map(({ problem }) => problem))
  if (problems.has('names-another')) throw new Refusal('value-names-another')
  if (problems.has('unheld')) throw new Refusal('value-unheld')
  return permissions
}

/** Each provider reads the whole text, so that values are asked about before they stand in one. */
async function askProviders(
  db: Db,
  actor: Actor,
  round: Round,
  permissions: readonly ValuePermission[],
): Promise<BulletinRecord> {
  const { asked, bulletin } = round
  const standing = await findStanding(db, round)
  const kept = standing.map(({ id }) => id)
  const isSettled = !permissions.some(isUnsettled)
  const isWritten = isWrittenAsPermitted(bulletin, permissions)
  if (isSettled && bulletin.state === 'waiting' && !(isWritten && (await isOfText(db, bulletin)))) {
    return endRound(db, actor, { bulletin, now: asked.now, kept: isWritten ? kept : [] })
  }
  if (isSettled) await askAboutText(db, actor, round, { permissions, standing })
  else await askAboutValues(db, actor, round, { permissions, kept })
  if (bulletin.state === 'checked') {
    await moveBulletin(db, { bulletin, to: 'waiting', by: toMover(actor), actor, at: asked.now })
  }
  return { ...bulletin, state: 'waiting' }
}

/** Nobody is asked about values at the moment. */
const isOfText = async (db: Db, { id }: BulletinRecord): Promise<boolean> =>
  !(await listRequests(db, id)).some(
    ({ about, state }) => about === 'values' && state === 'waiting',
  )

async function approveAsLead(
  db: Db,
  actor: Actor,
  { asked, bulletin }: Round,
): Promise<BulletinRecord> {
  const by = toMover(actor)
  if (by !== 'lead') throw new Refusal('lead-approves')
  await moveBulletin(db, { bulletin, to: 'approved', by, actor, at: asked.now })
  return { ...bulletin, state: 'approved' }
}
