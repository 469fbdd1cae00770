import type { OrganisationId, PersonId } from 'contract/common'
import type { Role } from 'contract/people'
import { sql } from '../database/db.ts'
import { json, runSql } from '../database/query.ts'
import type { Hub } from '../hub.ts'
import { newId } from '../ids.ts'
import { savePerson } from '../people/people.queries.ts'

const counts = new WeakMap<Hub['database'], number>()

/** How many of the hub's people, organisations and groups were seeded. */
export const countSeeds = ({ database }: Hub): number => counts.get(database) ?? 0

/** Goes on after those that a copy of another hub holds. */
export const continueSeeds = ({ database }: Hub, count: number): void =>
  void counts.set(database, count)

/** A number no other seed of this hub has, whatever ran before, so that names differ and sort alike in every run. */
function nextNumber(hub: Hub): number {
  const next = countSeeds(hub) + 1
  continueSeeds(hub, next)
  return next
}

/** A person with these roles, of an organisation when one is given. */
export async function seedPerson(
  hub: Hub,
  roles: readonly Role[],
  organisationId?: OrganisationId,
): Promise<PersonId> {
  const personId = newId<PersonId>()
  const number = nextNumber(hub)
  await hub.database.inStaff({}, (db) =>
    savePerson(db, {
      ...{ personId, organisationId, roles },
      name: `Person ${number}`,
      email: `person${number}@people.example`,
      language: 'en',
      now: hub.clock.now(),
    }),
  )
  return personId
}

/** An organisation, a member of the given groups since 2020 with an agreement in force. */
export async function seedOrganisation(
  hub: Hub,
  {
    name,
    groupIds = [],
    industry = 'E',
  }: { name?: string; groupIds?: readonly string[]; industry?: string } = {},
): Promise<OrganisationId> {
  const organisationId = newId<OrganisationId>()
  const number = nextNumber(hub)
  const called = name ?? `Organisation ${number}`
  await hub.database.inStaff({}, async (db) => {
    await runSql(
      db,
      sql`insert into noroshi.organisation (id, name, kind, industry) values (${organisationId}, ${called}, 'company', ${industry})`,
    )
    for (const groupId of groupIds) {
      await runSql(
        db,
        sql`insert into noroshi.membership (id, organisation_id, group_id, joined_on)
            values (${newId()}, ${organisationId}, ${groupId}, '2020-04-01')`,
      )
      await runSql(
        db,
        sql`insert into noroshi.agreement (id, organisation_id, group_id, kind, version, signer, signed_on)
            values (${newId()}, ${organisationId}, ${groupId}, 'nda', '1', 'Signer', '2020-04-01')`,
      )
    }
  })
  return organisationId
}

/** A SIG, or a coordination framework. */
export async function seedGroup(hub: Hub, kind: 'sig' | 'framework' = 'sig'): Promise<string> {
  const groupId = newId()
  const number = nextNumber(hub)
  const name = { ja: `業界${number}`, en: `Sector ${number}` }
  await hub.database.inStaff({}, (db) =>
    runSql(
      db,
      sql`insert into noroshi.sharing_group (id, kind, name) values (${groupId}, ${kind}, ${json(name)})`,
    ),
  )
  return groupId
}
