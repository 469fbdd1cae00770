import { parseRegistration } from 'engine'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { saveRegistrationRow } from './knowledge.queries.ts'

/** Reads a pasted WHOIS or RDAP record and keeps what it says of its domain; the newest replaces the older. */
export async function saveRegistration(
  db: Db,
  actor: PersonActor,
  record: string,
  at: Date,
): Promise<NonNullable<ReturnType<typeof parseRegistration>>> {
  const registration = parseRegistration(record)
  if (registration === undefined) throw new Refusal('no-domain-in-record')
  await saveRegistrationRow(db, registration, { record, personId: actor.personId, at })
  await recordAudit(db, {
    actor,
    action: 'registration-saved',
    subject: `domain:${registration.domain}`,
    detail: { source: registration.source },
  })
  return registration
}
