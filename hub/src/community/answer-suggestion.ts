import type { z } from 'zod'
import type { OrganisationId } from 'contract/common'
import type {
  AnswerSuggestionRequest,
  OrganisationView,
  ReviseVaultRequest,
  VaultSuggestion,
} from 'contract/community'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { loadOrganisation, lockOrganisation } from './organisation.queries.ts'
import { reviseVault } from './revise-vault.ts'
import { listSuggestions, saveAnswer } from './suggestion.queries.ts'

/** Takes a suggestion into the vault, as it is or as the contact rewrote it, or refuses it for good. */
export async function answerSuggestion(
  db: Db,
  actor: Actor,
  organisationId: OrganisationId,
  { list, value, answer, text = value }: z.infer<typeof AnswerSuggestionRequest>,
  at: Date,
): Promise<void> {
  await lockOrganisation(db, organisationId)
  const offered = (await listSuggestions(db, organisationId)).find(
    (one) => one.list === list && one.value === value,
  )
  if (offered === undefined) throw new Refusal('not-found')
  await saveAnswer(db, organisationId, { list, value, answer, at })
  if (answer === 'accept') {
    const vault = await loadOrganisation(db, organisationId)
    await reviseVault(db, actor, organisationId, toRevision(vault, offered, text), at)
  }
  await recordAudit(db, {
    actor,
    action: 'vault-suggestion-answered',
    subject: `organisation:${organisationId}`,
    detail: { list, answer },
  })
}

function toRevision(
  { domains, hosts, people }: Pick<OrganisationView, 'domains' | 'hosts' | 'people'>,
  { list, address }: z.infer<typeof VaultSuggestion>,
  text: string,
): z.infer<typeof ReviseVaultRequest> {
  if (list === 'domains') return { domains: [...domains, text] }
  if (list === 'hosts') return { hosts: [...hosts, text] }
  const addresses = address === undefined ? [] : [address]
  return { people: [...people, { name: text, aliases: [], addresses, isExecutive: false }] }
}
