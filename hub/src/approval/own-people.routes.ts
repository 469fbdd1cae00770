import { Done } from 'contract/common'
import {
  DisablePersonRequest,
  InvitationLink,
  InviteOwnPersonRequest,
  OwnPersonList,
  PersonParams,
} from 'contract/people'
import { defineRoute, type HubContext } from '../http/index.ts'
import {
  inviteOwnPerson,
  listOwnPeople,
  loadPersonActor,
  loadStanding,
  renewOwnInvitation,
  setOwnDisabled,
} from '../people/index.ts'

/**
 * What a contact may do about the accounts of its own organisation. Whom the hub made a contact within a day may neither
 * bring friends nor shut those out who would object.
 */
export const ownPeopleRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/api/me/people',
      access: ['member-contact'],
      summary: 'People of the own organisation who have an account.',
      answer: OwnPersonList,
    },
    async (c) => {
      const actor = loadPersonActor(c.get('actor'))
      return c.get('inStaff')((db) => listOwnPeople(db, actor))
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/people',
      access: ['member-contact'],
      stepUp: true,
      summary: 'Invite somebody into the own organisation; answers with a one-time link.',
      body: InviteOwnPersonRequest,
      answer: InvitationLink,
    },
    async (c, { body }) => {
      const actor = await loadStanding(c)
      return toLink(
        c,
        await c.get('inStaff')((db) => inviteOwnPerson(db, actor, body, c.get('now'))),
      )
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/people/{personId}/link',
      access: ['member-contact'],
      stepUp: true,
      summary: 'Another one-time link for somebody who has not come in yet.',
      params: PersonParams,
      answer: InvitationLink,
    },
    async (c, { params: { personId } }) => {
      const actor = await loadStanding(c)
      const now = c.get('now')
      return toLink(c, await c.get('inStaff')((db) => renewOwnInvitation(db, actor, personId, now)))
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/people/{personId}/disabled',
      access: ['member-contact'],
      stepUp: true,
      summary: 'Shut somebody of the own organisation out at once, or let them in again.',
      params: PersonParams,
      body: DisablePersonRequest,
      answer: Done,
    },
    async (c, { params, body }) => {
      const actor = await loadStanding(c)
      const order = { ...params, ...body, now: c.get('now') }
      await c.get('inStaff')((db) => setOwnDisabled(db, actor, order))
      return { done: true as const }
    },
  ),
]

type Link = Awaited<ReturnType<typeof inviteOwnPerson>>

function toLink(c: HubContext, { personId, path, expiresAt }: Link) {
  const url = new URL(path, c.get('hub').config.baseUrl).href
  return { personId, url, expiresAt: expiresAt.toISOString() }
}
