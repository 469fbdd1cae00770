import type { PersonId } from 'contract/common'
import type { Hub } from '../hub.ts'
import { newId } from '../ids.ts'
import { HUB } from './actor.ts'
import { listPeople, savePerson } from './people.queries.ts'
import { hasFactor, issueLink } from './sign-in-links.ts'

// Never written to: the administrator signs in by passkey, or enters this with the password.
const EMAIL = 'administrator@hub.invalid'

/**
 * Path of a one-time link for the first administrator, for as long as no administrator can sign in by a factor
 * of their own; afterwards nothing.
 */
export function prepareFirstAdministrator(hub: Hub): Promise<string | undefined> {
  return hub.database.inStaff({}, async (db) => {
    const now = hub.clock.now()
    const administrators = (await listPeople(db)).filter(
      ({ roles, disabledAt }) => roles.includes('hub-admin') && disabledAt === undefined,
    )
    if (administrators.some(hasFactor)) return undefined
    const personId = administrators[0]?.personId ?? newId<PersonId>()
    if (administrators.length === 0) {
      await savePerson(db, {
        ...{ personId, now, email: EMAIL, name: 'Administrator', language: 'ja' },
        organisationId: undefined,
        roles: ['hub-admin', 'hub-analyst'],
      })
    }
    const link = await issueLink(db, HUB, { personId, purpose: 'first-administrator', now })
    return link.path
  })
}
