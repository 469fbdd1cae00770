import { z } from 'zod'
import { Bilingual } from 'contract/common'
import { OrganisationRow, OrganisationView } from 'contract/community'
import { type Db, findRows, loadRow, runSql, sql } from '../database/index.ts'
import { ORGANISATIONS_MAX } from './limits.ts'

const Organisation = OrganisationView.pick({
  organisationId: true,
  name: true,
  kind: true,
  industry: true,
  constituentCount: true,
  urlServices: true,
  hosts: true,
  networks: true,
  numbers: true,
  postalAddresses: true,
  isAlwaysAsked: true,
  revision: true,
  hubEntries: true,
  names: true,
  domains: true,
  people: true,
  affiliates: true,
  watchList: true,
  memberships: true,
  agreements: true,
  contacts: true,
})

/** Every organisation with the groups it is in on a day, by name. */
export function listOrganisations(db: Db, day: string): Promise<z.infer<typeof OrganisationRow>[]> {
  return findRows(
    db,
    OrganisationRow.extend({ groups: z.array(Bilingual) }),
    sql`select o.id as organisation_id, o.name, o.kind, o.industry, o.constituent_count,
               (select coalesce(jsonb_agg(g.name order by g.position, g.created_at, g.id), '[]')
                  from noroshi.membership m join noroshi.sharing_group g on g.id = m.group_id
                 where m.organisation_id = o.id and m.joined_on <= ${day}::date
                   and (m.left_on is null or m.left_on > ${day}::date)) as groups
          from noroshi.organisation o
         order by o.name, o.id
         limit ${ORGANISATIONS_MAX}`,
  )
}

/** One organisation with its vault. A member finds only its own; what is not found is refused as `not-found`. */
export function loadOrganisation(
  db: Db,
  organisationId: string,
): Promise<z.infer<typeof Organisation>> {
  return loadRow(
    db,
    Organisation,
    sql`select o.id as organisation_id, o.name, o.kind, o.industry, o.constituent_count, o.url_services,
               o.hosts, o.networks, o.numbers, o.postal_addresses, o.is_always_asked,
               (select coalesce(max(v.revision), 0) from noroshi.vault_list v where v.organisation_id = o.id) as revision,
               ${asList(sql`select jsonb_build_object('list', list, 'text', text) from noroshi.vault_hub_entry
                             where organisation_id = o.id order by list, text`)} as hub_entries,
               ${asList(sql`select jsonb_build_object('text', text, 'kind', kind) from noroshi.organisation_name
                             where organisation_id = o.id order by kind, text`)} as names,
               array(select domain from noroshi.organisation_domain where organisation_id = o.id order by domain) as domains,
               ${asList(sql`select jsonb_strip_nulls(jsonb_build_object('name', name, 'aliases', aliases, 'addresses', addresses,
                                   'title', title, 'isExecutive', is_executive)) from noroshi.organisation_person
                             where organisation_id = o.id order by not is_executive, name, id`)} as people,
               ${asList(sql`select jsonb_build_object('name', name, 'aliases', aliases, 'country', country, 'domains', domains, 'relation', relation)
                              from noroshi.affiliate where organisation_id = o.id order by name, id`)} as affiliates,
               ${asList(sql`select jsonb_build_object('name', name, 'aliases', aliases, 'domains', domains)
                              from noroshi.watch_entry where organisation_id = o.id order by name, id`)} as watch_list,
               ${asList(sql`select jsonb_strip_nulls(jsonb_build_object('membershipId', m.id, 'groupId', m.group_id, 'group', g.name,
                                   'joinedOn', m.joined_on, 'leftOn', m.left_on))
                              from noroshi.membership m join noroshi.sharing_group g on g.id = m.group_id
                             where m.organisation_id = o.id order by m.joined_on, m.id`)} as memberships,
               ${asList(sql`select jsonb_strip_nulls(jsonb_build_object('agreementId', id, 'groupId', group_id, 'kind', kind, 'version', version,
                                   'signer', signer, 'signedOn', signed_on, 'endsOn', ends_on))
                              from noroshi.agreement where organisation_id = o.id order by signed_on, id`)} as agreements,
               ${asList(sql`select jsonb_build_object('personId', person_id, 'name', name, 'email', email, 'roles', roles)
                              from noroshi.contacts_of(o.id)`)} as contacts
          from noroshi.organisation o where o.id = ${organisationId}`,
  )
}

/** Objects of a sub-query as one JSON list, in the sub-query's order. */
function asList(rows: ReturnType<typeof sql>): ReturnType<typeof sql> {
  return sql`coalesce(to_jsonb(array(${rows})), '[]'::jsonb)`
}

export async function insertOrganisation(
  db: Db,
  row: {
    id: string
    name: string
    kind: string
    industry: string
    constituentCount: number
    at: Date
  },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.organisation (id, name, kind, industry, constituent_count, created_at)
        values (${row.id}, ${row.name}, ${row.kind}, ${row.industry}, ${row.constituentCount}, ${row.at})`,
  )
}

/** Until the transaction ends nobody else joins, leaves or revises the vault for this organisation. */
export async function lockOrganisation(db: Db, organisationId: string): Promise<void> {
  await loadRow(
    db,
    z.object({ id: z.uuid() }),
    sql`select id from noroshi.organisation where id = ${organisationId} for update`,
  )
}

/** False when it was so already. Runs as the member: row-level security leaves only its own organisation. */
export async function saveAlwaysAsked(
  db: Db,
  organisationId: string,
  isAlwaysAsked: boolean,
): Promise<boolean> {
  const changed = await runSql(
    db,
    sql`update noroshi.organisation set is_always_asked = ${isAlwaysAsked}
         where id = ${organisationId} and is_always_asked <> ${isAlwaysAsked}`,
  )
  return changed === 1
}
