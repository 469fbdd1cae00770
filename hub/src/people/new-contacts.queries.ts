import { z } from 'zod'
import { PersonId } from 'contract/common'
import { type Db, findRows, runSql, sql } from '../database/index.ts'

const NewContact = z.object({ personId: PersonId, name: z.string(), since: z.date() })
export type NewContact = z.infer<typeof NewContact>

/** Contacts of the member's own organisation who may not approve yet. Runs as the member. */
export function listNewContacts(db: Db, now: Date): Promise<NewContact[]> {
  return findRows(
    db,
    NewContact,
    sql`select person_id, name, since from noroshi.new_contacts(${now}) order by since, person_id`,
  )
}

export async function insertConfirmation(
  db: Db,
  confirmed: { personId: string; organisationId: string; at: Date; by: string },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.contact_confirmation (person_id, organisation_id, confirmed_at, confirmed_by)
        values (${confirmed.personId}, ${confirmed.organisationId}, ${confirmed.at}, ${confirmed.by})
        on conflict do nothing`,
  )
}
