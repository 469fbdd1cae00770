import type { VaultListName } from 'contract/community'
import type { Db } from '../database/index.ts'
import { assertFreshFactor, assertStanding, loadPersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import type { Reviser } from './reviser.ts'

/** Who may take something out of a vault for the hub. Any analyst may add. */
const TAKERS: readonly string[] = ['hub-admin', 'hub-lead']

/**
 * What is taken out is no longer searched for, and the next bulletin may hold it. So a stolen screen, a contact whom the
 * hub has just made and an analyst alone can only add, and nobody takes out what they have not read: without a
 * revision a machine's old list would silently drop what was added since.
 */
export async function assertMayTake(
  db: Db,
  actor: Reviser,
  {
    taken,
    revision,
    now,
  }: { taken: readonly VaultListName[]; revision: number | undefined; now: Date },
): Promise<void> {
  if (actor.kind === undefined) return
  const person = loadPersonActor(actor)
  if (person.organisationId !== undefined) await assertStanding(db, person, now)
  else if (!person.roles.some((role) => TAKERS.includes(role))) throw new Refusal('only-adding')
  assertFreshFactor(person, now)
  if (revision !== undefined) return
  const places = taken.map((path) => ({ path, say: 'revision-missing' }))
  throw new Refusal('vault-unread', { places })
}
