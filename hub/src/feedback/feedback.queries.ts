import { z } from 'zod'
import type { FeedbackAnswer } from 'contract/inbox'
import { type Db, loadRow, runSql, sql } from '../database/index.ts'

// Run as a member: row-level security admits answers of its own organisation to releases it may see.

/** Refuses a release that does not exist, or not for this organisation, in the same words. */
export async function requireRelease(db: Db, releaseId: string): Promise<void> {
  await loadRow(
    db,
    z.object({ id: z.uuid() }),
    sql`select id from noroshi.release where id = ${releaseId}`,
  )
}

export interface NewAnswer {
  readonly releaseId: string
  readonly organisationId: string
  readonly answer: FeedbackAnswer
  readonly count: number | undefined
  readonly firstSeenOn: string | undefined
  readonly lastSeenOn: string | undefined
  readonly note: string | undefined
  readonly answeredBy: string
  readonly answeredAt: Date
}

/** One answer for each organisation; a new one takes the place of the old. */
export async function saveOwnAnswer(db: Db, row: NewAnswer): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.feedback (release_id, organisation_id, answer, count, first_seen_on, last_seen_on,
          note, answered_by, answered_at)
        values (${row.releaseId}, ${row.organisationId}, ${row.answer}, ${row.count ?? null},
          ${row.firstSeenOn ?? null}, ${row.lastSeenOn ?? null}, ${row.note ?? null}, ${row.answeredBy}, ${row.answeredAt})
        on conflict (release_id, organisation_id) do update
          set answer = excluded.answer, count = excluded.count, first_seen_on = excluded.first_seen_on,
              last_seen_on = excluded.last_seen_on, note = excluded.note,
              answered_by = excluded.answered_by, answered_at = excluded.answered_at`,
  )
}

export async function deleteOwnAnswer(db: Db, releaseId: string): Promise<number> {
  return runSql(db, sql`delete from noroshi.feedback where release_id = ${releaseId}`)
}
