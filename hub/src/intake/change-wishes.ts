import type { SubmissionId } from 'contract/common'
import type { Wishes } from 'contract/intake'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { assertFreshFactor, assertStanding, type PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { isWider } from './is-wider.ts'
import {
  countVisibleGroups,
  findApprovalDuty,
  loadSubmissionForUpdate,
  saveWishes,
} from './submission.queries.ts'

/**
 * Records how the provider wants its information handled (SPEC I-6). Groups must be its own. Not to be asked first is
 * possible only where one of these groups agreed on the technical lane, and the organisation does not want to be asked
 * always (SPEC A-3). What lets more out than before is asked of whoever says it like an approval; to narrow stays quick.
 */
export async function changeWishes(
  db: Db,
  actor: PersonActor,
  { submissionId, wishes, now }: { submissionId: SubmissionId; wishes: Wishes; now: Date },
): Promise<void> {
  const { wishes: before } = await loadSubmissionForUpdate(db, submissionId)
  const groupIds = [...new Set(wishes.groupIds)]
  if ((await countVisibleGroups(db, groupIds)) !== groupIds.length) throw new Refusal('not-found')
  if (!wishes.approvesFirst) await refuseDuty(db, groupIds)
  // Not to be asked is a consent each time anew: who has given it before may widen by the same body what it covers.
  if (!wishes.approvesFirst || isWider(before, wishes)) {
    assertFreshFactor(actor, now)
    await assertStanding(db, actor, now)
  }
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

async function refuseDuty(db: Db, groupIds: readonly string[]): Promise<void> {
  if ((await findApprovalDuty(db, groupIds)) !== undefined) throw new Refusal('approval-stays-on')
}
