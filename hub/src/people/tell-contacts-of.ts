import type { OrganisationId } from 'contract/common'
import type { Db } from '../database/db.ts'
import { newId } from '../ids.ts'
import { startJob } from '../jobs/index.ts'

/** Has an organisation's contacts told that the hub changed their accounts; the hub's own people have none to tell. */
export async function tellContactsOf(
  db: Db,
  organisationId: OrganisationId | undefined,
): Promise<void> {
  if (organisationId === undefined) return
  const happeningId = newId()
  await startJob(db, 'tell-contacts', { organisationId, kind: 'contact-changed', happeningId })
}
