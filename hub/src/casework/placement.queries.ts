import { z } from 'zod'
import { Bilingual, Classification, Reach, SubmissionId, Weight } from 'contract/common'
import { type Db, findRows, json, runSql, sql } from '../database/index.ts'
import { PROPOSAL_REASONS_MAX } from './limits.ts'
import { PlacedSubmission, type PlacementReason } from './case-record.ts'

/** Locks submissions, always in the order of their ids, and says where each is now. */
export async function lockSubmissions(
  db: Db,
  submissionIds: readonly string[],
): Promise<PlacedSubmission[]> {
  const ids = [...submissionIds]
  await runSql(
    db,
    sql`select id from noroshi.submission where id = any (${ids}::uuid[]) order by id for no key update`,
  )
  // A second statement, because the first one's snapshot is older than the locks it waited for.
  return findRows(
    db,
    PlacedSubmission,
    sql`select s.id as submission_id, s.receipt, s.title, s.kind, s.provider_kind, s.state, s.analysis,
               p.case_id, p.added_at, coalesce(p.reasons, '[]') as reasons
          from noroshi.submission s left join noroshi.case_submission p on p.submission_id = s.id
         where s.id = any (${ids}::uuid[]) order by s.received_at, s.id`,
  )
}

/** Submissions of a case, oldest first. */
export async function listCaseSubmissionIds(db: Db, caseId: string): Promise<SubmissionId[]> {
  const rows = await findRows(
    db,
    z.object({ submissionId: SubmissionId }),
    sql`select p.submission_id from noroshi.case_submission p join noroshi.submission s on s.id = p.submission_id
         where p.case_id = ${caseId} order by s.received_at, s.id`,
  )
  return rows.map(({ submissionId }) => submissionId)
}

/** Puts a submission into a case, or into another one. */
export async function savePlacement(
  db: Db,
  row: {
    submissionId: SubmissionId
    caseId: string
    addedAt: Date
    reasons: readonly PlacementReason[]
  },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.case_submission (submission_id, case_id, added_at, reasons)
        values (${row.submissionId}, ${row.caseId}, ${row.addedAt}, ${json(row.reasons)})
        on conflict (submission_id) do update
          set case_id = excluded.case_id, added_at = excluded.added_at, reasons = excluded.reasons`,
  )
}

export async function removePlacement(db: Db, submissionId: SubmissionId): Promise<void> {
  await runSql(db, sql`delete from noroshi.case_submission where submission_id = ${submissionId}`)
}

/** Gives a submission back the state it had before a change that is undone. */
export async function restoreState(
  db: Db,
  submissionId: SubmissionId,
  state: string,
): Promise<void> {
  // What was read in the meantime stays read: it does not go back to waiting for its analysis.
  await runSql(
    db,
    sql`update noroshi.submission
           set state = case when ${state} = 'received' and analysis in ('done', 'failed') then 'analysed' else ${state} end
         where id = ${submissionId}`,
  )
}

/**
 * Submissions a person has taken out of a case, by splitting or undoing. The hub does not put them back:
 * what people decide about a submission stands.
 */
export async function listHeldSubmissions(
  db: Db,
  submissionIds: readonly string[],
): Promise<Set<string>> {
  const names = submissionIds.map((id) => `submission:${id}`)
  const rows = await findRows(
    db,
    z.object({ name: z.string() }),
    sql`select distinct name from noroshi.case_change c cross join unnest(c.touches) name
         where c.touches && ${names}::text[] and name = any (${names}::text[])
           and (c.undone_at is not null or c.kind = 'split')`,
  )
  return new Set(rows.map(({ name }) => name.replace('submission:', '')))
}

const MailProposal = z.object({
  value: Classification,
  confidence: Weight,
  reasons: z.array(Bilingual),
  reach: Reach.optional(),
  reachReasons: z.array(Bilingual).optional(),
})
export type MailProposal = z.infer<typeof MailProposal>

const LogSign = z.object({ weight: Weight, say: Bilingual })
export type LogSign = z.infer<typeof LogSign>

/** What was seen in the access logs of a case with more than a weak sign, the surest first. */
export function listLogSigns(db: Db, caseId: string): Promise<LogSign[]> {
  return findRows(
    db,
    LogSign,
    sql`select kind ->> 'weight' as weight, kind -> 'say' as say
          from noroshi.web_log l join noroshi.case_submission p on p.submission_id = l.submission_id
         cross join lateral jsonb_array_elements(l.summary -> 'kinds') kind
         where p.case_id = ${caseId} and kind ->> 'weight' <> 'weak'
         order by array_position(array['strong', 'medium'], kind ->> 'weight'), (kind ->> 'count')::bigint desc, l.id
         limit ${PROPOSAL_REASONS_MAX}`,
  )
}

/** What each mail of a case was proposed as, oldest first. */
export function listMailProposals(db: Db, caseId: string): Promise<MailProposal[]> {
  return findRows(
    db,
    MailProposal,
    sql`select m.proposal ->> 'value' as value, m.proposal ->> 'confidence' as confidence, m.proposal -> 'reasons' as reasons,
               m.proposal ->> 'reach' as reach, m.proposal -> 'reachReasons' as reach_reasons
          from noroshi.mail m join noroshi.case_submission p on p.submission_id = m.submission_id
         where p.case_id = ${caseId} and m.proposal is not null
         order by coalesce(m.arrived_at, m.analysed_at), m.id`,
  )
}
