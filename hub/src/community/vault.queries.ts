import type { z } from 'zod'
import type { OrganisationName, ReviseVaultRequest } from 'contract/community'
import { type Db, json, runSql, sql } from '../database/index.ts'
import { newId } from '../ids.ts'

type Request = z.infer<typeof ReviseVaultRequest>
type Vault = { readonly [List in keyof Request]-?: NonNullable<Request[List]> }

/** Replaces the names an organisation is known by. */
export async function saveNames(
  db: Db,
  organisationId: string,
  names: readonly z.infer<typeof OrganisationName>[],
): Promise<void> {
  await runSql(
    db,
    sql`delete from noroshi.organisation_name where organisation_id = ${organisationId}`,
  )
  await runSql(
    db,
    sql`insert into noroshi.organisation_name (organisation_id, text, kind)
        select distinct on (text) ${organisationId}::uuid, text, kind
          from jsonb_to_recordset(${json(names)}) as n (text text, kind text)`,
  )
}

/** Replaces its domains; they are given in lower-case ASCII. */
export async function saveDomains(
  db: Db,
  organisationId: string,
  domains: readonly string[],
): Promise<void> {
  await runSql(
    db,
    sql`delete from noroshi.organisation_domain where organisation_id = ${organisationId}`,
  )
  await runSql(
    db,
    sql`insert into noroshi.organisation_domain (organisation_id, domain)
        select ${organisationId}::uuid, unnest(${[...new Set(domains)]}::text[])`,
  )
}

/** Replaces its people, executives among them. */
export async function savePeople(
  db: Db,
  organisationId: string,
  people: Vault['people'],
): Promise<void> {
  await runSql(
    db,
    sql`delete from noroshi.organisation_person where organisation_id = ${organisationId}`,
  )
  const rows = people.map((person) => ({ ...person, id: newId() }))
  await runSql(
    db,
    sql`insert into noroshi.organisation_person (id, organisation_id, name, aliases, addresses, title, is_executive)
        select id, ${organisationId}::uuid, name, aliases, addresses, title, "isExecutive"
          from jsonb_to_recordset(${json(rows)})
            as p (id uuid, name text, aliases text[], addresses text[], title text, "isExecutive" boolean)`,
  )
}

/** Replaces its confidential watch list of business partners. */
export async function saveWatchList(
  db: Db,
  organisationId: string,
  watchList: Vault['watchList'],
): Promise<void> {
  await runSql(db, sql`delete from noroshi.watch_entry where organisation_id = ${organisationId}`)
  const rows = watchList.map((entry) => ({ ...entry, id: newId() }))
  await runSql(
    db,
    sql`insert into noroshi.watch_entry (id, organisation_id, name, aliases, domains)
        select id, ${organisationId}::uuid, name, aliases, domains
          from jsonb_to_recordset(${json(rows)}) as w (id uuid, name text, aliases text[], domains text[])`,
  )
}

/** Replaces its group companies. */
export async function saveAffiliates(
  db: Db,
  organisationId: string,
  affiliates: Vault['affiliates'],
): Promise<void> {
  await runSql(db, sql`delete from noroshi.affiliate where organisation_id = ${organisationId}`)
  const rows = affiliates.map((entry) => ({ ...entry, id: newId() }))
  await runSql(
    db,
    sql`insert into noroshi.affiliate (id, organisation_id, name, aliases, country, domains, relation)
        select id, ${organisationId}::uuid, name, aliases, country, domains, relation
          from jsonb_to_recordset(${json(rows)})
            as a (id uuid, name text, aliases text[], country text, domains text[], relation text)`,
  )
}

type Lines = Pick<
  z.infer<typeof ReviseVaultRequest>,
  'urlServices' | 'hosts' | 'networks' | 'numbers' | 'postalAddresses'
>

/** Replaces those of the plain lists that are given. */
export async function saveLines(db: Db, organisationId: string, lines: Lines): Promise<void> {
  const toList = (values: readonly string[] | undefined) =>
    values === undefined ? null : [...new Set(values)]
  await runSql(
    db,
    sql`update noroshi.organisation
           set url_services = coalesce(${toList(lines.urlServices)}::text[], url_services),
               hosts = coalesce(${toList(lines.hosts)}::text[], hosts),
               networks = coalesce(${toList(lines.networks)}::text[], networks),
               numbers = coalesce(${toList(lines.numbers)}::text[], numbers),
               postal_addresses = coalesce(${toList(lines.postalAddresses)}::text[], postal_addresses)
         where id = ${organisationId}`,
  )
}
