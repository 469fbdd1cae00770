import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../testing/test-database.ts'
import { migrate } from './migrate.ts'

// A hub that is at work is brought up to date, not an empty one: what migrations make of rows that were there before.

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url))
const FILLED = new URL('./samples/filled-at-0052.sql', import.meta.url)
const FILLED_AT = 52

let database: TestDatabase
let client: Client

beforeAll(async () => {
  database = await cloneDatabase('template1')
  const folder = await mkdtemp(join(tmpdir(), 'noroshi-upgrade-'))
  const names = (await readdir(MIGRATIONS)).toSorted().slice(0, FILLED_AT)
  for (const name of names) await copyFile(join(MIGRATIONS, name), join(folder, name))
  await migrate(database.owner, pathToFileURL(`${folder}/`))
  await rm(folder, { recursive: true })
  client = new Client(database.owner)
  await client.connect()
  await client.query(await readFile(FILLED, 'utf8'))
  await migrate(database.owner)
}, 180_000)

afterAll(async () => {
  await client.end()
  await database.drop()
})

const list = async (text: string): Promise<unknown[][]> =>
  (await client.query({ text, rowMode: 'array' })).rows

describe('values that tell of their provider (0055)', () => {
  test('are told apart by kind, and an approval of the text was the permission of each in it', async () => {
    const rows = await list(
      'select right(id::text, 1), about, identifying, permitted from noroshi.approval_request order by id',
    )
    const [first, ...others] = rows
    const values = ['shiomidai-seikl.example', 'k@fake.example', 'https://fake.example/narumi']
    const hash = 'a'.repeat(64)
    expect(first).toEqual([
      'a',
      'text',
      [
        { value: values[0], kind: 'domain' },
        { value: values[1], kind: 'address' },
        { value: values[2], kind: 'url' },
        { value: hash, kind: 'hash' },
      ],
      [...values, hash],
    ])
    const asked = [{ value: values[0], kind: 'domain' }]
    expect(others).toEqual([
      ['b', 'text', asked, [values[0]]],
      ['c', 'text', asked, [values[0]]],
      // Nobody answered, or the answer was no.
      ['d', 'text', asked, []],
      ['e', 'text', asked, []],
      ['f', 'text', asked, []],
    ])
  })

  test('stand in the text where a person chose to ask for them, each hash by itself', async () => {
    const rows = await list('select number, permitted from noroshi.bulletin order by number')
    expect(rows).toEqual([
      ['B-2026-AAAAAA', ['a'.repeat(64), 'b'.repeat(64), 'shiomidai-seikl.example']],
      ['B-2026-BBBBBB', []],
    ])
  })
})

test('an answer for several files at once is kept for each of them (0070)', async () => {
  const [first] = await list('select decisions, questions from noroshi.bulletin order by number')
  // The beginnings of the SHA-256 of so many letters, as `sha256sum` has them.
  expect(first?.[0]).toMatchObject({
    ...{ 'identifying-hash:ffe054fe7ae0cb6d': 'ask', 'identifying-hash:a0fab1377f49a759': 'ask' },
    ...{ 'identifying-domain:1': 'ask', 'identifying-address:3': 'omit' },
  })
  expect(first?.[1]).toMatchObject([
    { value: 'shiomidai-seikl.example' },
    { values: ['a'.repeat(64), 'b'.repeat(64)] },
    { value: 'narumi.k@fake.example' },
  ])
})

describe('what its provider restricts (0059, 0064)', () => {
  test('leaves the case of another, which stays as it is for everybody else', async () => {
    const rows = await list(`select right(s.id::text, 1), s.state, right(cs.case_id::text, 1)
      from noroshi.submission s left join noroshi.case_submission cs on cs.submission_id = s.id order by s.id`)
    expect(rows).toEqual([
      ['a', 'in-case', 'a'],
      ['b', 'analysed', null],
      // Of one provider alone, or restricted by the hub: nothing to set apart.
      ['c', 'in-case', 'b'],
      ['d', 'in-case', 'b'],
      ['e', 'in-case', 'c'],
      ['f', 'in-case', 'c'],
    ])
    expect(
      await list(
        'select right(submission_id::text, 1), right(case_id::text, 1) from noroshi.set_apart',
      ),
    ).toEqual([['b', 'a']])
  })

  test('names the case no longer, and is read by whoever wrote a text of it', async () => {
    expect(await list('select number, title from noroshi.attack_case order by number')).toEqual([
      ['C-2026-0001', 'Of the first'],
      ['C-2026-0002', 'Own one'],
      ['C-2026-0003', 'Kept'],
    ])
    expect(
      await list(`select right(person_id::text, 2), ends_at from noroshi.person_in_charge
        where submission_id = '00000000-0000-4000-8000-00000000002b'`),
    ).toEqual([['1a', null]])
  })
})

test('a request to read that waits for an answer waits on, for no purpose that was named (0056, 0062)', async () => {
  const rows = await list('select purpose, reason, outcome from noroshi.admission')
  expect(rows).toEqual([['other', 'I stand in', null]])
})

test('of a mail that was read before, it is known how many letters there are to read (0073)', async () => {
  const rows = await list(
    'select text_letters, view_letters, length(view::text) from noroshi.mail order by id',
  )
  // 小包です: what is shown is the first text that is no HTML.
  expect(rows).toEqual([[4, 143, 143]])
})

const DOMAIN = 'domain-name--00000000-0000-4000-8000-0000000000d1'
const ADDRESS = 'ipv4-addr--00000000-0000-4000-8000-0000000000d1'

test('associations have a feed of their own, which says nothing of what they may not see and lacks nothing else (0074)', async () => {
  const rows = await list(`select o.stix_id, o.token = g.strict_token, o.is_first, o.is_last
    from noroshi.stix_object o join noroshi.sharing_group g on g.id = o.collection_id
   where g.token = 101 order by o.token = g.relay_token, o.date_added`)
  const idsOf = (isStrict: boolean) =>
    rows.flatMap(([id, isOfStrict]) => (isOfStrict === isStrict ? [id] : []))
  expect(idsOf(true)).toEqual([
    ...['identity--1', 'indicator--a', 'relationship--a', DOMAIN, 'indicator--b'],
    ...['indicator--c', 'relationship--c', ADDRESS],
  ])
  expect(idsOf(false)).toEqual([
    ...['indicator--b', 'indicator--c', 'relationship--c', 'identity--1', ADDRESS],
  ])
  expect(rows.every(([, , isFirst, isLast]) => isFirst && isLast)).toBe(true)
  const [found] = await list(`select o.body, o.version from noroshi.stix_object o
    where o.stix_id = '${ADDRESS}' limit 1`)
  expect(found).toEqual([
    `{"type":"ipv4-addr","id":"${ADDRESS}","value":"192.0.2.1"}`,
    '2026-11-12T00:00:00.000Z',
  ])
})

test('a feed that holds nothing gets what its releases in force say, from the moment they were made (0074)', async () => {
  const rows = await list(`select o.stix_id, o.token = g.strict_token,
         o.date_added - '2026-11-13'::date = interval '1 microsecond' * o.nth
    from (select *, row_number() over (partition by token order by date_added) as nth
            from noroshi.stix_object) o join noroshi.sharing_group g on g.id = o.collection_id
   where g.token = 103 order by o.token = g.strict_token, o.date_added`)
  expect(rows).toEqual([
    ['identity--1', false, true],
    ['indicator--d', false, true],
    ['identity--1', true, true],
    ['indicator--d', true, true],
  ])
})
