import type { Db } from '../database/db.ts'
import { newId } from '../ids.ts'
import { startJob } from '../jobs/index.ts'
import type { PersonRecord } from './people.queries.ts'
import { tellContactsOf } from './tell-contacts-of.ts'

/** Has the contacts of somebody's organisation told that the hub changed an account, or the hub's administrators and leads of one of its own. */
export async function tellOfAccount(
  db: Db,
  { organisationId }: Pick<PersonRecord, 'organisationId'>,
): Promise<void> {
  if (organisationId !== undefined) return tellContactsOf(db, organisationId)
  await startJob(db, 'tell-keepers', { kind: 'staff-changed', happeningId: newId() })
}

/**
 * Has somebody told of a recovery of their own account, so that they can stop one they did not ask for, beside those who
 * look after it: nobody is replaced quietly.
 */
export async function tellOfRecovery(
  db: Db,
  person: PersonRecord,
  step: 'begun' | 'confirmed',
): Promise<void> {
  const { personId, organisationId } = person
  const happeningId = newId()
  await startJob(db, 'tell-person', { personId, kind: `own-recovery-${step}`, happeningId })
  if (organisationId === undefined && step === 'begun') {
    await startJob(db, 'tell-keepers', { kind: 'staff-recovery-begun', happeningId })
  } else await tellOfAccount(db, person)
}
