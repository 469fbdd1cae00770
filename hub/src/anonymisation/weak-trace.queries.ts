import { z } from 'zod'
import { type Db, findRows, runSql, sql } from '../database/index.ts'

const Confirmation = z.object({
  weakTraceId: z.string(),
  confirmedAt: z.date(),
  confirmedByName: z.string(),
})
export type Confirmation = z.infer<typeof Confirmation>

export function listConfirmations(db: Db, bulletinId: string): Promise<Confirmation[]> {
  return findRows(
    db,
    Confirmation,
    sql`select w.weak_trace_id, w.confirmed_at, p.name as confirmed_by_name
          from noroshi.weak_trace_confirmation w
          join noroshi.person p on p.id = w.confirmed_by
         where w.bulletin_id = ${bulletinId}`,
  )
}

/** False when somebody was faster: the first to look stays on record. */
export async function insertConfirmation(
  db: Db,
  row: { bulletinId: string; weakTraceId: string; at: Date; by: string },
): Promise<boolean> {
  const count = await runSql(
    db,
    sql`insert into noroshi.weak_trace_confirmation (bulletin_id, weak_trace_id, confirmed_at, confirmed_by)
        values (${row.bulletinId}, ${row.weakTraceId}, ${row.at}, ${row.by})
        on conflict do nothing`,
  )
  return count === 1
}
