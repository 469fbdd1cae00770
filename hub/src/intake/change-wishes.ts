import type { SubmissionId } from 'contract/common'
import type { Wishes } from 'contract/intake'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { assertFreshFactor, assertStanding, type PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import {
  countVisibleGroups,
  findApprovalDuty,
  loadSubmissionForUpdate,
  saveWishes,
} from './submission.queries.ts'

/**
 * Records how the provider wants its information handled (SPEC I-6). Groups must be its own. Not to be asked first is
 * possible only where one of these groups agreed on the technical lane, and the organisation does not want to be asked
 * always (SPEC A-3).
 */
export async function changeWishes(
  db: Db,
  actor: PersonActor,
  { submissionId, wishes, now }: { submissionId: SubmissionId; wishes: Wishes; now: Date },
): Promise<void> {
  await loadSubmissionForUpdate(db, submissionId)
  const groupIds = [...new Set(wishes.groupIds)]
  if ((await countVisibleGroups(db, groupIds)) !== groupIds.length) throw new Refusal('not-found')
  if (!wishes.approvesFirst) await assertMayGoUnasked(db, actor, groupIds, now)
  await saveWishes(db, submissionId, { ...wishes, groupIds }, now)
  await recordAudit(db, {
    actor,
    action: 'wishes-changed',
    subject: `submission:${submissionId}`,
    detail: {
      tlp: wishes.tlp,
      groups: groupIds,
      mayAppearInReport: wishes.mayAppearInReport,
      approvesFirst: wishes.approvesFirst,
    },
  })
}

/**
 * Not to be asked is a consent, which is asked of whoever gives it like an approval, each time anew: who has given it
 * before may widen by the same body what it covers. To want to be asked stays quick.
 */
async function assertMayGoUnasked(
  db: Db,
  actor: PersonActor,
  groupIds: readonly string[],
  now: Date,
): Promise<void> {
  if ((await findApprovalDuty(db, groupIds)) !== undefined) throw new Refusal('approval-stays-on')
  assertFreshFactor(actor, now)
  await assertStanding(db, actor, now)
}
