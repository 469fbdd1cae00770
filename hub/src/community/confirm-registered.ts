import { isEverybodysService, isMailboxProvider } from 'engine'
import type { OrganisationId } from 'contract/common'
import type { Db } from '../database/index.ts'
import {
  type Actor,
  assertFreshFactor,
  confirmNewDomains,
  loadPersonActor,
} from '../people/index.ts'
import { parseDomain } from './parse-domain.ts'

/**
 * Domains an administrator enters with a new organisation are confirmed by that act, so that its contacts can invite at
 * once. It asks for what confirming asks for: an administrator and a fresh second factor. Others who may register
 * leave them to be confirmed, and so is one at which anybody gets an address (`gmail.com`): only by name, for it would
 * then be closed to all others.
 */
export async function confirmRegistered(
  db: Db,
  actor: Actor,
  {
    organisationId,
    domains,
    now,
  }: { organisationId: OrganisationId; domains: readonly string[]; now: Date },
): Promise<void> {
  const person = loadPersonActor(actor)
  if (domains.length === 0 || !person.roles.includes('hub-admin')) return
  assertFreshFactor(person, now)
  const unique = [...new Set(domains.map(parseDomain))].filter((one) => !isAnybodys(one)).sort()
  await confirmNewDomains(db, person, { organisationId, domains: unique, now })
}

const isAnybodys = (domain: string): boolean =>
  isMailboxProvider(domain) || isEverybodysService(domain)
