import { z } from 'zod'
import type { SubmissionId } from 'contract/common'
import { type Db, findRow, findRows, runSql, sql } from '../database/index.ts'
import { newId } from '../ids.ts'
import { analysisLimits as limits } from './limits.ts'

const RereadingId = z.object({ id: z.uuid() })

/** Notes that somebody asked; one that waits still takes over the new wish, as its job does. */
export async function saveRereadingAsked(
  db: Db,
  { days, askedBy, at }: { days: number; askedBy: string; at: Date },
): Promise<string> {
  const waiting = await findRow(
    db,
    RereadingId,
    sql`update noroshi.rereading set days = ${days}, asked_by = ${askedBy}, asked_at = ${at}
         where id = (select id from noroshi.rereading where begun_at is null order by asked_at desc limit 1 for update)
        returning id`,
  )
  if (waiting !== undefined) return waiting.id
  const id = newId()
  await runSql(
    db,
    sql`insert into noroshi.rereading (id, days, asked_by, asked_at) values (${id}, ${days}, ${askedBy}, ${at})`,
  )
  return id
}

/** Notes which submissions are read again from this moment on, and forgets the oldest readings. */
export async function saveRereadingBegun(
  db: Db,
  { rereadingId = newId(), days, at }: { rereadingId?: string; days: number; at: Date },
  submissionIds: readonly SubmissionId[],
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.rereading (id, days, asked_at, begun_at) values (${rereadingId}, ${days}, ${at}, ${at})
        on conflict (id) do update set begun_at = excluded.begun_at`,
  )
  await runSql(
    db,
    sql`insert into noroshi.rereading_submission (rereading_id, submission_id)
        select ${rereadingId}, id from unnest(${[...submissionIds]}::uuid[]) as id on conflict do nothing`,
  )
  await runSql(
    db,
    sql`delete from noroshi.rereading
         where id not in (select id from noroshi.rereading order by asked_at desc limit ${limits.rereadingsKept})`,
  )
}

/** Notes that a submission was read, for every reading that had begun before this one of its evidence. */
export async function saveReadAgain(
  db: Db,
  submissionId: SubmissionId,
  { startedAt, endedAt, hasFailed }: { startedAt: Date; endedAt: Date; hasFailed: boolean },
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.rereading_submission s set ended_at = ${endedAt}, has_failed = ${hasFailed}
          from noroshi.rereading r
         where r.id = s.rereading_id and r.begun_at <= ${startedAt}
           and s.submission_id = ${submissionId} and s.ended_at is null`,
  )
}

const RereadingRow = z.object({
  id: z.uuid(),
  days: z.number().int(),
  askedBy: z.string().optional(),
  askedAt: z.date(),
  begunAt: z.date().optional(),
  total: z.number().int(),
  read: z.number().int(),
  failed: z.number().int(),
  lastAt: z.date().optional(),
})
export type RereadingRow = z.infer<typeof RereadingRow>

/** The last readings again, the newest first, each with how far it is. */
export function listRereadingRows(db: Db): Promise<RereadingRow[]> {
  return findRows(
    db,
    RereadingRow,
    sql`select r.id, r.days, p.name as asked_by, r.asked_at, r.begun_at,
               count(s.submission_id)::int as total, count(s.ended_at)::int as read,
               count(*) filter (where s.has_failed)::int as failed, max(s.ended_at) as last_at
          from (select * from noroshi.rereading order by asked_at desc limit ${limits.rereadingsShown}) r
          left join noroshi.person p on p.id = r.asked_by
          left join noroshi.rereading_submission s on s.rereading_id = r.id
         group by r.id, r.days, p.name, r.asked_at, r.begun_at
         order by r.asked_at desc, r.id`,
  )
}
