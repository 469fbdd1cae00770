import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { z } from 'zod'
import type { DatabaseAddress } from './pool.ts'

const FOLDER = new URL('../../migrations/', import.meta.url)
// Any two hubs starting at once take turns; the number only has to be ours.
const TURN = 4_071_972_112

interface Migration {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly sha256: string
}

const Applied = z.object({ number: z.number(), name: z.string(), sha256: z.string() })

/**
 * Brings the schema up to date, forward only, each migration in its own transaction, as the owner role.
 * Refuses gaps and files that changed after they were applied. Applying twice does nothing.
 */
export async function migrate(owner: DatabaseAddress, folder: URL = FOLDER): Promise<string[]> {
  const client = new Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [TURN])
    await client.query(`create schema if not exists noroshi;
      create table if not exists noroshi.migration (
        number int primary key, name text not null, sha256 text not null,
        applied_at timestamptz not null default now())`)
    const { rows } = await client.query('select number, name, sha256 from noroshi.migration')
    const pending = findPending(await listMigrations(folder), z.array(Applied).parse(rows))
    for (const migration of pending) await applyMigration(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function listMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1])
      if (number !== index + 1) {
        throw new Error(`Migration ${name} is out of order: number ${index + 1} was expected.`)
      }
      const text = await readFile(new URL(name, folder), 'utf8')
      return { number, name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

function findPending(
  migrations: readonly Migration[],
  applied: readonly z.infer<typeof Applied>[],
): Migration[] {
  const hashes = new Map(applied.map(({ number, sha256 }) => [number, sha256]))
  const newest = Math.max(0, ...hashes.keys())
  if (newest > migrations.length) {
    throw new Error(
      'The database is newer than this hub. Start a newer release, or restore a backup.',
    )
  }
  return migrations.filter(({ number, name, sha256 }) => {
    const before = hashes.get(number)
    if (before === undefined) return true
    if (before !== sha256) throw new Error(`Migration ${name} was changed after it was applied.`)
    return false
  })
}

async function applyMigration(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.text)
    await client.query('insert into noroshi.migration (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed: ${String(cause)}`, { cause })
  }
}
