import { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, findRows, sql } from '../database/index.ts'

const Writer = z.object({ personId: PersonId })

/**
 * A question about values shows no text, so it makes nobody a reader of one.
 * Who changed a text by hand or by an answer since the providers were asked about an earlier version of it; since it
 * was drafted, where they never were. What an earlier question showed has been read by others than its writer.
 */
export async function listWriters(
  db: Db,
  { id, contentHash }: { readonly id: string; readonly contentHash: string },
): Promise<PersonId[]> {
  const rows = await findRows(
    db,
    Writer,
    sql`select distinct substr(actor, length('person:') + 1)::uuid as person_id
          from noroshi.audit_entry
         where subject = ${`bulletin:${id}`} and action = 'bulletin-edited' and actor like 'person:%'
           and sequence > coalesce((select max(sequence) from noroshi.audit_entry
                                     where subject = ${`bulletin:${id}`} and action = 'bulletin-waiting'
                                       and detail ->> 'contentHash' <> ${contentHash}
                                       and not exists (
                                         select 1 from noroshi.audit_entry asked
                                          where asked.action = 'approval-asked'
                                            and asked.detail ->> 'bulletin' = ${id}
                                            and asked.detail ->> 'about' = 'values'
                                            and asked.detail ->> 'contentHash' = noroshi.audit_entry.detail ->> 'contentHash')), 0)`,
  )
  return rows.map(({ personId }) => personId)
}
