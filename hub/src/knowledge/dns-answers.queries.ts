import { Day } from 'contract/common'
import type { DnsRecord } from 'engine'
import { z } from 'zod'
import { type Db, findRows, json, runSql, sql } from '../database/index.ts'

const ANSWERS_MAX = 20_000
/** Rows a page of the interface shows; the newest. */
const SHOWN_MAX = 500

const AnswerRow = z.object({
  name: z.string(),
  type: z.enum(['TXT', 'A', 'AAAA', 'MX']),
  values: z.array(z.string()),
  recordedOn: Day,
})

/** Every answer in force; mails are read with them. */
export function listDnsAnswers(db: Db): Promise<z.infer<typeof AnswerRow>[]> {
  return findRows(
    db,
    AnswerRow,
    sql`select name, type, record_values as "values", to_char(recorded_on, 'YYYY-MM-DD') as recorded_on
          from noroshi.dns_answer order by name, type limit ${ANSWERS_MAX}`,
  )
}

const SavedAnswerRow = AnswerRow.extend({ savedBy: z.string(), savedAt: z.date() })

export function listDnsAnswerRows(db: Db): Promise<z.infer<typeof SavedAnswerRow>[]> {
  return findRows(
    db,
    SavedAnswerRow,
    sql`select a.name, a.type, a.record_values as "values",
               to_char(a.recorded_on, 'YYYY-MM-DD') as recorded_on, p.name as saved_by, a.saved_at
          from noroshi.dns_answer a join noroshi.person p on p.id = a.saved_by
         order by a.saved_at desc, a.name, a.type limit ${SHOWN_MAX}`,
  )
}

/** How many there would be with these; names that are there already count once. */
export async function isRoomFor(db: Db, records: readonly DnsRecord[]): Promise<boolean> {
  const keys = records.map(({ name, type }) => `${type}:${name}`)
  const [row] = await findRows(
    db,
    z.object({ others: z.number() }),
    sql`select count(*)::int as others from noroshi.dns_answer
         where not (type || ':' || name = any(${keys}::text[]))`,
  )
  return (row?.others ?? 0) + keys.length <= ANSWERS_MAX
}

/** The newest paste replaces what was recorded before under its name and type. */
export async function saveDnsAnswerRow(
  db: Db,
  { name, type, values, recordedOn }: z.infer<typeof AnswerRow>,
  { personId, at }: { personId: string; at: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.dns_answer (name, type, record_values, recorded_on, saved_by, saved_at)
        values (${name}, ${type}, ${json(values)}, ${recordedOn}, ${personId}, ${at})
        on conflict (name, type) do update set record_values = excluded.record_values,
           recorded_on = excluded.recorded_on, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
  )
}
