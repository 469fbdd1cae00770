import { z } from 'zod'
import { type PersonId, SubmissionId } from 'contract/common'
import { SubmissionState } from 'contract/intake'
import { type Db, json, loadRow, runSql, sql } from '../database/index.ts'

export function loadSubmissionForUpdate(db: Db, submissionId: string) {
  return loadRow(
    db,
    z.object({ submissionId: SubmissionId, state: SubmissionState }),
    sql`select id as submission_id, state from noroshi.submission where id = ${submissionId} for no key update`,
  )
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
