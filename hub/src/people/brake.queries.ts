import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRows, runSql } from '../database/query.ts'

const FailureCount = z.object({ key: z.string(), count: z.number() })

/** How often each of these keys failed since a moment. */
export async function countFailures(
  db: Db,
  keys: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, number>> {
  const rows = await findRows(
    db,
    FailureCount,
    sql`select key, count(*) as count from noroshi.sign_in_failure
         where key = any (${keys}::text[]) and failed_at > ${since} group by key`,
  )
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/** Notes a failure under each key and forgets what is too old to matter. */
export async function saveFailures(
  db: Db,
  keys: readonly string[],
  { now, forgetBefore }: { now: Date; forgetBefore: Date },
): Promise<void> {
  await runSql(db, sql`delete from noroshi.sign_in_failure where failed_at < ${forgetBefore}`)
  await runSql(
    db,
    sql`insert into noroshi.sign_in_failure (key, failed_at) select unnest(${keys}::text[]), ${now}::timestamptz`,
  )
}

/** A success shows that the account's owner is here; other people's failures at the address still count. */
export async function forgetFailures(db: Db, key: string): Promise<void> {
  await runSql(db, sql`delete from noroshi.sign_in_failure where key = ${key}`)
}
