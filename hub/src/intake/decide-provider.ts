import type { OrganisationId } from 'contract/common'
import type { Channel, ProviderKind } from 'contract/intake'
import type { Database } from '../database/index.ts'
import { type Actor, isStaff } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import type { Provider } from './provider.ts'
import { loadOrganisationId } from './submission.queries.ts'

interface Claim {
  readonly onBehalfOf?: OrganisationId | undefined
  readonly providerKind?: ProviderKind | undefined
}

/**
 * Whom the information counts for (SPEC I-3). A member speaks for itself, whatever it writes; naming somebody
 * else is refused before anything is looked up, so that the answer tells nothing about that organisation.
 */
export async function decideProvider(
  database: Database,
  actor: Actor,
  claim: Claim,
): Promise<{ readonly provider: Provider; readonly channel: Channel }> {
  if (isStaff(actor)) return decideForStaff(database, actor, claim)
  if (actor.organisationId === undefined) throw new Refusal('role-required')
  if (claim.onBehalfOf !== undefined || claim.providerKind !== undefined) {
    throw new Refusal('role-required')
  }
  return {
    provider: { kind: 'member', organisationId: actor.organisationId },
    channel: actor.kind === 'token' ? 'api' : 'web',
  }
}

async function decideForStaff(
  database: Database,
  { personId }: Actor,
  { onBehalfOf, providerKind }: Claim,
): Promise<{ readonly provider: Provider; readonly channel: Channel }> {
  if (onBehalfOf === undefined) {
    const kind = providerKind ?? 'hub'
    if (kind === 'member' || kind === 'affiliate') throw new Refusal('provider-missing')
    return { provider: { kind }, channel: 'web' }
  }
  const kind = providerKind ?? 'member'
  if (kind === 'hub' || kind === 'outside') throw new Refusal('provider-missing')
  const organisationId = await database.inStaff({ personId }, (db) =>
    loadOrganisationId(db, onBehalfOf),
  )
  return { provider: { kind, organisationId }, channel: 'on-behalf' }
}
