import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import {
  assertStanding,
  insertConfirmation,
  listNewContacts,
  type PersonActor,
} from '../people/index.ts'
import { Refusal } from '../refusals.ts'

/** A contact from before says that a new one is one of theirs. Nobody new confirms, not even another. */
export async function confirmContact(
  db: Db,
  actor: PersonActor,
  { personId, now }: { personId: string; now: Date },
): Promise<void> {
  await assertStanding(db, actor, now)
  const { organisationId } = actor
  const found = (await listNewContacts(db, now)).some((one) => one.personId === personId)
  if (!found || organisationId === undefined) throw new Refusal('not-found')
  await insertConfirmation(db, { personId, organisationId, at: now, by: actor.personId })
  await recordAudit(db, { actor, action: 'contact-confirmed', subject: `person:${personId}` })
}
