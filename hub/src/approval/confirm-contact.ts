import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { insertConfirmation, listNewContacts } from './new-contacts.queries.ts'

/** Refuses somebody whom the hub made a contact within the last day and whom no contact from before has confirmed. */
export async function assertStanding(db: Db, { personId }: PersonActor, now: Date): Promise<void> {
  const isNew = (await listNewContacts(db, now)).some((one) => one.personId === personId)
  if (isNew) throw new Refusal('contact-too-new')
}

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
