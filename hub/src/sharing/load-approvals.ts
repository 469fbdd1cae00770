import {
  type BulletinRecord,
  findExcessOfOne,
  type Handling,
  type LoadedAudience,
  ofSubmissions,
} from '../anonymisation/index.ts'
import { listRequests, type RequestState } from '../approval/index.ts'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'

/**
 * Asked again at the last moment: each provider has approved this text for this audience (ledger rule Z5).
 * A provider whose submission came into the case after the question was put has nothing in the text. Were it waited
 * for, every further mail of a running wave, and anybody who sends one, would hold the warning back.
 */
export async function loadApprovals(
  db: Db,
  bulletin: BulletinRecord,
  { submissions }: Handling,
): Promise<RequestState[]> {
  const approved = (await listRequests(db, bulletin.id)).filter(
    ({ about, state, contentHash }) =>
      about === 'text' && state === 'approved' && contentHash === bulletin.contentHash,
  )
  const by = new Set(approved.map(({ organisationId }) => organisationId))
  // Without anybody to ask, a lead approved; the text has not changed since that moment either.
  const askedAt = Math.min(
    ...[bulletin.approvedAt ?? bulletin.updatedAt, ...approved.map((one) => one.askedAt)].map(
      Number,
    ),
  )
  const isMissing = submissions.some(
    ({ organisationId, joinedAt }) =>
      organisationId !== undefined && joinedAt.getTime() <= askedAt && !by.has(organisationId),
  )
  if (isMissing) throw new Refusal('approval-missing')
  return approved
}

/** The same of a text that goes out unasked: only submissions that were in the case when it was let go count. */
export function ofText(handling: Handling, { approvedAt, updatedAt }: BulletinRecord): Handling {
  const letGoAt = approvedAt ?? updatedAt
  return ofSubmissions(
    handling,
    handling.submissions.filter(({ joinedAt }) => joinedAt <= letGoAt),
  )
}

/**
 * Whether the release asks of a provider what it was not asked for: it has narrowed its wishes since it approved,
 * or a group has become so small that it could be guessed.
 */
export function isBeyondApproval(
  approvals: readonly RequestState[],
  {
    bulletin,
    handling,
    audience,
  }: { bulletin: BulletinRecord; handling: Handling; audience: LoadedAudience },
): boolean {
  const sharing = { tlp: bulletin.content.tlp, groups: audience.view.groups }
  return approvals.some(({ organisationId, asks }) => {
    const allowed = new Set(asks.map(({ ja }) => ja))
    return findExcessOfOne(handling, organisationId, sharing).some(({ ja }) => !allowed.has(ja))
  })
}
