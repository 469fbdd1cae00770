import type { PersonId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import { UniqueConflict } from '../database/database-errors.ts'
import type { Hub } from '../hub.ts'
import { newId } from '../ids.ts'
import { startJob } from '../jobs/index.ts'
import { HUB } from './actor.ts'
import { findOwnerOfAddress, saveBreakGlass } from './break-glass.queries.ts'
import { lockPeopleOf } from './own-people.queries.ts'
import { savePerson } from './people.queries.ts'
import { removeEveryFactor } from './remove-every-factor.ts'
import { issueLink } from './sign-in-links.ts'

/**
 * A link of some minutes for an administrator, made by whoever works on the machine of the hub, who could read the
 * database anyway. It is done in the open: in the log as what it is, by mail to every administrator and lead, and on
 * everybody's screen. Nothing when the address belongs to somebody who is no administrator.
 */
export function openBreakGlass(hub: Hub, email: string): Promise<EmergencyLink | undefined> {
  return open(hub, email).catch((error: unknown) => {
    if (!(error instanceof UniqueConflict)) throw error
    // Somebody registered the address in the same moment. Now the account is there.
    return open(hub, email)
  })
}

export interface EmergencyLink {
  readonly path: string
  readonly expiresAt: Date
}

function open(hub: Hub, email: string): Promise<EmergencyLink | undefined> {
  return hub.database.inStaff({}, async (db) => {
    // Of several at once each finds what the one before made, and takes its link back.
    await lockPeopleOf(db, undefined)
    const now = hub.clock.now()
    const owner = await findOwnerOfAddress(db, email)
    const isFit = owner?.roles.includes('hub-admin') === true && owner.disabledAt === undefined
    if (owner !== undefined && !isFit) return undefined
    const personId = owner?.personId ?? newId<PersonId>()
    if (owner === undefined) {
      await savePerson(db, {
        ...{ personId, now, email, name: email, language: 'ja', roles: ['hub-admin'] },
        organisationId: undefined,
      })
    } else await removeEveryFactor(db, HUB, { personId, now })
    const breakGlassId = newId()
    await saveBreakGlass(db, { breakGlassId, personId, now })
    await recordAudit(db, {
      actor: HUB,
      action: 'break-glass-opened',
      subject: `person:${personId}`,
      detail: { breakGlass: breakGlassId, isNew: owner === undefined },
    })
    const link = await issueLink(db, HUB, { personId, purpose: 'break-glass', now })
    await startJob(db, 'tell-keepers', { kind: 'break-glass-opened', happeningId: breakGlassId })
    return link
  })
}
