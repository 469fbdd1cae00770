import type { OrganisationId, PersonId } from 'contract/common'
import type { InviteOwnPersonRequest, OwnPersonRow } from 'contract/people'
import type { z } from 'zod'
import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import { loadOrganisation, type PersonActor } from './actor.ts'
import { type DisablingOrder, type Invitation, invitePerson, setDisabled } from './invite-person.ts'
import { PEOPLE_PER_ORGANISATION_MAX } from './limits.ts'
import { listMailDomains } from './mail-domains.queries.ts'
import { toMailDomain } from './mail-domains.ts'
import { listShutByHub, lockPeopleOf } from './own-people.queries.ts'
import { listPeopleOf, type PersonRecord } from './people.queries.ts'
import { wasEverSignedIn } from './recovery.queries.ts'
import { hasFactor, issueLink } from './sign-in-links.ts'
import { tellContactsOf } from './tell-contacts-of.ts'

/** The people of the contact's own organisation, and at which mail domains it may invite more. */
export async function listOwnPeople(
  db: Db,
  actor: PersonActor,
): Promise<{ rows: OwnPersonRow[]; mailDomains: string[] }> {
  const organisationId = loadOrganisation(actor)
  const shut = await listShutByHub(db, organisationId)
  const rows = (await listPeopleOf(db, organisationId)).map((person) => {
    const { personId, name, email, roles, disabledAt } = person
    const state = { disabled: disabledAt !== undefined, invited: !hasFactor(person) }
    return { ...{ personId, name, email, roles }, ...state, shutByHub: shut.has(personId) }
  })
  return { rows, mailDomains: await listMailDomains(db, organisationId) }
}

/**
 * Lets a contact invite somebody into its own organisation. Only at a mail domain that the hub has confirmed for the
 * organisation, at which nobody else has an address: else an answer would tell which addresses, or domains, of other
 * members have accounts, and what their people forward by mail would be taken for the inviter's.
 */
export async function inviteOwnPerson(
  db: Db,
  actor: PersonActor,
  request: z.output<typeof InviteOwnPersonRequest>,
  now: Date,
): Promise<Invitation> {
  const { organisationId, people } = await enter(db, actor)
  if (people.length >= PEOPLE_PER_ORGANISATION_MAX) throw new Refusal('too-many-people')
  const domains = await listMailDomains(db, organisationId)
  if (!domains.includes(toMailDomain(request.email))) throw new Refusal('address-not-own')
  if (people.some(({ email }) => email === request.email)) throw new Refusal('address-taken')
  return invitePerson(db, actor, { ...request, organisationId }, now)
}

/** Another link for somebody who never came in; the one before becomes useless. */
export async function renewOwnInvitation(
  db: Db,
  actor: PersonActor,
  personId: PersonId,
  now: Date,
): Promise<Invitation> {
  const { organisationId, people } = await enter(db, actor)
  const person = findOwn(people, personId)
  // Whoever has come in and lost their ways gets in by the hub, where two people look.
  const isNewcomer = !hasFactor(person) && !(await wasEverSignedIn(db, personId))
  if (!isNewcomer || person.disabledAt !== undefined) throw new Refusal('invitation-used')
  const link = await issueLink(db, actor, { personId, purpose: 'invitation', now })
  await tellContactsOf(db, organisationId)
  return { personId, ...link }
}

/** Shuts somebody of the own organisation out at once, or lets them in again: never oneself, so that a contact stays. */
export async function setOwnDisabled(
  db: Db,
  actor: PersonActor,
  order: DisablingOrder,
): Promise<void> {
  const { organisationId, people } = await enter(db, actor)
  const { personId, disabled } = order
  const person = findOwn(people, personId)
  if (personId === actor.personId) throw new Refusal('own-account')
  if (disabled === (person.disabledAt !== undefined)) return
  const isHubs = !disabled && (await listShutByHub(db, organisationId)).has(personId)
  if (isHubs) throw new Refusal('shut-by-hub')
  await setDisabled(db, actor, order)
}

/** Takes turns with the other contacts; whoever was shut out while waiting for theirs does nothing more. */
async function enter(
  db: Db,
  actor: PersonActor,
): Promise<{ organisationId: OrganisationId; people: readonly PersonRecord[] }> {
  const organisationId = loadOrganisation(actor)
  await lockPeopleOf(db, organisationId)
  const people = await listPeopleOf(db, organisationId)
  const self = people.find(({ personId }) => personId === actor.personId)
  if (self === undefined || self.disabledAt !== undefined) throw new Refusal('sign-in-required')
  if (!self.roles.includes('member-contact')) throw new Refusal('role-required')
  return { organisationId, people }
}

/** Somebody of another organisation is nobody. */
function findOwn(people: readonly PersonRecord[], personId: PersonId): PersonRecord {
  const person = people.find((one) => one.personId === personId)
  if (person === undefined) throw new Refusal('not-found')
  return person
}
