import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { type HubClient, type TestHub, withHub } from '../testing/index.ts'
import { cookieOf, registerPasswordAccount } from './testing/accounts.ts'
import { createSoftwareAuthenticator } from './testing/software-authenticator.ts'

test('other roles hold at once, and what was open under the old ones ends', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const cookie = cookieOf((await account.signIn()).headers)
    const path = `/api/people/${account.personId}/roles`
    expect((await hub.as('admin').post(path, { roles: ['hub-lead'] })).status).toBe(200)
    expect((await hub.as(undefined).get('/api/me', cookie)).status).toBe(401)
    hub.clock.advance(31_000)
    const anew = cookieOf((await account.signIn()).headers)
    expect((await hub.as(undefined).get('/api/me', anew)).body.roles).toEqual(['hub-lead'])
  }))

test('an administrator signs a person out everywhere; the person may come back', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const cookie = cookieOf((await account.signIn()).headers)
    const path = `/api/people/${account.personId}/end-sessions`
    expect((await hub.as('lead').post(path)).status).toBe(403)
    expect((await hub.as('admin').post(path)).status).toBe(200)
    expect((await hub.as(undefined).get('/api/me', cookie)).status).toBe(401)
    hub.clock.advance(31_000)
    expect((await account.signIn()).status).toBe(200)
  }))

test('nobody is given a role of the other side, nor do administrators change their own', () =>
  withHub(async (hub) => {
    const admin = hub.as('admin')
    const change = (personId: string, roles: string[]) =>
      admin.post(`/api/people/${personId}/roles`, { roles })
    const reader = await hub.personOf({ readerOf: await hub.seed.organisation() })
    expect((await change(reader, ['hub-admin'])).status).toBe(400)
    expect((await change(await hub.personOf('analyst'), ['member-contact'])).status).toBe(400)
    const self = await hub.personOf('admin')
    for (const roles of [['hub-admin', 'hub-lead', 'hub-analyst'], ['hub-analyst']]) {
      expect((await change(self, roles)).body.code).toBe('own-roles')
    }
    const other = hub.as({ personId: await hub.seed.person(['hub-admin']), secondFactor: true })
    const roles = ['hub-admin', 'hub-lead']
    expect((await other.post(`/api/people/${self}/roles`, { roles })).status).toBe(200)
  }))

test('nobody is made a lead by an account they let in this week, directly or by way of another', () =>
  withHub(async (hub) => {
    const self = await hub.personOf('admin')
    const invite = async (by: HubClient, email: string) => {
      const answer = await by.post('/api/people', { name: 'N', email, roles: ['hub-admin'] })
      return hub.as({ personId: answer.body.personId, secondFactor: true })
    }
    const first = await invite(hub.as('admin'), 'first@people.example')
    const second = await invite(first, 'second@people.example')
    for (const puppet of [first, second]) {
      const roles = ['hub-admin', 'hub-lead']
      const refused = await puppet.post(`/api/people/${self}/roles`, { roles })
      expect([refused.status, refused.body.code]).toEqual([409, 'roles-by-own-hand'])
    }
    const { body } = await first.get('/api/people')
    expect(body.rows.find((one: { personId: string }) => one.personId === self).roles).toEqual([
      'hub-admin',
    ])
  }))

test.each([
  ['shut each other out', (other: string) => [`${other}/disabled`, { disabled: true }]],
  ['make each other analysts', (other: string) => [`${other}/roles`, { roles: ['hub-analyst'] }]],
] as const)('of two administrators who %s at once one is left', (_, toOrder) =>
  withHub(async (hub) => {
    const pair = await Promise.all([1, 2].map(() => hub.seed.person(['hub-admin'])))
    const release = await holdPeople(hub)
    const answers = pair.map((personId, index) => {
      const [path, body] = toOrder(pair[1 - index] ?? '')
      return hub.as({ personId, secondFactor: true }).post(`/api/people/${path}`, body)
    })
    await release()
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(await countWith(hub, 'hub-admin')).toBe(1)
  }),
)

test('of the last two contacts made readers at once one is left', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    const contacts = await Promise.all(
      [1, 2].map(() => hub.seed.person(['member-contact'], organisationId)),
    )
    const admins = await Promise.all([1, 2].map(() => hub.seed.person(['hub-admin'])))
    const release = await holdPeople(hub)
    const answers = admins.map((personId, index) =>
      hub
        .as({ personId, secondFactor: true })
        .post(`/api/people/${contacts[index]}/roles`, { roles: ['member-reader'] }),
    )
    await release()
    const codes = (await Promise.all(answers)).map(({ body }) => body.code)
    expect(codes.toSorted()).toEqual(['last-contact', undefined])
    expect(await countWith(hub, 'member-contact')).toBe(1)
  }))

/** Holds everybody's row until all who wait for one stand side by side. */
async function holdPeople(hub: TestHub): Promise<() => Promise<void>> {
  const { promise: until, resolve: go } = Promise.withResolvers<void>()
  const { promise: held, resolve: isHeld } = Promise.withResolvers<void>()
  const holding = hub.inStaff(async (db) => {
    await sql`select from noroshi.person for no key update`.execute(db)
    isHeld()
    await until
  })
  await held
  return async () => {
    await waitingForLocks(hub, 2)
    go()
    await holding
  }
}

/** Waits until so many transactions of this database stand before a lock. */
async function waitingForLocks(hub: TestHub, count: number): Promise<void> {
  const waiting = await hub.inStaff((db) =>
    sql`select from pg_locks
         where not granted and pid in (select l.pid from pg_locks l join pg_database d on d.oid = l.database
                                        where d.datname = current_database())`.execute(db),
  )
  if (waiting.rows.length < count) await waitingForLocks(hub, count)
}

async function countWith(hub: TestHub, role: string): Promise<number> {
  const { rows } = await hub.inStaff((db) =>
    sql`select from noroshi.person where ${role} = any (roles) and disabled_at is null`.execute(db),
  )
  return rows.length
}

test('an organisation’s last contact becomes a reader only knowingly, and is shut out at once', () =>
  withHub(async (hub) => {
    const admin = hub.as('admin')
    const contact = await hub.personOf({ contactOf: await hub.seed.organisation() })
    const roles = ['member-reader']
    const refused = await admin.post(`/api/people/${contact}/roles`, { roles })
    expect([refused.status, refused.body.code]).toEqual([409, 'last-contact'])
    // A stolen account cannot wait until somebody else is invited.
    const shut = await admin.post(`/api/people/${contact}/disabled`, { disabled: true })
    expect(shut.status).toBe(200)
    const log = JSON.stringify((await admin.get('/api/audit')).body)
    expect(log).toContain('contactsLeft')
  }))

test('a token ends with its maker’s role', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    const maker = { contactOf: organisationId }
    const request = { name: 'SIEM', scopes: ['read:bulletins'], days: 30 }
    const { token } = (await hub.as(maker).post('/api/me/tokens', request)).body
    const feed = () =>
      hub.as({ token }).get('/taxii2/', { accept: 'application/taxii+json;version=2.1' })
    expect((await feed()).status).toBe(200)
    const order = { roles: ['member-reader'], acceptsNoContact: true }
    await hub.as('admin').post(`/api/people/${await hub.personOf(maker)}/roles`, order)
    expect((await feed()).status).toBe(401)
  }))

test('whoever came in by a factor that was taken away is out', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const elsewhere = cookieOf((await account.signIn()).headers)
    const own = hub.as('analyst')
    const device = createSoftwareAuthenticator()
    const { challengeToken, options } = (await own.post('/api/me/passkeys/options')).body
    const response = device.register(options.challenge)
    const added = await own.post('/api/me/passkeys', { challengeToken, response, label: 'Key' })
    const here = cookieOf(added.headers)
    expect((await hub.as(undefined).delete('/api/me/totp', here)).status).toBe(200)
    expect((await hub.as(undefined).get('/api/me', elsewhere)).status).toBe(401)
    expect((await hub.as(undefined).get('/api/me', here)).status).toBe(200)
  }))
