import { z } from 'zod'
import { Bilingual, type CaseChangeId, type PersonId } from 'contract/common'
import { type Db, findRow, findRows, json, loadRow, runSql, sql } from '../database/index.ts'
import { type Before, ChangeRecord, type ChangeKind } from './change-record.ts'
import { CHANGES_MAX } from './limits.ts'

export async function insertChange(
  db: Db,
  row: {
    changeId: CaseChangeId
    caseId: string
    kind: ChangeKind
    at: Date
    by: PersonId | undefined
    say: Bilingual
    before: Before
    touches: readonly string[]
  },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.case_change (id, case_id, kind, changed_at, changed_by, say, before, touches)
        values (${row.changeId}, ${row.caseId}, ${row.kind}, ${row.at}, ${row.by ?? null}, ${json(row.say)},
                ${json(row.before)}, ${[...row.touches]}::text[])`,
  )
}

const COLUMNS = sql`id as change_id, case_id, sequence, kind, changed_at, before, touches, undone_at`

export function loadChange(db: Db, changeId: string): Promise<ChangeRecord> {
  return loadRow(
    db,
    ChangeRecord,
    sql`select ${COLUMNS} from noroshi.case_change where id = ${changeId}`,
  )
}

/** The first later change that touched one of these and still stands. */
export async function findChangeInTheWay(
  db: Db,
  sequence: number,
  held: readonly string[],
): Promise<string | undefined> {
  const row = await findRow(
    db,
    z.object({ id: z.string() }),
    sql`select id from noroshi.case_change
         where sequence > ${sequence} and undone_at is null and touches && ${[...held]}::text[]
         order by sequence limit 1`,
  )
  return row?.id
}

/** Marks a change as undone. False when it was undone already. */
export async function saveUndone(
  db: Db,
  changeId: string,
  undone: { at: Date; by: PersonId | undefined },
): Promise<boolean> {
  const changed = await runSql(
    db,
    sql`update noroshi.case_change set undone_at = ${undone.at}, undone_by = ${undone.by ?? null}
         where id = ${changeId} and undone_at is null`,
  )
  return changed === 1
}

const ListedChange = ChangeRecord.extend({
  say: Bilingual,
  by: z.string().optional(),
  isInTheWay: z.boolean(),
})

/** Changes that concern a case, newest first, with who made them and whether something stands in the way of undoing. */
export function listChanges(db: Db, caseId: string): Promise<z.infer<typeof ListedChange>[]> {
  return findRows(
    db,
    ListedChange,
    sql`select c.id as change_id, c.case_id, c.sequence, c.kind, c.changed_at, c.before, c.touches, c.undone_at, c.say,
               p.name as by,
               exists (select 1 from noroshi.case_change later
                        where later.sequence > c.sequence and later.undone_at is null
                          and later.touches && (array(select t from unnest(c.touches) t where t not like 'within:%')
                                || case when c.before ? 'opened' then array['within:' || (c.before ->> 'opened')] else '{}'::text[] end)
                      ) as is_in_the_way
          from noroshi.case_change c left join noroshi.person p on p.id = c.changed_by
         where c.touches @> array['within:' || ${caseId}::text]
         order by c.sequence desc limit ${CHANGES_MAX}`,
  )
}
