import type { OrganisationId, PersonId } from 'contract/common'
import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'

/** A contact with a token that reads and submits, and a second contact so that the organisation keeps one. */
async function makeMachine(hub: TestHub) {
  const organisationId: OrganisationId = await hub.seed.organisation()
  const personId: PersonId = await hub.personOf({ contactOf: organisationId })
  const contact = hub.as({ personId })
  await hub.seed.person(['member-contact'], organisationId)
  const request = { name: 'Gateway', scopes: ['read:bulletins', 'write:submissions'], days: 90 }
  const { body } = await contact.post('/api/me/tokens', request)
  const read = async () => (await hub.as({ token: body.token }).get('/api/inbox')).status
  expect(await read()).toBe(200)
  const order = async (path: string, request?: object) => {
    const answer = await hub.as('admin').post(`/api/people/${personId}/${path}`, request)
    expect(answer.status).toBe(200)
  }
  return { organisationId, personId, tokenId: body.tokenId, token: body.token, read, order }
}

type Machine = Awaited<ReturnType<typeof makeMachine>>

const ACTS: readonly (readonly [string, (hub: TestHub, machine: Machine) => Promise<void>])[] = [
  [
    'recovered, begun by one and confirmed by another',
    async (hub, { personId, order, read }) => {
      await hub.personOf('lead')
      await order('recovery')
      expect(await read()).toBe(200)
      const confirmed = await hub.as('lead').post(`/api/people/${personId}/recovery/confirm`)
      expect(confirmed.status).toBe(200)
    },
  ],
  [
    'disabled and enabled again',
    async (_hub, { order }) => {
      await order('disabled', { disabled: true })
      await order('disabled', { disabled: false })
    },
  ],
  [
    'made a reader and a contact again',
    async (_hub, { order }) => {
      await order('roles', { roles: ['member-reader'] })
      await order('roles', { roles: ['member-contact'] })
    },
  ],
  ['told to lose every token', (_hub, { order }) => order('end-tokens')],
]

test('signing out everywhere leaves one’s tokens, says which, and ends them when asked to', () =>
  withHub(async (hub) => {
    const { personId, organisationId, read } = await makeMachine(hub)
    const contact = hub.as({ personId })
    expect((await contact.post('/api/me/sessions/end-others')).status).toBe(200)
    expect(await read()).toBe(200)
    expect((await contact.get('/api/me/made-tokens')).body).toEqual({ names: ['Gateway'] })
    // A colleague's are not one's own.
    const colleague = hub.as({ contactOf: organisationId })
    const other = hub.as({ personId: await hub.seed.person(['member-contact'], organisationId) })
    expect((await other.get('/api/me/made-tokens')).body).toEqual({ names: [] })
    expect((await other.post('/api/me/made-tokens/end')).status).toBe(200)
    expect(await read()).toBe(200)
    expect((await colleague.post('/api/me/made-tokens/end')).status).toBe(200)
    expect(await read()).toBe(401)
  }))

test.each(ACTS)('whoever is %s has no token any more', (_, act) =>
  withHub(async (hub) => {
    const machine = await makeMachine(hub)
    await act(hub, machine)
    expect(await machine.read()).toBe(401)
    const submitted = await hub
      .as({ token: machine.token })
      .post('/api/submissions', Buffer.from('x'), { 'idempotency-key': 'machine-door-0001' })
    expect(submitted.status).toBe(401)
    expect(await hub.auditOf(`token:${machine.tokenId}`)).toEqual([
      ...['token-created', 'token-revoked'],
    ])
    const mine = await hub.as({ contactOf: machine.organisationId }).get('/api/me/tokens')
    expect(JSON.stringify(mine.body)).not.toContain(machine.token)
  }),
)

test('signing somebody out everywhere leaves their machines, and other roles beside contact do too', () =>
  withHub(async (hub) => {
    const { order, read } = await makeMachine(hub)
    await order('end-sessions')
    await order('roles', { roles: ['member-contact', 'member-reader'] })
    expect(await read()).toBe(200)
  }))

test('only an administrator ends the tokens of another', () =>
  withHub(async (hub) => {
    const { personId, organisationId, read } = await makeMachine(hub)
    for (const who of ['lead', 'analyst', { contactOf: organisationId }] as const) {
      expect((await hub.as(who).post(`/api/people/${personId}/end-tokens`)).status).toBe(403)
    }
    expect(await read()).toBe(200)
  }))
