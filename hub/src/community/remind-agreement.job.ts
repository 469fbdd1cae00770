import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import { defineJob, startJob } from '../jobs/index.ts'
import { HUB } from '../people/index.ts'
import { findAgreementToRemind, saveAgreementReminder } from './agreement-reminder.queries.ts'
import { AGREEMENT_REMINDER_DAYS } from './limits.ts'

const DAY_MS = 24 * 3_600_000

/** Plans what is told before an agreement ends, at nine in the morning in Japan; a new last day plans it anew. */
export async function planAgreementReminders(
  db: Db,
  agreementId: string,
  { endsOn, at }: { endsOn: string; at: Date },
): Promise<void> {
  for (const daysBefore of AGREEMENT_REMINDER_DAYS) {
    // Midnight UTC is nine in Japan.
    const runAfter = new Date(Date.parse(endsOn) - daysBefore * DAY_MS)
    if (runAfter <= at) continue
    const key = `remind-agreement ${agreementId} ${daysBefore}`
    await startJob(db, 'remind-agreement', { agreementId, daysBefore }, { key, runAfter })
  }
}

/** Tells the contacts once that an agreement of theirs ends, unless by now it is renewed or they have left. */
export const remindAgreement = defineJob('remind-agreement', (hub, { agreementId, daysBefore }) =>
  hub.database.inStaff({}, async (db) => {
    const at = hub.clock.now()
    const today = dayInJapan(at)
    const ending = await findAgreementToRemind(db, agreementId, today)
    if (ending === undefined || !isDue(daysBefore, ending.endsOn, today)) return
    const { organisationId, groupId, endsOn } = ending
    const id = newId()
    if (!(await saveAgreementReminder(db, { id, agreementId, daysBefore, at }))) return
    const told = { organisationId, kind: 'agreement-ending', happeningId: id } as const
    await startJob(db, 'tell-contacts', told)
    await recordAudit(db, {
      actor: HUB,
      action: 'agreement-reminded',
      subject: `organisation:${organisationId}`,
      detail: { groupId, agreement: agreementId, daysBefore, endsOn },
    })
  }),
)

/** Between its day and the next reminder's: after an outage two would say the same at once. */
function isDue(daysBefore: number, endsOn: string, today: string): boolean {
  const daysLeft = (Date.parse(endsOn) - Date.parse(today)) / DAY_MS
  const next = Math.max(0, ...AGREEMENT_REMINDER_DAYS.filter((days) => days < daysBefore))
  return daysLeft <= daysBefore && daysLeft > next
}
