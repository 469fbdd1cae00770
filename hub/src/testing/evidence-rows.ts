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

/** Everything the hub has written about a submission's mails, ids included, in a fixed order. */
export async function loadReading(hub: Hub, submissionId: string): Promise<unknown> {
  const mails = sql`select id from noroshi.mail where submission_id = ${submissionId}`
  const { reading } = await hub.database.inStaff({}, (db) =>
    loadRow(
      db,
      z.object({ reading: z.unknown() }),
      sql`select jsonb_build_object(
            'submission', (select to_jsonb(s) from noroshi.submission s where s.id = ${submissionId}),
            'mails', (select jsonb_agg(to_jsonb(m) order by m.id) from noroshi.mail m where m.id in (${mails})),
            'findings', (select jsonb_agg(to_jsonb(f) order by f.id) from noroshi.finding f where f.mail_id in (${mails})),
            'artefacts', (select jsonb_agg(to_jsonb(a) order by a.mail_id, a.path) from noroshi.artefact a where a.mail_id in (${mails})),
            'indicators', (select jsonb_agg(to_jsonb(i) order by i.mail_id, i.type, i.context, i.path, i.value)
                             from noroshi.indicator i where i.mail_id in (${mails}))) as reading`,
    ),
  )
  return reading
}

/** One column of a submission's row. */
export async function loadSubmissionRow(
  hub: Hub,
  submissionId: string,
): Promise<{
  state: string
  analysis: string
  title: string
  mailCount: number
  itemsProposed: number
  unreadableCount: number
}> {
  return hub.database.inStaff({}, (db) =>
    loadRow(
      db,
      z.object({
        state: z.string(),
        analysis: z.string(),
        title: z.string(),
        mailCount: z.number(),
        itemsProposed: z.number(),
        unreadableCount: z.number(),
      }),
      sql`select state, analysis, title, mail_count, items_proposed, unreadable_count
            from noroshi.submission where id = ${submissionId}`,
    ),
  )
}

/** Problems noted on the files of a submission, by code. */
export async function listFileProblems(hub: Hub, submissionId: string): Promise<string[]> {
  const rows = await hub.database.inStaff({}, (db) =>
    findRows(
      db,
      z.object({ codes: z.array(z.string()) }),
      sql`select array(select p ->> 'code' from jsonb_array_elements(problems) p) as codes
            from noroshi.submission_file where submission_id = ${submissionId} order by ordinal`,
    ),
  )
  return rows.flatMap(({ codes }) => codes)
}

/** Ids of a submission's mails in their order. */
export async function listMailIds(hub: Hub, submissionId: string): Promise<string[]> {
  const rows = await hub.database.inStaff({}, (db) =>
    findRows(
      db,
      z.object({ id: z.string() }),
      sql`select m.id from noroshi.mail m join noroshi.submission_file f on f.id = m.file_id
           where m.submission_id = ${submissionId} order by f.ordinal, m.ordinal`,
    ),
  )
  return rows.map(({ id }) => id)
}
