import { STAFF_ROLES, type Role } from 'contract/people'
import { Role as RoleName } from 'contract/people'
import { expect, test } from 'vitest'
import { STEP_UP_MS_MAX } from '../people/limits.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { mailBytes } from '../testing/mails.ts'
import { defineRoute, type HubRoute } from './define-route.ts'

const ROLES: readonly Role[] = RoleName.options
const NO_SUCH_ID = '00000000-0000-4000-8000-000000000000'

async function clientsByRole(hub: TestHub) {
  const organisationId = await hub.seed.organisation()
  const clients = ROLES.map(async (role) => {
    const isStaff = (STAFF_ROLES as readonly Role[]).includes(role)
    const personId = await hub.seed.person([role], isStaff ? undefined : organisationId)
    return [role, hub.as({ personId, secondFactor: true })] as const
  })
  return Promise.all(clients)
}

/** Whether the route should let the role in, read from its rule alone. */
function isMeantFor({ access }: HubRoute, role: Role): boolean {
  return typeof access === 'string' || access.includes(role)
}

const isRefusedByRule = ({
  status,
  body,
}: {
  status: number
  body: { code?: string } | undefined
}) => status === 403 && body?.code === 'role-required'

test('every route answers every role as its rule says', () =>
  withHub(async (hub) => {
    for (const [role, client] of await clientsByRole(hub)) {
      for (const route of hub.routes) {
        // Signing out ends the session the rest of the row needs; it is open to every session anyway.
        if (route.path === '/api/sign-out') continue
        const path = route.path.replaceAll(/\{\w+\}/g, NO_SUCH_ID)
        const answer = await client[route.method](path)
        if (isMeantFor(route, role)) continue
        expect([role, route.method, route.path, isRefusedByRule(answer)]).toEqual([
          role,
          route.method,
          route.path,
          true,
        ])
      }
    }
  }))

test('nobody gets anywhere but through routes that are open to everybody', () =>
  withHub(async (hub) => {
    for (const route of hub.routes.filter(({ access }) => access !== 'public')) {
      const answer = await hub
        .as(undefined)
        [route.method](route.path.replaceAll(/\{\w+\}/g, NO_SUCH_ID))
      expect([route.path, answer.status]).toEqual([route.path, 401])
    }
  }))

test('a session without its second factor reaches enrolment and nothing else', () =>
  withHub(async (hub) => {
    const client = hub.as({ personId: await hub.seed.person(['hub-admin']), secondFactor: false })
    for (const route of hub.routes.filter(
      ({ access }) => access !== 'public' && access !== 'enrolling',
    )) {
      const answer = await client[route.method](route.path.replaceAll(/\{\w+\}/g, NO_SUCH_ID))
      expect([route.path, answer.body?.code]).toEqual([route.path, 'second-factor-required'])
    }
  }))

/** Acts of lasting weight, and whatever changes who gets in. A new one that is not listed fails here. */
const WANTS_STEP_UP = [
  'get /api/evidence/{sha256}/download',
  'get /api/me/step-up',
  'post /api/admissions/{admissionId}/answer',
  'put /api/cases/{caseId}/restriction',
  'put /api/submissions/{submissionId}/restriction',
  'delete /api/cases/{caseId}/restriction',
  'delete /api/my/submissions/{submissionId}/restriction',
  'delete /api/submissions/{submissionId}/restriction',
  'post /api/agreement-signatures/{signatureId}/accept',
  'post /api/agreement-texts',
  'post /api/approvals/{approvalId}/answer',
  'post /api/break-glass/{breakGlassId}/acknowledge',
  'delete /api/my/always-asked',
  'post /api/bulletins/{bulletinId}/release',
  'post /api/bulletins/{bulletinId}/technical-lane',
  'post /api/groups/{groupId}/lane',
  'post /api/groups/{groupId}/memberships',
  'post /api/memberships/{membershipId}/leave',
  'post /api/statistics/import',
  'post /api/withdrawals/{withdrawalId}/decline',
  'post /api/bulletins/{bulletinId}/withdraw',
  'post /api/me/new-contacts/{personId}/confirm',
  'post /api/my/agreements/{groupId}/sign',
  'post /api/organisations/{organisationId}/end-agreement',
  'post /api/statistics/breakdown',
  'put /api/organisations/{organisationId}/mail-domains',
]
const CHANGES_WHO_GETS_IN =
  /^(post|put|delete) \/api\/(people|me\/(people|totp|password|passkeys|provider|tokens|recovery-codes))/
/** Taking rights away from oneself must stay quick. */
const MAY_BE_QUICK = ['delete /api/me/tokens/{tokenId}']

test('what is hard to take back, and what changes who gets in, wants a fresh second factor', () =>
  withHub(async (hub) => {
    const all = hub.routes.map(({ method, path }) => `${method} ${path}`)
    const entries = all.filter((route) => CHANGES_WHO_GETS_IN.test(route))
    const wanted = [...WANTS_STEP_UP, ...entries.filter((route) => !MAY_BE_QUICK.includes(route))]
    const declared = hub.routes.filter(({ stepUp }) => stepUp)
    expect(declared.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(wanted.sort())
  }))

test('a route that wants a fresh second factor answers nobody whose last one is old', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    for (const role of ROLES) {
      const isStaff = (STAFF_ROLES as readonly Role[]).includes(role)
      const personId = await hub.seed.person([role], isStaff ? undefined : organisationId)
      const client = hub.as({ personId, isProofShort: true })
      await client.get('/api/me')
      hub.clock.advance(STEP_UP_MS_MAX)
      for (const route of hub.routes.filter((of) => of.stepUp && isMeantFor(of, role))) {
        const answer = await client[route.method](route.path.replaceAll(/\{\w+\}/g, NO_SUCH_ID))
        expect([route.path, answer.body?.code]).toEqual([route.path, 'step-up-required'])
      }
    }
  }))

test('what is taken out of a vault or let out of a submission wants a fresh second factor; the opposite does not', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    const path = `/api/organisations/${organisationId}`
    const personId = await hub.seed.person(['member-contact'], organisationId)
    const client = hub.as({ personId, isProofShort: true })
    const key = { 'idempotency-key': 'step-up-by-its-body' }
    const { submissionId } = (await client.post('/api/submissions', mailBytes(), key)).body
    await client.put(`${path}/vault`, { hosts: ['ABC-01'] })
    const { wishes } = (await client.get(`/api/my/submissions/${submissionId}`)).body
    hub.clock.advance(STEP_UP_MS_MAX)
    const { revision } = (await client.get(path)).body
    const vault = (hosts: string[]) => client.put(`${path}/vault`, { hosts, revision })
    const wish = (other: object) =>
      client.put(`/api/submissions/${submissionId}/wishes`, { ...wishes, ...other })
    const asked = [await vault([]), await vault(['ABC-02']), await wish({ tlp: 'GREEN' })]
    expect(asked.map(({ body }) => body.code)).toEqual(asked.map(() => 'step-up-required'))
    const quick = [await vault(['ABC-01', 'ABC-02']), await wish({ tlp: 'RED' })]
    expect(quick.map(({ status }) => status)).toEqual([200, 200])
  }))

test.each([
  ['without a rule', undefined],
  ['with an empty list of roles', []],
])('a hub with a route %s does not start', async (_, access) => {
  const route = defineRoute(
    { method: 'get', path: '/api/forgotten', access: 'public', summary: 'Forgotten' },
    () => new Response(),
  )
  const broken = { ...route, access } as unknown as HubRoute
  await expect(withHub(async () => {}, { routes: [broken] })).rejects.toThrow(/no access rule/)
})

test('odd spellings of an address reach nothing that the plain one does not', () =>
  withHub(async (hub) => {
    const reader = hub.as({ readerOf: await hub.seed.organisation() })
    for (const path of [
      '//api/people',
      '/api//people',
      '/api/people/',
      '/api/people/.',
      '/api/./people',
      '/api/x/../people',
      '/api/%70eople',
      '/api/people%2f',
      '/api/people;x=1',
      '/api/people%00',
      '/API/PEOPLE',
      '/api/people?role=hub-admin',
      '/api/people#',
    ]) {
      const { status } = await reader.get(`http://localhost:8080${path}`)
      expect([path, [403, 404].includes(status)]).toEqual([path, true])
    }
  }))
