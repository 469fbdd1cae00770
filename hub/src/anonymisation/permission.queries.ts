import { z } from 'zod'
import { type Db, findRows, json, runSql, sql } from '../database/index.ts'

const ValueAnswer = z.object({
  organisationId: z.uuid(),
  value: z.string(),
  /** It was asked about the value by itself, before it was shown a text. */
  wasAsked: z.boolean(),
  /** Absent while it has said nothing of it. */
  isGiven: z.boolean().optional(),
})
export type ValueAnswer = z.infer<typeof ValueAnswer>

/**
 * What each provider was asked and has said about each value in any version of a bulletin. One no is final: whoever took a
 * permission back, or refused the text it stood in, is not pressed about the same value again.
 */
export function listValueAnswers(db: Db, number: string): Promise<ValueAnswer[]> {
  return findRows(
    db,
    ValueAnswer,
    sql`select r.organisation_id, asked ->> 'value' as value, bool_or(r.about = 'values') as was_asked,
               bool_and(r.permitted @> (asked -> 'value')) filter (where r.answered_at is not null) as is_given
          from noroshi.approval_request r
          cross join lateral jsonb_array_elements(r.identifying) asked
         where r.bulletin_number = ${number}
         group by r.organisation_id, asked ->> 'value'`,
  )
}

const SeenValue = z.object({
  value: z.string(),
  seen: z.string(),
  submissionId: z.uuid(),
  mailId: z.uuid(),
})

/** In which mails of these submissions something holds a value: all of them, also those a draft is too short for. */
export function listSeenValues(
  db: Db,
  { submissionIds, values }: { submissionIds: readonly string[]; values: readonly string[] },
): Promise<z.infer<typeof SeenValue>[]> {
  return findRows(
    db,
    SeenValue,
    sql`select distinct v.value, lower(i.value) as seen, m.submission_id, m.id as mail_id
          from noroshi.mail m
          join noroshi.indicator i on i.mail_id = m.id
          join unnest(${[...values]}::text[]) as v (value) on strpos(lower(i.value), lower(v.value)) > 0
         where m.submission_id = any (${[...submissionIds]}::uuid[])`,
  )
}

export async function savePermitted(
  db: Db,
  bulletinId: string,
  permitted: readonly string[],
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.bulletin set permitted = ${json(permitted)} where id = ${bulletinId}`,
  )
}
