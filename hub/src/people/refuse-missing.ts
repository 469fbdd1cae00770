import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import { countAdministrators, countContacts, type PersonRecord } from './people.queries.ts'

/**
 * Refuses a change after which nobody could run the hub, or an organisation would have nobody to approve for it.
 * The latter is allowed knowingly: a contact who must be shut out at once may be the only one.
 */
export async function refuseMissing(
  db: Db,
  { roles, organisationId }: Pick<PersonRecord, 'roles' | 'organisationId'>,
  acceptsNoContact: boolean,
): Promise<void> {
  if (roles.includes('hub-admin') && (await countAdministrators(db)) === 0) {
    throw new Refusal('last-administrator')
  }
  if (organisationId === undefined || acceptsNoContact || !roles.includes('member-contact')) return
  if ((await countContacts(db, organisationId)) === 0) throw new Refusal('last-contact')
}
