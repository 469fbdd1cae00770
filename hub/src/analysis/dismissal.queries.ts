import { z } from 'zod'
import { type FindingId, MailId, type PersonId, SubmissionId } from 'contract/common'
import { type Db, loadRow, runSql, sql } from '../database/index.ts'

const Dismissable = z.object({
  mailId: MailId,
  submissionId: SubmissionId,
  technique: z.string(),
  isDismissed: z.boolean(),
})

export function loadFindingForUpdate(
  db: Db,
  findingId: FindingId,
): Promise<z.infer<typeof Dismissable>> {
  return loadRow(
    db,
    Dismissable,
    sql`select f.mail_id, m.submission_id, f.technique, f.dismissed_at is not null as is_dismissed
          from noroshi.finding f join noroshi.mail m on m.id = f.mail_id
         where f.id = ${findingId} for update of f`,
  )
}

export async function saveDismissal(
  db: Db,
  findingId: FindingId,
  dismissal: { readonly by: PersonId; readonly at: Date; readonly reason: string } | undefined,
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.finding
           set dismissed_by = ${dismissal?.by ?? null}, dismissed_at = ${dismissal?.at ?? null},
               dismissed_reason = ${dismissal?.reason ?? null}
         where id = ${findingId}`,
  )
}
