import { Language, OrganisationId, PersonId } from 'contract/common'
import { Role } from 'contract/people'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, findRows, loadRow, runSql } from '../database/query.ts'

const PersonRecord = z.object({
  personId: PersonId,
  organisationId: OrganisationId.optional(),
  organisationName: z.string().optional(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  language: Language,
  disabledAt: z.date().optional(),
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  passkeyCount: z.number(),
})
export type PersonRecord = z.infer<typeof PersonRecord>

const PERSON = sql`
  select p.id as person_id, p.organisation_id, o.name as organisation_name, p.name, p.email, p.roles, p.language,
         p.disabled_at,
         exists (select from noroshi.password_credential c where c.person_id = p.id) as has_password,
         exists (select from noroshi.totp_credential c where c.person_id = p.id and c.confirmed_at is not null) as has_totp,
         (select count(*) from noroshi.passkey k where k.person_id = p.id) as passkey_count
    from noroshi.person p left join noroshi.organisation o on o.id = p.organisation_id`

export function loadPerson(db: Db, personId: PersonId): Promise<PersonRecord> {
  return loadRow(db, PersonRecord, sql`${PERSON} where p.id = ${personId}`)
}

/** Locks the person's row: sign-in, changes of factors and the end of sessions take turns. */
export async function lockPerson(db: Db, personId: PersonId): Promise<void> {
  // Not "for update": that also waits for rows that merely refer to the person, and two who wait so never end.
  await runSql(db, sql`select from noroshi.person where id = ${personId} for no key update`)
}

/** Everybody, the hub's people first, then by organisation and name. */
export function listPeople(db: Db): Promise<PersonRecord[]> {
  return findRows(
    db,
    PersonRecord,
    sql`${PERSON} order by o.name nulls first, p.name, p.id limit 5000`,
  )
}

/** Everybody of one organisation, those shut out too. */
export function listPeopleOf(db: Db, organisationId: OrganisationId): Promise<PersonRecord[]> {
  return findRows(
    db,
    PersonRecord,
    sql`${PERSON} where p.organisation_id = ${organisationId} order by p.name, p.id`,
  )
}

export async function savePerson(
  db: Db,
  person: {
    personId: PersonId
    organisationId: OrganisationId | undefined
    name: string
    email: string
    roles: readonly Role[]
    language: Language
    now: Date
  },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.person (id, organisation_id, name, email, roles, language, created_at)
        values (${person.personId}, ${person.organisationId ?? null}, ${person.name}, ${person.email},
                ${person.roles}::text[], ${person.language}, ${person.now})`,
  )
}

export async function saveLanguage(db: Db, personId: PersonId, language: Language): Promise<void> {
  await runSql(db, sql`update noroshi.person set language = ${language} where id = ${personId}`)
}

export async function saveRoles(db: Db, personId: PersonId, roles: readonly Role[]): Promise<void> {
  await runSql(db, sql`update noroshi.person set roles = ${roles}::text[] where id = ${personId}`)
}

export function saveDisabled(
  db: Db,
  { personId, disabledAt }: { personId: PersonId; disabledAt: Date | undefined },
): Promise<number> {
  return runSql(
    db,
    sql`update noroshi.person set disabled_at = ${disabledAt ?? null} where id = ${personId}`,
  )
}

const Count = z.object({ count: z.number() })

/** How many administrators can sign in or have been invited to. */
export async function countAdministrators(db: Db): Promise<number> {
  const row = await findRow(
    db,
    Count,
    sql`select count(*) as count from noroshi.person where 'hub-admin' = any (roles) and disabled_at is null`,
  )
  return row?.count ?? 0
}

/** How many people may approve for the organisation. */
export async function countContacts(db: Db, organisationId: OrganisationId): Promise<number> {
  const row = await findRow(
    db,
    Count,
    sql`select count(*) as count from noroshi.person
         where organisation_id = ${organisationId} and 'member-contact' = any (roles) and disabled_at is null`,
  )
  return row?.count ?? 0
}

export async function hasOrganisation(db: Db, organisationId: OrganisationId): Promise<boolean> {
  const row = await findRow(
    db,
    Count,
    sql`select count(*) as count from noroshi.organisation where id = ${organisationId}`,
  )
  return row?.count === 1
}
