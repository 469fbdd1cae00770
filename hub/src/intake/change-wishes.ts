import type { SubmissionId } from 'contract/common'
import type { Wishes } from 'contract/intake'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
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
  actor: AuditActor,
  { submissionId, wishes, now }: { submissionId: SubmissionId; wishes: Wishes; now: Date },
): Promise<void> {
  await loadSubmissionForUpdate(db, submissionId)
  const groupIds = [...new Set(wishes.groupIds)]
  if ((await countVisibleGroups(db, groupIds)) !== groupIds.length) throw new Refusal('not-found')
  const isDuty = (await findApprovalDuty(db, groupIds)) !== undefined
  if (!wishes.approvesFirst && isDuty) throw new Refusal('approval-stays-on')
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
