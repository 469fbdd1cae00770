import type { LeakCheck } from 'contract/bulletin'
import {
  addConfirmations,
  type BulletinRecord,
  checkOutgoing,
  findUnconfirmed,
  type Handling,
  isLaneOpen,
  loadAudience,
  type LoadedAudience,
  loadHandling,
  loadHubFacts,
  loadLaneConditions,
  lockConsents,
  lockWishes,
  type OutgoingFacts,
  type OutgoingForms,
  saveLeakCheck,
  TLP_RULES,
} from '../anonymisation/index.ts'
import { dayInJapan } from '../clock.ts'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusals.ts'
import { isBeyondApproval, loadApprovals, ofText } from './load-approvals.ts'
import { type Corrected, loadCorrected } from './replace-corrected.ts'

/** What stops a release for good: the text is a draft again. Anything else that is amiss is a refusal. */
export type Stopped = 'leak-found' | 'wishes-narrowed' | 'lane-closed'

/** Everything that was looked at before a text leaves, and the bytes that leave. */
export interface ReadyRelease {
  readonly releaseId: string
  readonly audience: LoadedAudience
  /** Whom it goes out from unasked, by the technical lane. */
  readonly unasked: Handling | undefined
  readonly corrected: Corrected | undefined
  readonly check: LeakCheck
  readonly forms: OutgoingForms
}

/**
 * Asks everything once more at the moment it matters (holds invariant 5), when a release is ordered and again when
 * it is due: agreements may have lapsed, wishes been narrowed, names been added to a vault in between.
 */
export async function prepareRelease(
  db: Db,
  { bulletin, hub, now }: { bulletin: BulletinRecord; hub: Hub; now: Date },
): Promise<ReadyRelease | Stopped | 'weak-traces-open'> {
  const day = dayInJapan(now)
  const isUnasked = bulletin.lane === 'technical-only'
  await (isUnasked ? lockConsents(db, bulletin) : lockWishes(db, bulletin))
  const handling = await loadHandling(db, bulletin, day)
  const unasked = isUnasked ? ofText(handling, bulletin) : undefined
  const approvals = unasked === undefined ? await loadApprovals(db, bulletin, handling) : []
  // Who came into the case after the question has nothing in the text, and makes no group smaller.
  const providerIds = new Set(
    unasked?.providerIds ?? approvals.map(({ organisationId }) => organisationId),
  )
  const { tlp } = bulletin.content
  if (!TLP_RULES[tlp].mayReachGroups) throw new Refusal('red-not-shared')
  const audience = await loadAudience(db, bulletin.groupIds, { providerIds, day, tlp })
  if (audience.organisationIds.length === 0) throw new Refusal('no-audience')
  if (isBeyondApproval(approvals, { bulletin, handling, audience })) return 'wishes-narrowed'

  const corrected = await loadCorrected(db, bulletin)
  const releaseId = newId()
  const traces = await loadTraces(db, handling.providerIds)
  const facts = await loadReleaseFacts(db, { hub, bulletin, releaseId, corrected, now })
  const { check, cleared } = await checkOutgoing(bulletin, { traces, facts, now })
  await saveLeakCheck(db, bulletin.id, check)
  if (cleared === undefined) return 'leak-found'
  // A name entered since may be an ordinary word of the text; the approvals hold while somebody looks.
  const looked = await addConfirmations(db, bulletin.id, check)
  if (findUnconfirmed(looked).length > 0) return 'weak-traces-open'
  if (unasked !== undefined) {
    const now = { ...bulletin, leakCheck: check }
    // The text is the one that was let go, to the letter: what the hub would write today is not asked again.
    const standing = { handling: unasked, audience, drafted: bulletin.content }
    if (!isLaneOpen(await loadLaneConditions(db, now, standing))) return 'lane-closed'
  }
  return { releaseId, audience, unasked, corrected, check: looked, forms: cleared.forms }
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
    ...(await loadHubFacts(db, hub, bulletin)),
  }
}
