import { z } from 'zod'
import { type PersonId, SubmissionId } from 'contract/common'
import { SubmissionState } from 'contract/intake'
import { type Db, findRows, json, loadRow, runSql, sql } from '../database/index.ts'

export function loadSubmissionForUpdate(db: Db, submissionId: string) {
  return loadRow(
    db,
    z.object({ submissionId: SubmissionId, state: SubmissionState }),
    sql`select id as submission_id, state from noroshi.submission where id = ${submissionId} for no key update`,
  )
}

/** Organisations that handed in the same mail or file, or another submission of the same case, beside its own provider. */
export async function listOtherProviders(db: Db, submissionId: string): Promise<string[]> {
  const rows = await findRows(
    db,
    z.object({ organisationId: z.uuid() }),
    sql`with placed as (
          select submission_id, case_id from noroshi.case_submission
          union select submission_id, case_id from noroshi.set_apart)
        select distinct other.organisation_id
          from noroshi.submission own
          join noroshi.submission other
            on other.organisation_id <> own.organisation_id
           and other.id in (
             select theirs.submission_id from noroshi.mail ours
               join noroshi.mail theirs on theirs.operation_key = ours.operation_key
              where ours.submission_id = own.id
             union
             select theirs.submission_id from noroshi.submission_file ours
               join noroshi.submission_file theirs on theirs.sha256 = ours.sha256
              where ours.submission_id = own.id
             union
             select theirs.submission_id from placed ours join placed theirs on theirs.case_id = ours.case_id
              where ours.submission_id = own.id)
         where own.id = ${submissionId}`,
  )
  return rows.map(({ organisationId }) => organisationId)
}

export async function saveSetAsideReason(
  db: Db,
  submissionId: string,
  reason: string | null,
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.submission set set_aside_reason = ${reason} where id = ${submissionId}`,
  )
}

export async function saveConsultation(
  db: Db,
  submissionId: string,
  consultation: {
    category: string
    answer: string
    answeredAt: string
    answeredBy: string
  },
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.submission set consultation = ${json(consultation)} where id = ${submissionId}`,
  )
}

export async function saveSubmissionAssignee(
  db: Db,
  submissionId: string,
  personId: PersonId | null,
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.submission set assignee_id = ${personId} where id = ${submissionId}`,
  )
}
