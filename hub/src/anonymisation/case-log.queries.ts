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

/** The first so many access logs of each provider of a case, one of each in turn. */
export function listCaseLogs(
  db: Db,
  caseId: string,
  rowsOfProvider: number,
): Promise<CaseLogRow[]> {
  return findRows(
    db,
    CaseLogRow,
    sql`with in_turn as (
          select l.id, s.id as submission_id, s.receipt, s.received_at, s.organisation_id, row_number() over (
                   partition by coalesce(s.organisation_id::text, s.provider_kind) order by s.received_at, l.path, l.id) as turn
            from noroshi.case_submission p
            join noroshi.submission s on s.id = p.submission_id
            join noroshi.web_log l on l.submission_id = s.id
           where p.case_id = ${caseId})
        select t.submission_id, t.receipt, t.received_at, t.organisation_id, l.file_name,
               jsonb_build_object('kinds', l.summary -> 'kinds', 'probing', l.summary -> 'probing') as summary
          from in_turn t join noroshi.web_log l on l.id = t.id
         where t.turn <= ${rowsOfProvider}
         order by t.turn, t.received_at, t.id`,
  )
}
