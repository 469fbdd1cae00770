import { BulletinContent, type LaneCondition } from 'contract/bulletin'
import type { Db } from '../database/index.ts'
import { type CaseProvider, listGroups } from './audience.queries.ts'
import { toDraftedDecisions } from './asked-values.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { draftCase } from './draft-case.ts'
import type { LoadedAudience } from './load-audience.ts'
import { loadCaseRecord } from './load-case-record.ts'
import { findExcessOfAll, type Handling } from './load-handling.ts'
import { findLaneConditions } from './technical-lane.ts'
import { addConfirmations, findUnconfirmed } from './weak-traces.ts'

interface LaneSurroundings {
  readonly handling: Handling
  readonly audience: LoadedAudience
  /** What the hub writes of the case, where the caller has it. */
  readonly drafted: BulletinContent | undefined
}

/** Whether this text may leave by the technical lane as everything stands now, one sentence for each condition. */
export async function loadLaneConditions(
  db: Db,
  bulletin: BulletinRecord,
  { handling, audience, drafted }: LaneSurroundings,
): Promise<LaneCondition[]> {
  const { content, groupIds, questions } = bulletin
  const members = handling.submissions.filter(({ organisationId }) => organisationId !== undefined)
  const sharing = { tlp: content.tlp, groups: audience.view.groups }
  return findLaneConditions({
    ...{ content, drafted, questions },
    isChecked: await isChecked(db, bulletin),
    groups: (await listGroups(db)).filter(({ groupId }) => groupIds.includes(groupId)),
    wishes: members.map(({ wishes, ...one }) => ({ ...one, ...wishes })),
    isProviderOutside: members.some((one) => isOutside(one, groupIds, audience)),
    excess: findExcessOfAll(handling, sharing),
  })
}

/**
 * Each group is one to which this provider belongs today: to have left one of several is to be outside, whatever its
 * wish still names. The audience itself leaves out an association that a strict label does not reach.
 */
const isOutside = (
  { organisationId, ownGroupIds }: CaseProvider,
  groupIds: readonly string[],
  audience: LoadedAudience,
): boolean =>
  !groupIds.every((groupId) => ownGroupIds.includes(groupId)) ||
  (organisationId !== undefined && !audience.organisationIds.includes(organisationId))

/** What the hub itself would write of the case of a bulletin today. */
export async function draftAgain(
  db: Db,
  bulletin: BulletinRecord,
  handling: Handling,
): Promise<BulletinContent | undefined> {
  const { caseId, aliases } = bulletin
  const decisions = toDraftedDecisions(bulletin)
  if (caseId === undefined) return undefined
  const { record } = await loadCaseRecord(db, { caseId, handling, decisions, aliases })
  return BulletinContent.parse((await draftCase(db, record)).content)
}

async function isChecked(db: Db, { id, leakCheck, contentHash }: BulletinRecord): Promise<boolean> {
  if (leakCheck?.clean !== true || leakCheck.contentHash !== contentHash) return false
  return findUnconfirmed(await addConfirmations(db, id, leakCheck)).length === 0
}
