import type { z } from 'zod'
import type { AnswerAdmissionRequest } from 'contract/restriction'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import { startJob } from '../jobs/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal, type RefusalCode } from '../refusals.ts'
import { answerRequest, listAdmissions } from './admission.queries.ts'

/**
 * Lets somebody in, or does not: one in charge of it or an administrator, and never the one who asked. The database
 * asks that once more. Each provider that wanted it restricted is told that one more person may read, and why; not who.
 * Of what the hub alone restricts it is told nothing: a mail folded into a restricted case would tell of another's.
 */
export async function answerAdmission(
  db: Db,
  actor: PersonActor,
  admissionId: string,
  { outcome }: z.infer<typeof AnswerAdmissionRequest>,
): Promise<void> {
  const answered = await answerRequest(db, admissionId, outcome)
  if (answered.length === 0) throw new Refusal(await findReason(db, admissionId))
  for (const { submissionId, personId, endsAt } of answered) {
    await recordAudit(db, {
      actor,
      action: `admission-${outcome}`,
      subject: `submission:${submissionId}`,
      detail: { admission: admissionId, person: personId, until: endsAt?.toISOString() },
    })
  }
  if (outcome === 'declined') return
  await recordLifted(db, actor, answered)
  const told = answered.filter(({ isTold }) => isTold)
  for (const organisationId of new Set(told.flatMap((one) => one.organisationId ?? []))) {
    const notice = { organisationId, kind: 'somebody-let-in', happeningId: newId() } as const
    await startJob(db, 'tell-contacts', notice)
  }
}

/** A lead who asked that the hub's restriction be lifted has had it lifted by this answer. */
async function recordLifted(
  db: Db,
  actor: PersonActor,
  answered: Awaited<ReturnType<typeof answerRequest>>,
): Promise<void> {
  for (const { submissionId, isLifted } of answered) {
    if (!isLifted) continue
    const subject = `submission:${submissionId}`
    await recordAudit(db, { actor, action: 'restriction-lifted', subject, detail: { by: 'hub' } })
  }
}

/** Why nothing was answered: of a request of somebody else's that stands, one of the two was made by the other. */
async function findReason(db: Db, admissionId: string): Promise<RefusalCode> {
  const request = (await listAdmissions(db)).find((one) => one.admissionId === admissionId)
  return request === undefined || request.isOwn ? 'not-found' : 'brought-in-lately'
}
