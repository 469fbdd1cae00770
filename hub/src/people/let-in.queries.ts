import { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRows } from '../database/query.ts'

const LetIn = z.object({ personId: PersonId })

/**
 * Whom a person let in, raised or made a link for since a moment, and whom those did in turn: somebody who acts alone
 * would else put one more account of their own between.
 */
export async function listLetIn(
  db: Db,
  { by, since }: { by: PersonId; since: Date },
): Promise<ReadonlySet<PersonId>> {
  const rows = await findRows(
    db,
    LetIn,
    sql`with recursive let_in (person) as (
          select 'person:' || ${by}::text
          union
          select e.subject from let_in l join noroshi.audit_entry e on e.actor = l.person
           where e.action in ('person-invited', 'roles-changed', 'link-issued') and e.at > ${since})
        select p.id as person_id from noroshi.person p join let_in l on l.person = 'person:' || p.id
         where p.id <> ${by}`,
  )
  return new Set(rows.map(({ personId }) => personId))
}
