import { z } from 'zod'
import { SubmissionId } from 'contract/common'
import { type Db, findRows, sql } from '../database/index.ts'
import { OPERATION_GAP_MINUTES, RELATIVES_MAX } from './limits.ts'

const Relative = z.object({
  submissionId: SubmissionId,
  /** `same-mail`: identical bytes, at any time. `operation`: identical in content and close in time. */
  tie: z.enum(['same-mail', 'operation']),
})
export type Relative = z.infer<typeof Relative>

/**
 * Submissions with a mail of the same operation as one of this submission's (SPEC R-0): identical sender,
 * subject, text and attachments, in a chain of arrivals without a gap of an hour or more. Identical bytes
 * count at any time: a mail reported twice is one mail.
 */
export function findOperationRelatives(db: Db, submissionId: string): Promise<Relative[]> {
  return findRows(
    db,
    Relative,
    sql`with mine as (
          select id, operation_key, sha256 from noroshi.mail where submission_id = ${submissionId}
        ), timed as (
          select m.id, m.submission_id, m.operation_key, m.arrived_at as at
            from noroshi.mail m
           where m.operation_key in (select operation_key from mine)
             and m.arrived_at is not null
        ), parted as (
          select *, (at - lag(at) over wave < make_interval(mins => ${OPERATION_GAP_MINUTES}::int)) is not true as begins
            from timed window wave as (partition by operation_key order by at, id)
        ), run as (
          select *, count(*) filter (where begins) over (partition by operation_key order by at, id) as number
            from parted
        ), related as (
          select theirs.submission_id, 'operation' as tie
            from run theirs
           where exists (select 1 from run own
                          where own.submission_id = ${submissionId}
                            and own.operation_key = theirs.operation_key and own.number = theirs.number)
          union
          select m.submission_id, 'same-mail' from noroshi.mail m where m.sha256 in (select sha256 from mine)
        )
        select submission_id, max(tie) as tie
          from related where submission_id <> ${submissionId}
         group by submission_id order by submission_id
         limit ${RELATIVES_MAX}`,
  )
}
