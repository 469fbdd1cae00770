import { Client } from 'pg'
import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'

// T71: whatever hangs on a submission, its case or its bulletin is closed to those of the hub without a part in it. The
// database itself says which tables those are, so that a new one cannot forget the rule.

/** Tables that hang on something and are open to a desk all the same, each with its reason. */
const NEED_NONE: Readonly<Record<string, string>> = {
  release: 'What was shared is its audience’s; release_origin, which ties it to a case, is closed.',
  stix_object:
    'What was shared, once more in the form of the feed; it names nothing but the release.',
}

/** What evidence and casework begin with. All that points at them, at any depth, hangs on them. */
const ROOTS = ['submission', 'evidence', 'attack_case', 'release']
/** Columns that point without a foreign key: at a thing of those, or at one of several kinds. */
const POINTS =
  '((submission|mail|web_log|case|bulletin|approval|release|file|finding|thing)_ids?|sha256|subject|occasion)$'

const HANGING = `
  with recursive hanging (oid) as (
    select c.oid from pg_class c where c.relnamespace = 'noroshi'::regnamespace and c.relname = any ($1)
    union
    select f.conrelid from hanging h join pg_constraint f on f.contype = 'f' and f.confrelid = h.oid)
  select c.relname as name,
         exists (select from pg_policy p
                  where p.polrelid = c.oid and not p.polpermissive and p.polcmd in ('*', 'r')
                    and 'noroshi_desk'::regrole = any (p.polroles)
                    and pg_get_expr(p.polqual, p.polrelid) ~ 'closed_|answers_for') as "isClosed"
    from pg_class c
   where c.relnamespace = 'noroshi'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
     and has_any_column_privilege('noroshi_desk', c.oid, 'select')
     and (c.oid in (select oid from hanging)
          or exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attname ~ $2))
   order by c.relname`

interface Table {
  readonly name: string
  readonly isClosed: boolean
}

async function listHanging(hub: TestHub, before?: string): Promise<Table[]> {
  const client = new Client(hub.databaseOf.owner)
  await client.connect()
  try {
    if (before !== undefined) await client.query(before)
    return (await client.query<Table>(HANGING, [ROOTS, POINTS])).rows
  } finally {
    await client.end()
  }
}

const toOpen = (tables: readonly Table[]) =>
  tables.filter(({ isClosed }) => !isClosed).map(({ name }) => name)

test('T71: every table that hangs on a submission, a case or a bulletin is closed to a desk without a part in it', () =>
  withHub(async (hub) => {
    const tables = await listHanging(hub)
    expect(toOpen(tables)).toEqual(Object.keys(NEED_NONE).sort())
    // A root renamed, or a catalogue read wrongly, would find little and pass.
    expect(tables.length).toBeGreaterThan(30)
  }))

test.each([
  ['points at a mail', 'mail_id uuid references noroshi.mail'],
  ['points at what points at a file', 'remark_on uuid references noroshi.submission_file'],
  ['names a case without pointing', 'case_id uuid'],
  ['names one of several kinds', 'subject text'],
])('a new table that %s and forgets the rule is found', (_what, column) =>
  withHub(async (hub) => {
    const tables = await listHanging(
      hub,
      `create table noroshi.forgotten (${column}); grant select on noroshi.forgotten to noroshi_staff`,
    )
    expect(toOpen(tables)).toContain('forgotten')
  }),
)

test('a table nobody at a desk may read need not be closed', () =>
  withHub(async (hub) => {
    const tables = await listHanging(hub, 'create table noroshi.unread (mail_id uuid)')
    expect(toOpen(tables)).not.toContain('unread')
  }))
