import { type OrganisationId, PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRows, runSql } from '../database/query.ts'

/** Locks the people of an organisation, or of the hub, always in the same order, so that no two shut each other out at once. */
export async function lockPeopleOf(
  db: Db,
  organisationId: OrganisationId | undefined,
): Promise<void> {
  await runSql(
    db,
    sql`select from noroshi.person where organisation_id is not distinct from ${organisationId ?? null}::uuid
         order by id for no key update`,
  )
}

const Shut = z.object({ personId: PersonId })

/** Whom of an organisation's people somebody from outside it shut out last, which is the hub. */
export async function listShutByHub(
  db: Db,
  organisationId: OrganisationId,
): Promise<ReadonlySet<PersonId>> {
  const rows = await findRows(
    db,
    Shut,
    sql`select p.id as person_id from noroshi.person p
         where p.organisation_id = ${organisationId} and p.disabled_at is not null
           and not exists (
             select from noroshi.person own
              where own.organisation_id = p.organisation_id
                and 'person:' || own.id = (select e.actor from noroshi.audit_entry e
                                            where e.subject = 'person:' || p.id and e.action = 'person-disabled'
                                            order by e.sequence desc limit 1))`,
  )
  return new Set(rows.map(({ personId }) => personId))
}
