import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import { type Db, loadRow, sql } from '../database/index.ts'

/** Day on which the hub was set up: that of its first person. */
export async function loadSetUpOn(db: Db): Promise<string> {
  const { at } = await loadRow(
    db,
    z.object({ at: z.date() }),
    sql`select min(created_at) as at from noroshi.person`,
  )
  return dayInJapan(at)
}
