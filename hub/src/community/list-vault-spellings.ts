import { listSpellings, type TraceOrganisation, type TraceSpellings } from 'engine'
import type { OrganisationView, VaultListName, VaultSpelling } from 'contract/community'
import { SPELLINGS_SHOWN_MAX, SPELT_ENTRIES_MAX } from './limits.ts'

type Vault = Pick<OrganisationView, VaultListName>

/** An entry, and what of it the leak check is given. */
interface Entry {
  readonly list: VaultListName
  readonly text: string
  readonly given: Partial<TraceOrganisation>
}

/** The spellings in which each entry is searched for, and those that will not be found or only asked about. */
export function listVaultSpellings(vault: Vault): VaultSpelling[] {
  const entries = listEntries(vault)
  // Each entry stands for itself, so that what it spells is told apart from its neighbours.
  const organisations = entries.map(
    ({ given }, at): TraceOrganisation => ({
      ...{ id: String(at), role: 'provider', names: [], domains: [], people: [] },
      ...{ hosts: [], ipAddresses: [], numbers: [] },
      ...given,
    }),
  )
  const byEntry = Map.groupBy(listSpellings({ organisations }), (one) => Number(one.organisationId))
  return entries.map(({ list, text }, at) => toRow(list, text, byEntry.get(at) ?? []))
}

function listEntries(vault: Vault): Entry[] {
  const first = <T>(entries: readonly T[]): readonly T[] => entries.slice(0, SPELT_ENTRIES_MAX)
  return [
    ...first(vault.names).map(
      ({ text }): Entry => ({ list: 'names', text, given: { names: [text] } }),
    ),
    ...first(vault.domains).map(
      (text): Entry => ({ list: 'domains', text, given: { domains: [text] } }),
    ),
    ...first(vault.people).map(({ name, aliases, addresses }): Entry => {
      const people = [{ names: [name, ...aliases], addresses }]
      return { list: 'people', text: name, given: { people } }
    }),
    ...(['watchList', 'affiliates'] as const).flatMap((list) =>
      first(vault[list]).map(({ name, aliases, domains }): Entry => {
        return { list, text: name, given: { names: [name, ...aliases], domains } }
      }),
    ),
    ...first(vault.hosts).map((text): Entry => ({ list: 'hosts', text, given: { hosts: [text] } })),
    ...first(vault.numbers).map(
      (text): Entry => ({ list: 'numbers', text, given: { numbers: [text] } }),
    ),
  ]
}

function toRow(list: VaultListName, text: string, found: readonly TraceSpellings[]): VaultSpelling {
  const spellings = [...new Set(found.flatMap((one) => one.spellings))]
  const doubt = found.find(({ trace }) => trace === text)?.doubt
  return {
    ...{ list, text, count: spellings.length },
    spellings: spellings.slice(0, SPELLINGS_SHOWN_MAX),
    ...(doubt === undefined ? {} : { doubt }),
  }
}
