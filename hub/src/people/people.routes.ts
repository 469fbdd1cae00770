import { Done } from 'contract/common'
import {
  ChangeRolesRequest,
  DisablePersonRequest,
  InvitationLink,
  InvitePersonRequest,
  PersonList,
  PersonParams,
  RecoveryLink,
  STAFF_ROLES,
} from 'contract/people'
import { defineRoute } from '../http/define-route.ts'
import type { HubContext } from '../http/hub-env.ts'
import { act, done } from './act.ts'
import { loadPersonActor } from './actor.ts'
import { changeRoles, endPersonsSessions, endPersonsTokens } from './change-roles.ts'
import { confirmRaised } from './confirm-raised.ts'
import { type Invitation, invitePerson, setDisabled } from './invite-person.ts'
import { listPeople, type PersonRecord } from './people.queries.ts'
import { listRaisedContacts, type RaisedContact } from './raised-contact.queries.ts'
import { confirmRecovery, declineRecovery, recoverPerson } from './recover-person.ts'
import { listWaitingRecoveries, type WaitingRecovery } from './recovery.queries.ts'
import { hasFactor } from './sign-in-links.ts'

export const peopleRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/api/people',
      access: STAFF_ROLES,
      summary: 'Everybody who has an account',
      answer: PersonList,
    },
    (c) =>
      c.get('inTransaction')(async (db) => {
        const waiting = await listWaitingRecoveries(db, c.get('now'))
        const recoveryOf = new Map(waiting.map((one) => [one.personId, one]))
        const raisedOf = new Map((await listRaisedContacts(db)).map((one) => [one.personId, one]))
        const people = await listPeople(db)
        return {
          rows: people.map((one) => ({
            ...toPersonRow(one, recoveryOf.get(one.personId)),
            ...toRaised(raisedOf.get(one.personId)),
          })),
        }
      }),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/people',
      access: ['hub-admin'],
      stepUp: true,
      summary: 'Invite a person; answers with a one-time link to hand over',
      body: InvitePersonRequest,
      answer: InvitationLink,
    },
    async (c, { body }) => {
      const actor = loadPersonActor(c.get('actor'))
      const work = c.get('inTransaction')
      return toLink(c, await work((db) => invitePerson(db, actor, body, c.get('now'))))
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/people/{personId}/recovery',
      access: ['hub-admin'],
      stepUp: true,
      summary:
        'Begin the recovery of somebody who lost every way in; another person of the hub confirms it',
      params: PersonParams,
      answer: RecoveryLink,
    },
    async (c, { params }) => {
      const actor = loadPersonActor(c.get('actor'))
      const work = c.get('inTransaction')
      const begun = await work((db) => recoverPerson(db, actor, params.personId, c.get('now')))
      return { ...toLink(c, begun), waits: begun.waits }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/people/{personId}/recovery/confirm',
      access: ['hub-admin', 'hub-lead'],
      stepUp: true,
      summary: 'Confirm a recovery that somebody else began: old ways in go, the link works',
      params: PersonParams,
      answer: Done,
    },
    (c, { params }) =>
      done(act(c, (db, actor) => confirmRecovery(db, actor, params.personId, c.get('now')))),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/people/{personId}/recovery/decline',
      access: ['hub-admin', 'hub-lead'],
      stepUp: true,
      summary: 'Make the link of a waiting recovery useless',
      params: PersonParams,
      answer: Done,
    },
    (c, { params }) =>
      done(act(c, (db, actor) => declineRecovery(db, actor, params.personId, c.get('now')))),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/people/{personId}/disabled',
      access: ['hub-admin'],
      stepUp: true,
      summary: 'Shut a person out at once, or let them in again',
      params: PersonParams,
      body: DisablePersonRequest,
      answer: Done,
    },
    (c, { params, body }) =>
      done(
        act(c, (db, actor) => setDisabled(db, actor, { ...params, ...body, now: c.get('now') })),
      ),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/people/{personId}/roles',
      access: ['hub-admin'],
      stepUp: true,
      summary: 'Give another person other roles of the same side; ends their sessions',
      params: PersonParams,
      body: ChangeRolesRequest,
      answer: Done,
    },
    (c, { params, body }) => {
      const change = { ...params, ...body, now: c.get('now') }
      return done(act(c, (db, actor) => changeRoles(db, actor, change)))
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/people/{personId}/contact/confirm',
      access: ['hub-admin', 'hub-lead'],
      stepUp: true,
      summary: 'Confirm that somebody whom another raised to a contact is to be one',
      params: PersonParams,
      answer: Done,
    },
    (c, { params }) => done(act(c, (db, actor) => confirmRaised(db, actor, params.personId))),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/people/{personId}/end-sessions',
      access: ['hub-admin'],
      stepUp: true,
      summary: 'Sign a person out everywhere; the tokens they made stay',
      params: PersonParams,
      answer: Done,
    },
    (c, { params }) =>
      done(act(c, (db, actor) => endPersonsSessions(db, actor, params.personId, c.get('now')))),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/people/{personId}/end-tokens',
      access: ['hub-admin'],
      stepUp: true,
      summary: 'Revoke every API token a person made',
      params: PersonParams,
      answer: Done,
    },
    (c, { params }) =>
      done(act(c, (db, actor) => endPersonsTokens(db, actor, params.personId, c.get('now')))),
  ),
]

function toPersonRow(person: PersonRecord, recovery: WaitingRecovery | undefined) {
  const { personId, name, email, roles, organisationId, organisationName, disabledAt } = person
  return {
    ...{ personId, name, email, roles },
    ...(organisationId === undefined
      ? {}
      : { organisation: { organisationId, name: organisationName ?? '' } }),
    disabled: disabledAt !== undefined,
    invited: !hasFactor(person),
    ...(recovery !== undefined && {
      recovery: {
        begunBy: recovery.begunBy,
        begunByName: recovery.begunByName,
        begunAt: recovery.begunAt.toISOString(),
      },
    }),
  }
}

function toRaised(raised: RaisedContact | undefined) {
  if (raised === undefined) return {}
  const { raisedBy: by, raisedByName: byName, raisedAt } = raised
  return { raised: { by, byName, at: raisedAt.toISOString() } }
}

function toLink(c: HubContext, { personId, path, expiresAt }: Invitation) {
  const url = new URL(path, c.get('hub').config.baseUrl).href
  return { personId, url, expiresAt: expiresAt.toISOString() }
}
