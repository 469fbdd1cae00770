import { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, findRows, sql } from '../database/index.ts'

const Writer = z.object({ personId: PersonId })

/**
 * Who changed a version by hand or by an answer since it was drafted. Asking its providers in between changes nothing:
 * nobody need have read what was asked, so whoever asked early would else become the second person of their own text.
 * What a correction takes over from the version before was released by a second person then.
 */
export async function listWriters(db: Db, { id }: { readonly id: string }): Promise<PersonId[]> {
  const rows = await findRows(
    db,
    Writer,
    sql`select distinct substr(actor, length('person:') + 1)::uuid as person_id
          from noroshi.audit_entry
         where subject = ${`bulletin:${id}`} and action = 'bulletin-edited' and actor like 'person:%'`,
  )
  return rows.map(({ personId }) => personId)
}
