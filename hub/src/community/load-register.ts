import type { Register, RegisterOrganisation } from 'engine'
import type { Db } from '../database/index.ts'
import { type KnownOrganisation, listKnownOrganisations } from './register.queries.ts'

/**
 * The names an analysis compares a mail with: the recipient's and the whole community's.
 * Holds confidential watch lists, so it stays inside the hub. `loadRegisterVersion` tells when it is outdated.
 */
export async function loadRegister(db: Db, recipientId?: string): Promise<Register> {
  const known = await listKnownOrganisations(db)
  const recipient = known.find(({ id }) => id === recipientId)
  return {
    ...(recipient !== undefined && { recipient: toRegisterOrganisation(recipient) }),
    organisations: known.map(toRegisterOrganisation),
  }
}

/** Group companies are protected like the organisation itself: their mail reaches the same people. */
function toRegisterOrganisation(known: KnownOrganisation): RegisterOrganisation {
  const { name, names, domains, affiliates, people, partners, urlServices } = known
  return {
    name,
    aliases: [...names, ...affiliates.flatMap((company) => [company.name, ...company.aliases])],
    domains: [...domains, ...affiliates.flatMap((company) => company.domains)],
    people,
    partners: partners.map(({ id, ...partner }) => partner),
    urlServices,
  }
}
