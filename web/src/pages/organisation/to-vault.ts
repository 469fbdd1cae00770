import type { OrganisationView } from 'contract/community'
import type { Vault } from '../../client/community.ts'

/** The part of an organisation that it keeps itself; saved as a whole. */
export function toVault(view: OrganisationView): Vault {
  const { names, domains, people, watchList, urlServices, hosts, networks, numbers } = view
  return { names, domains, people, watchList, urlServices, hosts, networks, numbers }
}

/** Lines as they were typed or pasted: trimmed, without empty ones, each once. */
export function splitLines(text: string): string[] {
  const lines = text.split(/[\n,、]/).map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}
