import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { withHub } from '../testing/index.ts'
import { UniqueConflict } from './database-errors.ts'
import { Refusal } from '../refusals.ts'
import { type Db, openDatabase, sql } from './db.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'
import { PrepareFirst } from './prepare-first.ts'
import { findRow, findRows, json, runSql } from './query.ts'

test('a row is parsed: camelCase, null is absent, days are text, numbers are numbers', () =>
  withHub(async (hub) => {
    const Row = z.strictObject({
      someDay: z.string(),
      bigCount: z.number(),
      tokens: z.array(z.number()),
      nothing: z.string().optional(),
      detail: z.unknown(),
    })
    const row = await hub.inStaff((db) =>
      findRow(
        db,
        Row,
        sql`select date '2026-10-15' as some_day, 5::bigint as big_count, array[1, 2] as tokens,
                   null::text as nothing, ${json([{ a: 1 }])} as detail`,
      ),
    )
    expect(row).toEqual({ someDay: '2026-10-15', bigCount: 5, tokens: [1, 2], detail: [{ a: 1 }] })
  }))

test('a value twice is told apart from other failures', () =>
  withHub(async (hub) => {
    const insert = () =>
      hub.inStaff((db) =>
        runSql(db, sql`insert into noroshi_queue.worker (id) values ('x')`).then(() => {}),
      )
    await expect(insert()).rejects.toMatchObject({ code: '42501' })
    const people = () => hub.seed.person(['hub-lead'])
    await people()
    const same = hub.inStaff((db) =>
      runSql(
        db,
        sql`insert into noroshi.person (id, name, email, roles, created_at)
            select gen_random_uuid(), name, email, roles, created_at from noroshi.person limit 1`,
      ),
    )
    await expect(same).rejects.toBeInstanceOf(UniqueConflict)
  }))

test('what has to be prepared is, with no lock held, and then the work is done once', () =>
  withHub(async (hub) => {
    const person = await hub.seed.person(['hub-lead'])
    const rename = (by: string) => (db: Db) =>
      runSql(db, sql`update noroshi.person set name = ${by} || name where id = ${person}`)
    let isReady = false
    await hub.inStaff(async (db) => {
      await rename('work ')(db)
      if (isReady) return
      throw new PrepareFirst({
        prepare: async () => {
          // It would wait for ever for the row that the work has changed.
          await hub.inStaff(rename('other '))
          isReady = true
        },
        forget: () => {},
        refusal: new Error('overtaken'),
      })
    })
    const row = await hub.inStaff((db) =>
      findRow(
        db,
        z.object({ name: z.string() }),
        sql`select name from noroshi.person where id = ${person}`,
      ),
    )
    expect(row?.name).toMatch(/^work other (?!work)/)
  }))

test('whoever needs something else prepared each time is refused in the end', () =>
  withHub(async (hub) => {
    let prepared = 0
    const never = hub.inStaff(async () => {
      throw new PrepareFirst({
        prepare: async () => {
          prepared += 1
        },
        forget: () => {},
        refusal: new Refusal('drafting-busy'),
      })
    })
    await expect(never).rejects.toMatchObject({ code: 'drafting-busy' })
    expect(prepared).toBe(8)
  }))

test.each([
  [
    'a worker forgets what was prepared when the work is done',
    true,
    ['prepared', 'done', 'forgot'],
  ],
  ['whoever serves people keeps it for the next request', false, ['prepared', 'done']],
])('%s', (_name, isForgetful, expected) =>
  withHub(async (hub) => {
    const log: string[] = []
    const pool = openPool(hub.databaseOf.app, { connectionsMax: 1 })
    const database = openDatabase(pool, hub.clock, { preparationMs: 1000, isForgetful })
    await database.inStaff({}, async () => {
      if (log.length > 0) return log.push('done')
      throw new PrepareFirst({
        prepare: async () => void log.push('prepared'),
        forget: () => void log.push('forgot'),
        refusal: new Error('overtaken'),
      })
    })
    await database.close()
    expect(log).toEqual(expected)
  }),
)

test('two transactions that block each other both succeed in the end', () =>
  withHub(async (hub) => {
    const [a, b] = [await hub.seed.person(['hub-lead']), await hub.seed.person(['hub-lead'])]
    const rename = (first: string, second: string) =>
      hub.inStaff(async (db) => {
        await runSql(db, sql`update noroshi.person set name = name || '.' where id = ${first}`)
        await runSql(db, sql`select pg_sleep(0.2)`)
        await runSql(db, sql`update noroshi.person set name = name || '.' where id = ${second}`)
      })
    await Promise.all([rename(a, b), rename(b, a)])
    const names = await hub.inStaff((db) =>
      findRows(db, z.object({ name: z.string() }), sql`select name from noroshi.person`),
    )
    expect(names.every(({ name }) => name.endsWith('..'))).toBe(true)
  }))

test('a role does not outlive its transaction', () =>
  withHub(async (hub) => {
    const app = new Client(hub.databaseOf.app)
    await app.connect()
    await app.query('begin')
    await app.query("select set_config('role', 'noroshi_staff', true)")
    await app.query('select from noroshi.person')
    await app.query('commit')
    await expect(app.query('select from noroshi.person')).rejects.toMatchObject({ code: '42501' })
    await app.end()
  }))

test('a member’s transaction is refused to somebody who is not of the organisation', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    const personId = await hub.personOf({ contactOf: await hub.seed.organisation() })
    const work = hub.database.inMember({ organisationId, personId }, async () => {})
    await expect(work).rejects.toMatchObject({ code: 'sign-in-required' })
  }))

test.each(['admin', 'contact'] as const)(
  'a transaction of %s who was shut out after the request came in is refused like an ended session',
  (who) =>
    withHub(async (hub) => {
      const organisationId = await hub.seed.organisation()
      const personId = await hub.personOf(who === 'admin' ? who : { contactOf: organisationId })
      await hub.inStaff((db) =>
        sql`update noroshi.person set disabled_at = now() where id = ${personId}`.execute(db),
      )
      const { database } = hub
      for (const work of [
        database.inStaff({ personId }, async () => {}),
        database.inMember({ organisationId, personId }, async () => {}),
      ])
        await expect(work).rejects.toMatchObject({ code: 'sign-in-required' })
    }),
)

test('no table of the hub is without row-level security, and the application owns none', () =>
  withHub(async (hub) => {
    const rows = await hub.inStaff((db) =>
      findRows(
        db,
        z.object({ name: z.string() }),
        sql`select c.relname as name from pg_class c
             where c.relnamespace = 'noroshi'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration'
               and (not c.relrowsecurity or not c.relforcerowsecurity or pg_get_userbyid(c.relowner) <> 'noroshi_owner')`,
      ),
    )
    expect(rows).toEqual([])
  }))

test.each([
  ['a gap', ['0001_a.sql', '0003_c.sql'], /out of order/],
  ['two of one number', ['0001_a.sql', '0001_b.sql'], /out of order/],
  ['another name', ['0001_a.sql', 'second.sql'], /out of order/],
])('migrations with %s are refused', (_, names, message) =>
  withHub(async (hub) => {
    const folder = await mkdtemp(join(tmpdir(), 'noroshi-migrations-'))
    for (const name of names) await writeFile(join(folder, name), 'select 1;')
    const applying = migrate(hub.databaseOf.owner, pathToFileURL(`${folder}/`))
    await expect(applying).rejects.toThrow(message)
    await rm(folder, { recursive: true })
  }),
)

test('migrations run once, and a file changed afterwards is refused', () =>
  withHub(async (hub) => {
    expect(await migrate(hub.databaseOf.owner)).toEqual([])
    const owner = new Client(hub.databaseOf.owner)
    await owner.connect()
    await owner.query("update noroshi.migration set sha256 = repeat('0', 64) where number = 2")
    await expect(migrate(hub.databaseOf.owner)).rejects.toThrow(/changed after it was applied/)
    await owner.query(
      "insert into noroshi.migration (number, name, sha256) values (9999, 'later', '')",
    )
    await expect(migrate(hub.databaseOf.owner)).rejects.toThrow(/newer than this hub/)
    await owner.end()
  }))
