import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { listNewContacts } from './new-contacts.queries.ts'

/**
 * Refuses somebody whom the hub made a contact within the last day and whom no contact from before has confirmed: what
 * an organisation consents to is not said by an account that the hub's administrator could have made for it.
 */
export async function assertStanding(db: Db, { personId }: PersonActor, now: Date): Promise<void> {
  const isNew = (await listNewContacts(db, now)).some((one) => one.personId === personId)
  if (isNew) throw new Refusal('contact-too-new')
}
