import type { PersonId } from 'contract/common'
import type { Role } from 'contract/people'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { refuseMissing } from './refuse-missing.ts'
import { FORMER_CONTACT_MS } from './limits.ts'
import { loadForChange } from './load-for-change.ts'
import { loadPerson, type PersonRecord, saveRoles } from './people.queries.ts'
import { hasOrHadContact } from './raised-contact.queries.ts'
import { hasBroughtIn } from './second-person.queries.ts'
import { rolesFit } from './roles-fit.ts'
import { endTokensOf } from './end-tokens-of.ts'
import { endSessionsOf } from './sessions.queries.ts'
import { tellContactsOf } from './tell-contacts-of.ts'
import { tellOfAccount } from './tell-of-account.ts'

export interface RoleChange {
  readonly personId: PersonId
  readonly roles: readonly Role[]
  readonly acceptsNoContact: boolean
  readonly now: Date
}

/**
 * Gives another person other roles of the same side: an administrator who made themselves a lead would be every second
 * person the hub asks for. Open sessions end: what somebody holds on the screen was loaded with the old ones.
 */
export async function changeRoles(
  db: Db,
  actor: PersonActor,
  { personId, roles, acceptsNoContact, now }: RoleChange,
): Promise<void> {
  if (personId === actor.personId) throw new Refusal('own-roles')
  const before = await loadForChange(db, actor, personId)
  if (!rolesFit(roles, before.organisationId)) throw new Refusal('request-unfit')
  await refuseOwnHand(db, actor, before, roles)
  const waits = await isRaised(db, before, roles, now)
  await saveRoles(db, personId, [...new Set(roles)])
  await endSessionsOf(db, { personId, now })
  // Tokens are a contact's; they would work again when the person becomes one again.
  if (!roles.includes('member-contact')) await endTokensOf(db, actor, { personId, now })
  await refuseMissing(db, before, acceptsNoContact)
  await recordAudit(db, {
    actor,
    action: 'roles-changed',
    subject: `person:${personId}`,
    detail: { before: before.roles, roles, ...(waits && { waits }) },
  })
  await tellOfAccount(db, before)
}

/**
 * Nobody makes themselves a lead by the hand of an account they let in this week themselves, directly or by way of others.
 * The other way round nothing is gained: whoever lets somebody in chooses their roles.
 */
async function refuseOwnHand(
  db: Db,
  actor: PersonActor,
  { personId, organisationId, roles: before }: PersonRecord,
  roles: readonly Role[],
): Promise<void> {
  if (organisationId !== undefined || roles.every((role) => before.includes(role))) return
  if (await hasBroughtIn(db, { by: personId, personId: actor.personId })) {
    throw new Refusal('roles-by-own-hand')
  }
}

/**
 * Whether somebody becomes a contact beside or after another one. They bind the organisation to nothing before a contact
 * from before or a second person of the hub confirms them, however long that takes.
 */
async function isRaised(
  db: Db,
  { organisationId, roles: before }: PersonRecord,
  roles: readonly Role[],
  now: Date,
): Promise<boolean> {
  if (organisationId === undefined || before.includes('member-contact')) return false
  if (!roles.includes('member-contact')) return false
  const since = new Date(now.getTime() - FORMER_CONTACT_MS)
  return hasOrHadContact(db, { organisationId, since })
}

/** Ends every session of a person, who may sign in again. Their machines go on: a gateway must not stop for a lost laptop. */
export async function endPersonsSessions(
  db: Db,
  actor: PersonActor,
  personId: PersonId,
  now: Date,
): Promise<void> {
  await loadPerson(db, personId)
  const ended = await endSessionsOf(db, { personId, now })
  await recordAudit(db, {
    actor,
    action: 'persons-sessions-ended',
    subject: `person:${personId}`,
    detail: { ended },
  })
}

/** Ends every token a person made; their sessions go on. */
export async function endPersonsTokens(
  db: Db,
  actor: PersonActor,
  personId: PersonId,
  now: Date,
): Promise<void> {
  const { organisationId } = await loadPerson(db, personId)
  const ended = await endTokensOf(db, actor, { personId, now })
  await recordAudit(db, {
    actor,
    action: 'persons-tokens-ended',
    subject: `person:${personId}`,
    detail: { ended },
  })
  if (ended > 0) await tellContactsOf(db, organisationId)
}
