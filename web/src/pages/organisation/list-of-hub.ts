import type { OrganisationView, VaultListName } from 'contract/community'

/** Entries of one list that the hub wrote, by their names. */
export function listOfHub(view: OrganisationView, list: VaultListName): ReadonlySet<string> {
  return new Set(view.hubEntries.filter((entry) => entry.list === list).map(({ text }) => text))
}
