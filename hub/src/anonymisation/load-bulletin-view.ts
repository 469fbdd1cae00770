import type { z } from 'zod'
import type { ApprovalRow, BulletinView } from 'contract/bulletin'
import { ApprovalId, BulletinId, OrganisationId, WithdrawalId } from 'contract/common'
import { dayInJapan } from '../clock.ts'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { findSentence, Refusal } from '../refusals.ts'
import { hasClosedPart } from '../restriction/index.ts'
import { listUnsettled } from './answer.queries.ts'
import { listVersions, loadBulletin } from './bulletin.queries.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import {
  type Approval,
  listApprovals,
  listGroupsReached,
  listWithdrawals,
  type Withdrawal,
} from './bulletin-view.queries.ts'
import { findBlockers } from './find-blockers.ts'
import { isOut } from './is-out.ts'
import { findBulletinRow } from './list-bulletins.ts'
import { loadAudience } from './load-audience.ts'
import { findExcessOfAll, loadHandling } from './load-handling.ts'
import { loadHistory } from './load-history.ts'
import { loadDraftedParts } from './load-drafted-parts.ts'
import { findLastReleaseOrder, type ReleaseOrder } from './release-order.queries.ts'
import { addConfirmations } from './weak-traces.ts'

/** Everything the workbench shows of a bulletin. For the hub's own people only: it holds both sides. */
export async function loadBulletinView(
  db: Db,
  { bulletinId, hub, now }: { bulletinId: string; hub: Hub; now: Date },
): Promise<z.input<typeof BulletinView>> {
  const bulletin = await loadReadable(db, bulletinId)
  const row = await findBulletinRow(db, bulletinId, now)
  if (row === undefined) throw new Refusal('not-found')
  const day = dayInJapan(now)
  const handling = await loadHandling(db, bulletin, day)
  const providerIds = new Set(handling.providerIds)
  const { tlp } = bulletin.content
  const audience = await loadAudience(db, bulletin.groupIds, { providerIds, day, tlp })
  const approvals = await listApprovals(db, bulletinId)
  const { leakCheck } = bulletin
  const check = leakCheck && (await addConfirmations(db, bulletinId, leakCheck))
  const excess = findExcessOfAll(handling, {
    tlp: bulletin.content.tlp,
    groups: audience.view.groups,
  })
  const standing = { handling, audience, approvals }
  const parts = await loadDraftedParts(db, bulletin, standing)
  const settling = await findSettling(db, bulletin)
  return {
    ...row,
    ...parts,
    content: bulletin.content,
    contentHash: bulletin.contentHash,
    audience: audience.view,
    approvalLane: bulletin.lane,
    questions: bulletin.questions,
    providers: await listProviders(db, handling.providerIds),
    ...(check === undefined ? {} : { check }),
    approvals: approvals.map(toApprovalRow),
    ...(settling === undefined ? {} : { settling }),
    versions: (await listVersions(db, bulletin.number)).map(toVersion),
    history: await loadHistory(db, bulletinId),
    ...toReleaseOrder(await findLastReleaseOrder(db, bulletinId)),
    withdrawals: (await listWithdrawals(db, bulletin.number)).map(toWithdrawal),
    releaseDelayMinutes: hub.config.releaseDelayMinutes,
    blockers: findBlockers({
      bulletin: { ...bulletin, leakCheck: check },
      organisationCount: audience.organisationIds.length,
      excess,
      waitingFor: approvals
        .filter(({ state }) => state === 'waiting')
        .map(({ organisation }) => organisation),
      leftOut: (await listGroupsReached(db, bulletin.number))
        .filter(({ groupId }) => !bulletin.groupIds.includes(groupId))
        .map(({ name }) => name),
    }),
  }
}

/**
 * Of a text that went out and in which something closed to the reader has a part, what everybody reads of it: what was
 * asked about it, answered and found quotes the evidence.
 */
async function loadReadable(db: Db, bulletinId: string): Promise<BulletinRecord> {
  const bulletin = await loadBulletin(db, bulletinId)
  if (!(await hasClosedPart(db, bulletinId))) return bulletin
  const { leakCheck: _, ...rest } = bulletin
  return { ...rest, questions: [], decisions: {}, aliases: { rows: [] }, permitted: [] }
}

/** Whether the text is yet to be written as its providers answered. */
async function findSettling(
  db: Db,
  { id, settling, state }: BulletinRecord,
): Promise<BulletinRecord['settling']> {
  if (settling !== undefined || isOut({ state })) return settling
  return (await listUnsettled(db, id)).length === 0 ? undefined : 'waiting'
}

async function listProviders(db: Db, providerIds: readonly string[]) {
  const { organisations } = await loadTraces(db, providerIds)
  return organisations
    .filter(({ role }) => role === 'provider')
    .map(({ id, names }) => ({ organisationId: OrganisationId.parse(id), name: names[0] ?? '' }))
}

const toApprovalRow = (one: Approval): z.infer<typeof ApprovalRow> => ({
  approvalId: ApprovalId.parse(one.id),
  about: one.about,
  organisationId: OrganisationId.parse(one.organisationId),
  organisation: one.organisation,
  alias: one.alias,
  state: one.state,
  askedAt: one.askedAt.toISOString(),
  dueAt: one.dueAt.toISOString(),
  ...(one.answeredAt === undefined ? {} : { answeredAt: one.answeredAt.toISOString() }),
  ...(one.answeredBy === undefined ? {} : { answeredBy: one.answeredBy }),
  ...(one.note === undefined ? {} : { note: one.note }),
  remarks: one.remarks,
  contentHash: one.contentHash,
})

const toWithdrawal = ({ withdrawalId, askedAt, dueAt, answeredAt, ...said }: Withdrawal) => ({
  ...said,
  withdrawalId: WithdrawalId.parse(withdrawalId),
  askedAt: askedAt.toISOString(),
  dueAt: dueAt.toISOString(),
  ...(answeredAt === undefined ? {} : { answeredAt: answeredAt.toISOString() }),
})

/** An order to release as the hub's people see it, with the sentence of what stopped it. */
function toReleaseOrder(
  order: ReleaseOrder | undefined,
): Pick<z.input<typeof BulletinView>, 'releaseOrder'> {
  if (order === undefined) return {}
  const why = findSentence(order.reason)
  return {
    releaseOrder: {
      orderedAt: order.orderedAt.toISOString(),
      orderedBy: order.orderedByName,
      dueAt: order.dueAt.toISOString(),
      ...(order.outcome === undefined ? {} : { outcome: order.outcome }),
      ...(order.endedAt === undefined ? {} : { endedAt: order.endedAt.toISOString() }),
      ...(order.endedByName === undefined ? {} : { endedBy: order.endedByName }),
      ...(why === undefined ? {} : { why }),
    },
  }
}

const toVersion = (one: Awaited<ReturnType<typeof listVersions>>[number]) => ({
  bulletinId: BulletinId.parse(one.id),
  version: one.version,
  state: one.state,
  at: one.updatedAt.toISOString(),
  contentHash: one.contentHash,
})
