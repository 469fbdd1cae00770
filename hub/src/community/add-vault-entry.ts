import type { z } from 'zod'
import type { OrganisationId } from 'contract/common'
import { ReviseVaultRequest } from 'contract/community'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { loadOrganisation } from './organisation.queries.ts'
import { reviseVault } from './revise-vault.ts'

/** Writes one string that was found in a text into the list of its kind. What the list would not take is refused. */
export async function addVaultEntry(
  db: Db,
  actor: Actor,
  organisationId: OrganisationId,
  { kind, text, at }: { kind: string; text: string; at: Date },
): Promise<void> {
  const vault = await loadOrganisation(db, organisationId)
  const revised = ReviseVaultRequest.safeParse(withEntry(vault, kind, text))
  if (!revised.success) throw new Refusal('request-unfit', { cause: revised.error })
  await reviseVault(db, actor, organisationId, revised.data, at)
}

function withEntry(
  vault: Awaited<ReturnType<typeof loadOrganisation>>,
  kind: string,
  text: string,
): z.input<typeof ReviseVaultRequest> {
  if (kind === 'unknown-person') {
    const person = { name: text, aliases: [], addresses: [], isExecutive: false }
    return { people: [...vault.people, person] }
  }
  if (kind === 'unknown-phone' || kind === 'unknown-account') {
    return { numbers: [...vault.numbers, text] }
  }
  if (kind === 'unknown-address') return { postalAddresses: [...vault.postalAddresses, text] }
  if (kind === 'unknown-machine') return { hosts: [...vault.hosts, text] }
  return { names: [...vault.names, { text, kind: 'alias' }] }
}
