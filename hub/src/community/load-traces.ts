import type { TraceOrganisation, Traces } from 'engine'
import type { Db } from '../database/index.ts'
import { type KnownOrganisation, listKnownOrganisations } from './register.queries.ts'
import { toAddressForms } from './to-address-forms.ts'

/**
 * Everything by which these organisations could be recognised: themselves, their people and accounts,
 * group companies and business partners. The leak check searches outgoing bytes for all of it.
 */
export async function loadTraces(db: Db, organisationIds: readonly string[]): Promise<Traces> {
  const known = await listKnownOrganisations(db, organisationIds)
  const byId = new Map(known.map((organisation) => [organisation.id, organisation]))
  // Aliases are given in the order asked for: the first provider is company A.
  const asked = [...new Set(organisationIds)].flatMap((id) => byId.get(id) ?? [])
  return { organisations: asked.flatMap(toTraceOrganisations) }
}

/** Everybody registered at the hub, with group companies and partners. No mail proves any of them to be an attacker's. */
export async function loadRegistered(db: Db): Promise<Traces> {
  const known = await listKnownOrganisations(db)
  return { organisations: known.flatMap(toTraceOrganisations) }
}

/** What the hub itself has entered of everybody: mail domains and people with accounts, nothing that a member adds alone. */
export async function loadConfirmed(db: Db): Promise<Traces> {
  const known = await listKnownOrganisations(db)
  const bare = { hosts: [], networks: [], people: [], affiliates: [], partners: [] }
  return { organisations: known.flatMap((one) => toTraceOrganisations({ ...one, ...bare })) }
}

function toTraceOrganisations(known: KnownOrganisation): TraceOrganisation[] {
  const own: TraceOrganisation = {
    id: known.id,
    role: 'provider',
    // A postal address is searched like a name; it stands last, for an alias is made of the first.
    names: [
      known.name,
      ...known.names.filter((name) => name !== known.name),
      ...known.postalAddresses.flatMap(toAddressForms),
    ],
    domains: known.domains,
    people: [
      ...known.people.map(({ name, aliases, addresses, isExecutive }) => ({
        names: [name, ...aliases],
        addresses,
        isExecutive,
      })),
      ...known.accounts.map(({ name, email }) => ({ names: [name], addresses: [email] })),
    ],
    hosts: known.hosts,
    ipAddresses: known.networks,
    numbers: known.numbers,
  }
  return [
    own,
    ...known.affiliates.map((company) => toCompany(company, 'affiliate')),
    ...known.partners.map((company) => toCompany(company, 'partner')),
  ]
}

function toCompany(
  { id, name, aliases, domains }: KnownOrganisation['affiliates'][number],
  role: 'affiliate' | 'partner',
): TraceOrganisation {
  const names = [name, ...aliases]
  return { id, role, names, domains, people: [], hosts: [], ipAddresses: [], numbers: [] }
}
