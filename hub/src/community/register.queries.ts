import { z } from 'zod'
import { type Db, findRows, loadRow, sql } from '../database/index.ts'
import { ORGANISATIONS_MAX } from './limits.ts'

const Person = z.object({
  name: z.string(),
  aliases: z.array(z.string()),
  addresses: z.array(z.string()),
  isExecutive: z.boolean(),
})
const Company = z.object({
  id: z.uuid(),
  name: z.string(),
  aliases: z.array(z.string()),
  domains: z.array(z.string()),
})

/** Everything an organisation is known by. */
export const KnownOrganisation = z.object({
  id: z.uuid(),
  name: z.string(),
  names: z.array(z.string()),
  domains: z.array(z.string()),
  urlServices: z.array(z.string()),
  hosts: z.array(z.string()),
  networks: z.array(z.string()),
  numbers: z.array(z.string()),
  postalAddresses: z.array(z.string()),
  people: z.array(Person),
  affiliates: z.array(Company),
  partners: z.array(Company),
  /** People with an account: contacts whose names and addresses must not leave either. */
  accounts: z.array(z.object({ name: z.string(), email: z.string() })),
})
export type KnownOrganisation = z.infer<typeof KnownOrganisation>

/** Organisations with all they are known by, in a fixed order; all of them when no ids are given. */
export function listKnownOrganisations(
  db: Db,
  organisationIds?: readonly string[],
): Promise<KnownOrganisation[]> {
  const ids = organisationIds === undefined ? null : [...organisationIds]
  return findRows(
    db,
    KnownOrganisation,
    sql`select o.id, o.name, o.url_services, o.hosts, o.networks, o.numbers, o.postal_addresses,
               array(select n.text from noroshi.organisation_name n where n.organisation_id = o.id order by n.kind, n.text) as names,
               array(select d.domain from noroshi.organisation_domain d where d.organisation_id = o.id order by d.domain) as domains,
               (select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'aliases', p.aliases, 'addresses', p.addresses,
                                                             'isExecutive', p.is_executive) order by p.name, p.id), '[]')
                  from noroshi.organisation_person p where p.organisation_id = o.id) as people,
               (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'aliases', a.aliases, 'domains', a.domains)
                                          order by a.name, a.id), '[]')
                  from noroshi.affiliate a where a.organisation_id = o.id) as affiliates,
               (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name, 'aliases', w.aliases, 'domains', w.domains)
                                          order by w.name, w.id), '[]')
                  from noroshi.watch_entry w where w.organisation_id = o.id) as partners,
               (select coalesce(jsonb_agg(jsonb_build_object('name', q.name, 'email', q.email) order by q.email), '[]')
                  from noroshi.person q where q.organisation_id = o.id) as accounts
          from noroshi.organisation o
         where ${ids}::uuid[] is null or o.id = any (${ids}::uuid[])
         order by o.name, o.id
         limit ${ORGANISATIONS_MAX}`,
  )
}

/** Counts up with every change of what organisations are known by. */
export async function loadRegisterVersion(db: Db): Promise<number> {
  const { version } = await loadRow(
    db,
    z.object({ version: z.number() }),
    sql`select version from noroshi.register_version`,
  )
  return version
}
