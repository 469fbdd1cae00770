import { z } from 'zod'
import { IndicatorView } from 'contract/analysis'
import { FindingId, MailId } from 'contract/common'
import { type Db, findRows, sql } from '../database/index.ts'
import { PlacementReason } from './case-record.ts'
import { CASE_VALUES_MAX } from './limits.ts'

const StrongestFinding = z.object({
  findingId: FindingId,
  mailId: MailId,
  mailCount: z.number().int(),
})

/** For each technique seen in a case the strongest finding that stands, and in how many mails it was seen. */
export function listStrongestFindings(
  db: Db,
  caseId: string,
): Promise<z.infer<typeof StrongestFinding>[]> {
  return findRows(
    db,
    StrongestFinding,
    sql`with inside as (
          select f.id, f.mail_id, f.technique, f.number, array_position(array['strong', 'medium', 'weak'], f.weight) as rank
            from noroshi.finding f join noroshi.mail m on m.id = f.mail_id
            join noroshi.case_submission p on p.submission_id = m.submission_id
           where p.case_id = ${caseId} and f.dismissed_at is null
        ), best as (
          select distinct on (technique) id, mail_id, technique, rank from inside order by technique, rank, number, id
        )
        select best.id as finding_id, best.mail_id,
               (select count(distinct i.mail_id)::int from inside i where i.technique = best.technique) as mail_count
          from best order by best.rank, mail_count desc, best.technique
         limit ${CASE_VALUES_MAX}`,
  )
}

const CaseIndicator = IndicatorView.extend({ mailCount: z.number().int() })

/** Values others can look for, over all mails and access logs of a case, the most frequent first. */
export function listCaseIndicators(
  db: Db,
  caseId: string,
): Promise<z.infer<typeof CaseIndicator>[]> {
  return findRows(
    db,
    CaseIndicator,
    sql`with seen as (
          select i.type, i.value, i.context, i.path, i.mail_id as seen_in
            from noroshi.indicator i join noroshi.mail m on m.id = i.mail_id
            join noroshi.case_submission p on p.submission_id = m.submission_id
           where p.case_id = ${caseId}
          union all
          select s.type, s.value, 'web-log', l.path, l.id
            from noroshi.web_log_source s join noroshi.web_log l on l.id = s.web_log_id
            join noroshi.case_submission p on p.submission_id = l.submission_id
           where p.case_id = ${caseId}
        )
        select i.type, i.value, i.context, min(i.path) as path, count(distinct i.seen_in)::int as mail_count
          from seen i
         group by i.type, i.value, i.context
         order by mail_count desc, i.type, i.context, i.value
         limit ${CASE_VALUES_MAX}`,
  )
}

/** Each reason once for which submissions were put into this case. */
export function listPlacementReasons(db: Db, caseId: string): Promise<PlacementReason[]> {
  return findRows(
    db,
    PlacementReason,
    sql`select reason ->> 'weight' as weight, reason -> 'say' as say
          from noroshi.case_submission p cross join lateral jsonb_array_elements(p.reasons) reason
         where p.case_id = ${caseId}
         group by reason order by count(*) desc, reason::text
         limit ${CASE_VALUES_MAX}`,
  )
}
