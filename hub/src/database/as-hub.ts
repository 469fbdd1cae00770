import { type Db, sql } from './db.ts'

/**
 * Goes on as the hub inside a member's transaction, for the consequence of something the member was
 * allowed to do: its answer is written under row-level security first, and what follows from it for
 * the bulletin is done in the same transaction, so that neither exists without the other.
 * There is no way back: after this nothing may be read for the member.
 */
export async function asHub<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  await sql`select set_config('noroshi.person', '', true), set_config('role', 'noroshi_staff', true)`.execute(
    db,
  )
  return work(db)
}
