import type { PersonId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { loadPerson, lockPerson } from './people.queries.ts'
import { listRaisedContacts } from './raised-contact.queries.ts'
import { isSecondPerson } from './second-person.queries.ts'
import { tellContactsOf } from './tell-contacts-of.ts'

/** A second person of the hub says that somebody's new role of a contact is wanted. A contact of theirs may say so too. */
export async function confirmRaised(db: Db, actor: PersonActor, personId: PersonId): Promise<void> {
  await lockPerson(db, personId)
  const raised = (await listRaisedContacts(db)).find((one) => one.personId === personId)
  if (raised === undefined) throw new Refusal('not-found')
  const { raisedBy } = raised
  if (!(await isSecondPerson(db, { first: raisedBy, second: actor.personId }))) {
    throw new Refusal('another-must-confirm')
  }
  await recordAudit(db, {
    actor,
    action: 'contact-role-confirmed',
    subject: `person:${personId}`,
    detail: { raisedBy },
  })
  await tellContactsOf(db, (await loadPerson(db, personId)).organisationId)
}
