import type { SubmissionId } from 'contract/common'
import type { Wishes } from 'contract/intake'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import { countVisibleGroups, loadSubmissionForUpdate, saveWishes } from './submission.queries.ts'

/** Records how the provider wants its information handled (SPEC I-6). Groups must be its own. */
export async function changeWishes(
  db: Db,
  actor: AuditActor,
  submissionId: SubmissionId,
  wishes: Wishes,
): Promise<void> {
  await loadSubmissionForUpdate(db, submissionId)
  // The community has no second lane that would let a text go out unseen by its provider.
  if (!wishes.approvesFirst) throw new Refusal('approval-stays-on')
  const groupIds = [...new Set(wishes.groupIds)]
  if ((await countVisibleGroups(db, groupIds)) !== groupIds.length) throw new Refusal('not-found')
  await saveWishes(db, submissionId, { ...wishes, groupIds })
  await recordAudit(db, {
    actor,
    action: 'wishes-changed',
    subject: `submission:${submissionId}`,
    detail: { tlp: wishes.tlp, groups: groupIds, mayAppearInReport: wishes.mayAppearInReport },
  })
}
