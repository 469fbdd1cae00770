import { z } from 'zod'
import { type Db, findRow, findRows, sql } from '../database/index.ts'

/** Names of persons by id. */
export async function loadPersonNames(
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await findRows(
    db,
    z.object({ id: z.string(), name: z.string() }),
    sql`select id, name from noroshi.person where id = any (${[...new Set(personIds)]}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether this person works for the hub and may be given work. */
export async function isActiveStaff(db: Db, personId: string): Promise<boolean> {
  const found = await findRow(
    db,
    z.object({ id: z.string() }),
    sql`select id from noroshi.person
         where id = ${personId} and organisation_id is null and disabled_at is null`,
  )
  return found !== undefined
}
