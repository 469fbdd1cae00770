import { z } from 'zod'
import { OrganisationId, PersonId } from 'contract/common'
import { type Db, findRow, sql } from '../database/index.ts'

const Contact = z.object({ personId: PersonId, organisationId: OrganisationId })

/** The member contact who writes from this address. */
export function findContact(db: Db, address: string): Promise<z.infer<typeof Contact> | undefined> {
  return findRow(
    db,
    Contact,
    sql`select id as person_id, organisation_id from noroshi.person
         where lower(email) = ${address.toLowerCase()} and organisation_id is not null
           and disabled_at is null and 'member-contact' = any (roles)`,
  )
}
