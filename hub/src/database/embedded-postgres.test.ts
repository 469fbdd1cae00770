import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { bootstrapDatabase, OWNER_ROLE } from './bootstrap-database.ts'
import { lockDataFolder } from './data-folder-lock.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

async function withServer(
  work: (start: () => Promise<EmbeddedPostgres>, folder: string) => Promise<void>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'noroshi-postgres-'))
  const started: EmbeddedPostgres[] = []
  const start = async () => {
    const postgres = await startEmbeddedPostgres({ folder })
    started.push(postgres)
    return postgres
  }
  try {
    await work(start, folder)
  } finally {
    for (const postgres of started) await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function query(postgres: EmbeddedPostgres, statement: string): Promise<unknown[]> {
  const client = new Client(postgres.connection(OWNER_ROLE))
  await client.connect()
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

async function queryWhenBack(postgres: EmbeddedPostgres, statement: string): Promise<unknown[]> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await query(postgres, statement)
    } catch {
      await pause(100)
    }
  }
  throw new Error('The server did not come back.')
}

test('a server that is killed comes back with everything it acknowledged', () =>
  withServer(async (start) => {
    const postgres = await start()
    await bootstrapDatabase(postgres)
    await query(postgres, 'create table kept (n int)')
    for (let round = 1; round <= 2; round += 1) {
      await query(postgres, `insert into kept values (${round})`)
      process.kill(postgres.pid() ?? 0, 'SIGKILL')
      const rows = await queryWhenBack(postgres, 'select n from kept order by n')
      expect(rows).toEqual(Array.from({ length: round }, (_, n) => n + 1))
    }
  }))

test('a note of a process that is no database does not keep the server from starting', () =>
  withServer(async (start) => {
    const first = await start()
    await bootstrapDatabase(first)
    const { host } = first.connection(OWNER_ROLE)
    await first.stop()
    const note = join(host, '..', 'database', 'postmaster.pid')
    await writeFile(note, `${process.pid}\n`)
    const second = await start()
    expect(await query(second, 'select 1')).toEqual([1])
    expect(await readFile(note, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\\b`))
  }))

test('it listens on no port, keeps every commit, and sorts Japanese', () =>
  withServer(async (start) => {
    const postgres = await start()
    await bootstrapDatabase(postgres)
    const settings = await query(
      postgres,
      `select current_setting(name) from unnest(array['listen_addresses', 'fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']) name`,
    )
    expect(settings).toEqual(['', 'on', 'on', 'on', 'on'])
    expect(
      await query(postgres, `select t from unnest(array['い', 'ア', 'あ']) t order by t`),
    ).toEqual(['あ', 'ア', 'い'])
  }))

test('a data folder in use is refused, one left by a dead process is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'noroshi-lock-'))
  await writeFile(join(folder, 'hub.pid'), '1 ')
  expect(() => lockDataFolder(folder)).toThrow(/Another hub/)
  await writeFile(join(folder, 'hub.pid'), '4194303 1')
  lockDataFolder(folder).release()
  await rm(folder, { recursive: true })
})
