import type { z } from 'zod'
import { type OrganisationView, type ReviseVaultRequest, VaultListName } from 'contract/community'
import { parseDomain } from './parse-domain.ts'

export type RevisedVault = Omit<z.infer<typeof ReviseVaultRequest>, 'revision'>
type KeptVault = Pick<OrganisationView, VaultListName>

/** The lists as they are stored: domains in ASCII, everything once. */
export function toStoredVault({
  domains,
  watchList,
  affiliates,
  ...vault
}: RevisedVault): RevisedVault {
  return {
    ...vault,
    ...(domains !== undefined && { domains: [...new Set(domains.map(parseDomain))] }),
    ...(watchList !== undefined && { watchList: watchList.map(withParsedDomains) }),
    ...(affiliates !== undefined && { affiliates: affiliates.map(withParsedDomains) }),
  }
}

/** Lists that would be other ones than those that stand, in whatever order they are given. */
export function listChangedLists(before: KeptVault, vault: RevisedVault): VaultListName[] {
  return VaultListName.options.filter((list) => {
    const given = vault[list]
    return given !== undefined && toComparable(given) !== toComparable(before[list])
  })
}

/** Lists from which a name, line, address or domain would be gone: the leak check would search for less. */
export function listTakenFrom(before: KeptVault, vault: RevisedVault): VaultListName[] {
  return VaultListName.options.filter((list) => {
    const given = vault[list]
    if (given === undefined) return false
    const kept = new Set(given.flatMap(toSearched))
    return before[list].flatMap(toSearched).some((text) => !kept.has(text))
  })
}

type VaultEntry = KeptVault[VaultListName][number]

/** Everything of an entry that is searched for. */
function toSearched(entry: VaultEntry): string[] {
  if (typeof entry === 'string') return [entry]
  if ('text' in entry) return [entry.text]
  const places = 'domains' in entry ? entry.domains : entry.addresses
  return [entry.name, ...entry.aliases, ...places]
}

/** What an entry is called by in its list: its name, or the line itself. */
export function listEntryTexts(vault: RevisedVault | KeptVault, list: VaultListName): string[] {
  return (vault[list] ?? []).map((entry) => {
    if (typeof entry === 'string') return entry
    return 'text' in entry ? entry.text : entry.name
  })
}

function withParsedDomains<T extends { domains: string[] }>(entry: T): T {
  return { ...entry, domains: entry.domains.map(parseDomain) }
}

const toComparable = (entries: readonly unknown[]): string =>
  JSON.stringify([...new Set(entries.map(toComparableEntry))].sort())

/** One entry with its fields in a fixed order, because PostgreSQL keeps its own. */
function toComparableEntry(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return JSON.stringify(entry)
  return JSON.stringify(Object.entries(entry).sort(([left], [right]) => (left < right ? -1 : 1)))
}
