import type { z } from 'zod'
import type { GiveFeedbackRequest } from 'contract/inbox'
import { assertPastDays } from '../assert-past-days.ts'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import type { OrganisationId } from 'contract/common'
import { deleteOwnAnswer, requireRelease, saveOwnAnswer } from './feedback.queries.ts'

interface Given {
  readonly releaseId: string
  readonly organisationId: OrganisationId
  readonly now: Date
}

/** "We got it too" and its like: one answer for each organisation, changed as often as it likes. */
export async function giveFeedback(
  db: Db,
  actor: PersonActor,
  given: Given & { feedback: z.infer<typeof GiveFeedbackRequest> },
): Promise<void> {
  const { releaseId, organisationId, feedback, now } = given
  const { firstSeenOn, lastSeenOn } = feedback
  assertPastDays({ firstSeenOn, lastSeenOn }, now)
  await requireRelease(db, releaseId)
  await saveOwnAnswer(db, {
    releaseId,
    organisationId,
    answer: feedback.answer,
    count: feedback.count,
    ...{ firstSeenOn, lastSeenOn },
    note: feedback.note,
    answeredBy: actor.personId,
    answeredAt: now,
  })
  await recordAudit(db, {
    actor,
    action: 'feedback-given',
    subject: `release:${releaseId}`,
    detail: { answer: feedback.answer },
  })
}

/** Takes the answer back, as if none had been given. */
export async function takeBackFeedback(
  db: Db,
  actor: PersonActor,
  { releaseId }: { releaseId: string },
): Promise<void> {
  await requireRelease(db, releaseId)
  if ((await deleteOwnAnswer(db, releaseId)) === 0) return
  await recordAudit(db, { actor, action: 'feedback-taken-back', subject: `release:${releaseId}` })
}
