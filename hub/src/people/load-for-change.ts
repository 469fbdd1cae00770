import type { PersonId } from 'contract/common'
import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { lockPeopleOf } from './own-people.queries.ts'
import { loadPerson, type PersonRecord } from './people.queries.ts'

/**
 * Loads somebody whose roles or access are about to change, after taking turns with every other such change among the
 * people of their organisation, or of the hub. Two changes at once would else each count the other's person as still
 * there, and the last two administrators or contacts be gone together.
 */
export async function loadForChange(
  db: Db,
  actor: PersonActor,
  personId: PersonId,
): Promise<PersonRecord> {
  const { organisationId } = await loadPerson(db, personId)
  await lockPeopleOf(db, organisationId)
  // Whoever was shut out or lost the role while waiting for their turn does nothing more.
  const self = await loadPerson(db, actor.personId)
  if (self.disabledAt !== undefined) throw new Refusal('sign-in-required')
  const mayChange = self.organisationId !== undefined || self.roles.includes('hub-admin')
  if (!mayChange) throw new Refusal('role-required')
  return loadPerson(db, personId)
}
