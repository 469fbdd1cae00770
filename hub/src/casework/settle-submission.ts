import type { z } from 'zod'
import type { AnswerConsultationRequest, AssignRequest, SetAsideRequest } from 'contract/analysis'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { moveSubmission } from '../intake/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { assertNamesNoOther } from './assert-names-no-other.ts'
import { loadCase, saveCaseAssignee } from './case.queries.ts'
import { toMover } from './mover.ts'
import { isActiveStaff } from './people.queries.ts'
import {
  loadSubmissionForUpdate,
  saveConsultation,
  saveSetAsideReason,
  saveSubmissionAssignee,
} from './settle-submission.queries.ts'

/** Decides that nothing is shared of a submission, such as mail sent to everybody; the provider reads the reason. */
export async function setAside(
  db: Db,
  actor: PersonActor,
  submissionId: string,
  { reason }: z.infer<typeof SetAsideRequest>,
): Promise<void> {
  const { submissionId: id, state } = await loadSubmissionForUpdate(db, submissionId)
  await assertNamesNoOther(db, id, [reason])
  await moveSubmission(db, {
    submissionId: id,
    from: state,
    to: 'set-aside',
    by: toMover(actor),
    actor,
  })
  await saveSetAsideReason(db, id, reason)
}

/** Answers a question; an answer given before is replaced. The provider reads it, 表2 counts its category. */
export async function answerConsultation(
  db: Db,
  actor: PersonActor,
  submissionId: string,
  { category, answer, at }: z.infer<typeof AnswerConsultationRequest> & { at: Date },
): Promise<void> {
  const { submissionId: id, state } = await loadSubmissionForUpdate(db, submissionId)
  await assertNamesNoOther(db, id, [category, answer])
  if (state === 'consultation') {
    await recordAudit(db, { actor, action: 'submission-consultation', subject: `submission:${id}` })
  } else {
    await moveSubmission(db, {
      submissionId: id,
      from: state,
      to: 'consultation',
      by: toMover(actor),
      actor,
    })
  }
  await saveConsultation(db, id, {
    category,
    answer,
    answeredAt: at.toISOString(),
    answeredBy: actor.personId,
  })
}

/** Takes a submission up again that was set aside or answered. */
export async function reopenSubmission(
  db: Db,
  actor: PersonActor,
  submissionId: string,
): Promise<void> {
  const { submissionId: id, state } = await loadSubmissionForUpdate(db, submissionId)
  if (state !== 'set-aside' && state !== 'consultation') throw new Refusal('not-in-this-state')
  await moveSubmission(db, {
    submissionId: id,
    from: state,
    to: 'analysed',
    by: toMover(actor),
    actor,
    action: 'submission-reopened',
  })
  await saveSetAsideReason(db, id, null)
}

/** Says who looks after a submission; nobody, when the person is null. */
export async function assignSubmission(
  db: Db,
  actor: PersonActor,
  submissionId: string,
  { personId }: z.infer<typeof AssignRequest>,
): Promise<void> {
  await assertStaff(db, personId)
  const { submissionId: id } = await loadSubmissionForUpdate(db, submissionId)
  await saveSubmissionAssignee(db, id, personId)
  await recordAudit(db, {
    actor,
    action: 'submission-assigned',
    subject: `submission:${id}`,
    detail: { personId: personId ?? 'nobody' },
  })
}

/** Says who looks after a case. */
export async function assignCase(
  db: Db,
  actor: PersonActor,
  caseId: string,
  { personId }: z.infer<typeof AssignRequest>,
): Promise<void> {
  await assertStaff(db, personId)
  await loadCase(db, caseId)
  await saveCaseAssignee(db, caseId, personId)
  await recordAudit(db, {
    actor,
    action: 'case-assigned',
    subject: `case:${caseId}`,
    detail: { personId: personId ?? 'nobody' },
  })
}

async function assertStaff(db: Db, personId: string | null): Promise<void> {
  if (personId !== null && !(await isActiveStaff(db, personId))) throw new Refusal('not-staff')
}
