import type { PersonId } from 'contract/common'
import { type InvitePersonRequest, MEMBER_ROLES } from 'contract/people'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { removePasswordAndTotp } from './factors.queries.ts'
import { removePasskeysOf } from './passkeys.queries.ts'
import {
  countAdministrators,
  hasOrganisation,
  loadPerson,
  saveDisabled,
  savePerson,
} from './people.queries.ts'
import { endSessionsOf } from './sessions.queries.ts'
import { issueLink } from './sign-in-links.ts'

export interface Invitation {
  readonly personId: PersonId
  readonly path: string
  readonly expiresAt: Date
}

/** Registers a person and makes the one-time link with which they register their first factor. */
export async function invitePerson(
  db: Db,
  actor: PersonActor,
  request: z.output<typeof InvitePersonRequest>,
  now: Date,
): Promise<Invitation> {
  const { organisationId, roles } = request
  const isMembers = roles.every((role) => (MEMBER_ROLES as readonly string[]).includes(role))
  const isHubs = roles.every((role) => role.startsWith('hub-'))
  // Somebody who is both would carry the hub's sight into an organisation.
  if (organisationId === undefined ? !isHubs : !isMembers) throw new Refusal('request-unfit')
  if (organisationId !== undefined && !(await hasOrganisation(db, organisationId))) {
    throw new Refusal('not-found')
  }
  const personId = newId<PersonId>()
  await savePerson(db, { ...request, personId, organisationId, roles: [...new Set(roles)], now })
  await recordAudit(db, {
    actor,
    action: 'person-invited',
    subject: `person:${personId}`,
    detail: { roles, organisation: organisationId },
  })
  const link = await issueLink(db, actor, { personId, purpose: 'invitation', now })
  return { personId, ...link }
}

/** For somebody who lost every factor: takes the old ones away, ends all sessions, makes a new one-time link. */
export async function recoverPerson(
  db: Db,
  actor: PersonActor,
  personId: PersonId,
  now: Date,
): Promise<Invitation> {
  await loadPerson(db, personId)
  await removePasskeysOf(db, personId)
  await removePasswordAndTotp(db, personId)
  await endSessionsOf(db, { personId, now })
  const link = await issueLink(db, actor, { personId, purpose: 'recovery', now })
  return { personId, ...link }
}

/** Shuts a person out at once, or lets them in again. The last administrator stays. */
export async function setDisabled(
  db: Db,
  actor: PersonActor,
  { personId, disabled, now }: { personId: PersonId; disabled: boolean; now: Date },
): Promise<void> {
  await loadPerson(db, personId)
  await saveDisabled(db, { personId, disabledAt: disabled ? now : undefined })
  if (disabled) {
    await endSessionsOf(db, { personId, now })
    if ((await countAdministrators(db)) === 0) throw new Refusal('last-administrator')
  }
  await recordAudit(db, {
    actor,
    action: disabled ? 'person-disabled' : 'person-enabled',
    subject: `person:${personId}`,
  })
}
