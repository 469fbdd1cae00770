import { PlannedDay, Done, GroupId, Language, MembershipId, OrganisationId } from 'contract/common'
import {
  CreateGroupRequest,
  GroupCreated,
  JoinRequest,
  LeaveRequest,
  MembershipCreated,
  OrganisationList,
  OrganisationView,
  RegisterOrganisationRequest,
  ReviseVaultRequest,
  StructureView,
} from 'contract/community'
import { MEMBER_ROLES, STAFF_ROLES } from 'contract/people'
import { renderStructure } from 'reports'
import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import { type HubContext, type HubRoute, defineRoute } from '../http/index.ts'
import { isStaff } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { confirmRegistered } from './confirm-registered.ts'
import { createGroup } from './create-group.ts'
import { HUB_NAME } from './hub-name.ts'
import { joinGroup } from './join-group.ts'
import { laneRoutes } from './lane.routes.ts'
import { leaveGroup } from './leave-group.ts'
import { loadOrganisationView } from './load-organisation-view.ts'
import { loadOwnStructure, loadStructure } from './load-structure.ts'
import { listOrganisations } from './organisation.queries.ts'
import { registerOrganisation } from './register-organisation.ts'
import { reviseVault } from './revise-vault.ts'

const EVERYBODY = [...STAFF_ROLES, ...MEMBER_ROLES] as const
/** Who keeps the register: whoever may sign for the hub. */
const KEEPERS = ['hub-admin', 'hub-lead'] as const
const AsOf = z.object({ asOf: PlannedDay.optional() })
const OfOrganisation = z.object({ organisationId: OrganisationId })

const getStructure = defineRoute(
  {
    method: 'get',
    path: '/api/community/structure',
    summary: 'The operating structure on a day; members see the groups they act in.',
    access: EVERYBODY,
    query: AsOf,
    answer: StructureView,
  },
  (c, { query }) => loadStructureFor(c, query.asOf),
)

const drawStructure = defineRoute(
  {
    method: 'get',
    path: '/api/community/structure.svg',
    summary: 'The operating structure as a drawing.',
    access: EVERYBODY,
    query: AsOf.extend({ lang: Language.default('ja') }),
    answerType: 'image/svg+xml',
  },
  async (c, { query }) => {
    const { asOf, groups } = await loadStructureFor(c, query.asOf)
    const svg = renderStructure({ asOf, groups, hubName: HUB_NAME }, query.lang)
    return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' })
  },
)

const listAll = defineRoute(
  {
    method: 'get',
    path: '/api/organisations',
    summary: 'Every organisation of the community.',
    access: STAFF_ROLES,
    answer: OrganisationList,
  },
  async (c) => ({
    rows: await c.get('inTransaction')((db) => listOrganisations(db, dayInJapan(c.get('now')))),
  }),
)

const loadOne = defineRoute(
  {
    method: 'get',
    path: '/api/organisations/{organisationId}',
    summary: 'One organisation with its vault; a member finds only its own.',
    access: EVERYBODY,
    params: OfOrganisation,
    answer: OrganisationView,
  },
  (c, { params }) => loadViewFor(c, params.organisationId),
)

const register = defineRoute(
  {
    method: 'post',
    path: '/api/organisations',
    summary:
      'Enter an organisation into the register. An administrator confirms its domains for invitations by that, which wants a fresh second factor.',
    access: KEEPERS,
    body: RegisterOrganisationRequest,
    answer: OrganisationView,
  },
  (c, { body }) =>
    c.get('inTransaction')(async (db) => {
      const id = await registerOrganisation(db, c.get('actor'), body, c.get('now'))
      await confirmRegistered(db, c.get('actor'), {
        organisationId: id,
        domains: body.domains,
        now: c.get('now'),
      })
      return loadOrganisationView(db, id, dayInJapan(c.get('now')))
    }),
)

const putVault = defineRoute(
  {
    method: 'put',
    path: '/api/organisations/{organisationId}/vault',
    summary:
      'Replace what an organisation keeps with the hub: names, domains, people, partners. Taking something out wants a fresh second factor, and of the hub an administrator or a lead.',
    access: ['member-contact', 'hub-analyst', 'hub-lead', 'hub-admin'],
    params: OfOrganisation,
    body: ReviseVaultRequest,
    answer: OrganisationView,
    bodyBytesMax: 2_000_000,
  },
  async (c, { params, body }) => {
    await c.get('inTransaction')((db) =>
      reviseVault(db, c.get('actor'), params.organisationId, body, c.get('now')),
    )
    return loadViewFor(c, params.organisationId)
  },
)

const begin = defineRoute(
  {
    method: 'post',
    path: '/api/groups',
    summary: 'Begin a SIG or a coordination framework.',
    access: KEEPERS,
    body: CreateGroupRequest,
    answer: GroupCreated,
  },
  async (c, { body }) => ({
    groupId: await c.get('inTransaction')((db) =>
      createGroup(db, c.get('actor'), body, c.get('now')),
    ),
  }),
)

const join = defineRoute(
  {
    method: 'post',
    path: '/api/groups/{groupId}/memberships',
    summary:
      'Take an organisation into a group, with the agreement that binds it. It reads from then on what the group reads.',
    access: KEEPERS,
    stepUp: true,
    params: z.object({ groupId: GroupId }),
    body: JoinRequest,
    answer: MembershipCreated,
  },
  async (c, { params, body }) => ({
    membershipId: await c.get('inTransaction')((db) =>
      joinGroup(db, c.get('actor'), params.groupId, body),
    ),
  }),
)

const leave = defineRoute(
  {
    method: 'post',
    path: '/api/memberships/{membershipId}/leave',
    summary: 'End a membership on a day.',
    access: KEEPERS,
    stepUp: true,
    params: z.object({ membershipId: MembershipId }),
    body: LeaveRequest,
    answer: Done,
  },
  async (c, { params, body }) => {
    await c.get('inTransaction')((db) =>
      leaveGroup(db, c.get('actor'), params.membershipId, body.leftOn),
    )
    return { done: true } as const
  },
)

export const communityRoutes: readonly HubRoute[] = [
  getStructure,
  drawStructure,
  listAll,
  loadOne,
  register,
  putVault,
  begin,
  join,
  leave,
  ...laneRoutes,
]

function loadStructureFor(c: HubContext, asOf: string | undefined) {
  const day = asOf ?? dayInJapan(c.get('now'))
  const load = isStaff(c.get('actor')) ? loadStructure : loadOwnStructure
  return c.get('inTransaction')((db) => load(db, day))
}

function loadViewFor(c: HubContext, organisationId: OrganisationId) {
  const actor = c.get('actor')
  if (!isStaff(actor) && actor.organisationId !== organisationId) throw new Refusal('not-found')
  return c.get('inTransaction')((db) =>
    loadOrganisationView(db, organisationId, dayInJapan(c.get('now'))),
  )
}
