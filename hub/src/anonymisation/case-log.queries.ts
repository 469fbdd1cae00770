import { z } from 'zod'
import { WebLogSummary } from 'contract/web-log'
import { type Db, findRows, sql } from '../database/index.ts'

const CaseLogRow = z.object({
  submissionId: z.uuid(),
  receipt: z.string(),
  receivedAt: z.date(),
  organisationId: z.uuid().optional(),
  fileName: z.string().optional(),
  summary: WebLogSummary.pick({ kinds: true, probing: true }),
})
export type CaseLogRow = z.infer<typeof CaseLogRow>

/** Access logs of a case, one of each provider first, so that a server's daily files do not crowd out the rest. */
export function listCaseLogs(db: Db, caseId: string, rows: number): Promise<CaseLogRow[]> {
  return findRows(
    db,
    CaseLogRow,
    sql`select s.id as submission_id, s.receipt, s.received_at, s.organisation_id, l.file_name,
               jsonb_build_object('kinds', l.summary -> 'kinds', 'probing', l.summary -> 'probing') as summary
          from noroshi.case_submission p
          join noroshi.submission s on s.id = p.submission_id
          join noroshi.web_log l on l.submission_id = s.id
         where p.case_id = ${caseId}
         order by row_number() over (partition by coalesce(s.organisation_id, s.id) order by s.received_at, l.path, l.id),
                  s.received_at, l.id
         limit ${rows}`,
  )
}
