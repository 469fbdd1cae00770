import { toAsciiDomain } from '../evidence/headers/addresses.ts'
import { toOrganisation } from '../evidence/headers/organisation.ts'

/** The registrable domain that a record speaks of; undefined when the text is no host name. */
export function toRegisteredDomain(text: string): string | undefined {
  const name = toAsciiDomain(text.trim())
  if (name.length > 253 || !/^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/.test(name)) return undefined
  return toOrganisation(name)
}
