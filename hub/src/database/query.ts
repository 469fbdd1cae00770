import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { Refusal } from '../refusals.ts'
import type { Db } from './db.ts'

/** A statement written with the `sql` template; every `${value}` in it becomes a parameter. */
export type Statement = RawBuilder<unknown>

/**
 * Runs a statement and parses each row, which is read and not believed.
 * Columns arrive in camelCase (`received_at` is `receivedAt`) and a null column is absent,
 * so a row schema says `.optional()` where SQL says null.
 */
export async function findRows<T>(db: Db, row: z.ZodType<T>, statement: Statement): Promise<T[]> {
  const { rows } = await statement.execute(db)
  return rows.map((columns) => row.parse(toRow(columns)))
}

/** The first row, or nothing. */
export async function findRow<T>(
  db: Db,
  row: z.ZodType<T>,
  statement: Statement,
): Promise<T | undefined> {
  const [first] = await findRows(db, row, statement)
  return first
}

/** Exactly one row. None is refused as `not-found`, which is also the answer for what may not be seen. */
export async function loadRow<T>(db: Db, row: z.ZodType<T>, statement: Statement): Promise<T> {
  const found = await findRow(db, row, statement)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

/** Runs a statement for its effect and says how many rows it touched. */
export async function runSql(db: Db, statement: Statement): Promise<number> {
  const { numAffectedRows } = await statement.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** A value for a jsonb column. Without it an array would be sent as a PostgreSQL array. */
export function json(value: unknown): RawBuilder<unknown> {
  return sql`${JSON.stringify(value)}::jsonb`
}

function toRow(columns: unknown): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(columns as object)) {
    if (value !== null) row[toCamelCase(name)] = value
  }
  return row
}

function toCamelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
