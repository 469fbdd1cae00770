import { z } from 'zod'
import { type Db, findRows, loadRow, runSql, sql } from '../database/index.ts'
import type { Hub } from '../hub.ts'

const TABLES = [
  'submission',
  'submission_file',
  'evidence',
  'count_correction',
  'mail',
  'finding',
  'artefact',
  'indicator',
] as const

/** How many rows a table of the evidence holds. */
export async function countRows(hub: Hub, table: (typeof TABLES)[number]): Promise<number> {
  const { count } = await hub.database.inStaff({}, (db) =>
    loadRow(
      db,
      z.object({ count: z.number() }),
      sql`select count(*)::int as count from ${sql.table(`noroshi.${table}`)}`,
    ),
  )
  return count
}

/** Whose information each submission counts as. */
export async function listProviderKinds(hub: Hub): Promise<string[]> {
  const rows = await hub.database.inStaff({}, (db) =>
    findRows(
      db,
      z.object({ kind: z.string() }),
      sql`select provider_kind as kind from noroshi.submission`,
    ),
  )
  return rows.map(({ kind }) => kind)
}

/** The dates of a submission as the row holds them. */
export async function loadDates(hub: Hub, submissionId: string): Promise<unknown> {
  const { dates } = await hub.database.inStaff({}, (db) =>
    loadRow(
      db,
      z.object({ dates: z.unknown() }),
      sql`select dates from noroshi.submission where id = ${submissionId}`,
    ),
  )
  return dates
}

/** Gives a person this address. */
export async function renameAddress(db: Db, personId: string, address: string): Promise<void> {
  await runSql(db, sql`update noroshi.person set email = ${address} where id = ${personId}`)
}
