import type { SubmissionId } from 'contract/common'
import type { ReviseDatesRequest, SubmissionDates } from 'contract/intake'
import type { z } from 'zod'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import { assertPastDays } from '../assert-past-days.ts'
import type { Db } from '../database/index.ts'
import { loadSubmissionForUpdate, saveDates } from './submission.queries.ts'

const REVISABLE = ['occurredOn', 'detectedOn', 'arrivedOn', 'confirmedOn'] as const

/** Records dates as known, unknown or withheld (SPEC I-7). The day of submission is the hub's and stays. */
export async function reviseDates(
  db: Db,
  actor: AuditActor,
  submissionId: SubmissionId,
  request: z.infer<typeof ReviseDatesRequest>,
  now: Date,
): Promise<void> {
  assertPastDays(Object.fromEntries(REVISABLE.map((name) => [name, toDay(request[name])])), now)
  const { dates } = await loadSubmissionForUpdate(db, submissionId)
  const revised: SubmissionDates = { ...dates }
  for (const name of REVISABLE) revised[name] = request[name] ?? dates[name]
  await saveDates(db, submissionId, revised)
  await recordAudit(db, {
    actor,
    action: 'dates-revised',
    subject: `submission:${submissionId}`,
    detail: { dates: REVISABLE.filter((name) => request[name] !== undefined) },
  })
}

function toDay(date: SubmissionDates['occurredOn'] | undefined): string | undefined {
  return date?.known === 'value' ? date.value : undefined
}
