import type { PersonId } from 'contract/common'
import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { type HubClient, type TestHub, withHub } from '../testing/index.ts'
import { waitForLocks } from '../testing/wait-for-locks.ts'
import { openBreakGlass } from './open-break-glass.ts'
import { createSoftwareAuthenticator } from './testing/software-authenticator.ts'

const follow = (hub: TestHub, path: string | undefined) =>
  hub.as(undefined).post('/api/sign-in/link', { token: path?.split('#')[1] })

test('an emergency link makes a new administrator, once and within a quarter of an hour', () =>
  withHub(async (hub) => {
    const link = await openBreakGlass(hub, 'night@hub.example')
    expect((await follow(hub, link?.path)).body).toEqual({ next: 'enrol' })
    expect((await follow(hub, link?.path)).status).toBe(410)
    const late = await openBreakGlass(hub, 'late@hub.example')
    hub.clock.advance(15 * 60_000 + 1)
    expect((await follow(hub, late?.path)).status).toBe(410)
  }))

test('it lets an administrator in again, and nobody else become one', () =>
  withHub(async (hub) => {
    const admin = (await hub.as('admin').get('/api/me')).body
    const analyst = (await hub.as('analyst').get('/api/me')).body
    expect(await openBreakGlass(hub, analyst.email)).toBeUndefined()
    const link = await openBreakGlass(hub, admin.email)
    expect((await follow(hub, link?.path)).body).toEqual({ next: 'enrol' })
    expect(await hub.auditOf(`person:${admin.personId}`)).toEqual([
      'break-glass-opened',
      'link-issued',
      'signed-in',
    ])
  }))

test('of several emergency links for one address at once only the last works', () =>
  withHub(async (hub) => {
    const admin = (await hub.as('admin').get('/api/me')).body
    for (const email of ['night@hub.example', admin.email]) {
      const links = await Promise.all([1, 2, 3].map(() => openBreakGlass(hub, email)))
      const answers = []
      for (const link of links) answers.push((await follow(hub, link?.path)).status)
      expect(answers.toSorted()).toEqual([200, 410, 410])
    }
  }))

test('an address that is registered in the same moment gets its link all the same', () =>
  withHub(async (hub) => {
    let opening: ReturnType<typeof openBreakGlass> | undefined
    await hub.inStaff(async (db) => {
      await sql`insert into noroshi.person (id, name, email, roles, language, created_at)
                values (gen_random_uuid(), 'Night', 'night@hub.example', array['hub-admin'], 'ja', now())`.execute(
        db,
      )
      opening = openBreakGlass(hub, 'night@hub.example')
      await waitForLocks(hub, 1)
    })
    expect((await follow(hub, (await opening)?.path)).body).toEqual({ next: 'enrol' })
  }))

/** An administrator who can sign in, or one who is yet to. */
async function administrator(hub: TestHub, personId: PersonId): Promise<HubClient> {
  const client = hub.as({ personId, secondFactor: false })
  const { challengeToken, options } = (await client.post('/api/me/passkeys/options')).body
  const response = createSoftwareAuthenticator().register(options.challenge)
  await client.post('/api/me/passkeys', { challengeToken, response, label: 'Key' })
  return hub.as({ personId, secondFactor: true })
}

async function findPerson(hub: TestHub, email: string): Promise<PersonId> {
  const { rows } = (await hub.as('admin').get('/api/people')).body
  return rows.find((person: { email: string }) => person.email === email).personId
}

test('whom an emergency link let in, and whom they invited, end nobody’s warning where an administrator from before can', () =>
  withHub(async (hub) => {
    const reason = { reason: 'All is well.' }
    const old = await administrator(hub, await hub.personOf('admin'))
    hub.clock.advance(60_000)
    const link = await openBreakGlass(hub, 'night@hub.example')
    await follow(hub, link?.path)
    const intruder = await administrator(hub, await findPerson(hub, 'night@hub.example'))
    const invitation = { name: 'Second self', email: 'self@hub.example', language: 'ja' }
    const invited = await intruder.post('/api/people', { ...invitation, roles: ['hub-admin'] })
    const second = await administrator(hub, invited.body.personId)
    hub.clock.advance(60_000)
    // Another link would make the second self one from before it.
    await openBreakGlass(hub, 'late@hub.example')

    const { rows } = (await intruder.get('/api/break-glass')).body
    expect(rows).toHaveLength(2)
    for (const { breakGlassId, acknowledgeable } of rows) {
      expect(acknowledgeable).toBe(false)
      for (const client of [intruder, second]) {
        const answer = await client.post(`/api/break-glass/${breakGlassId}/acknowledge`, reason)
        expect(answer.body.code).toBe('another-must-acknowledge')
      }
    }
    expect((await hub.as('lead').get('/api/break-glass')).body.rows).toHaveLength(2)
    const [{ breakGlassId, acknowledgeable }] = (await old.get('/api/break-glass')).body.rows
    const path = `/api/break-glass/${breakGlassId}/acknowledge`
    expect([acknowledgeable, (await old.post(path, reason)).status]).toEqual([true, 200])
  }))

test.each([
  ['shuts out', 'disabled', { disabled: true }],
  ['lowers', 'roles', { roles: ['hub-analyst'] }],
])(
  'whom an emergency link let in ends no warning because it %s who could, before a week has passed',
  (_, path, change) =>
    withHub(async (hub) => {
      const witness = await hub.personOf('admin')
      await administrator(hub, witness)
      hub.clock.advance(60_000)
      await openBreakGlass(hub, 'night@hub.example')
      const intruderId = await findPerson(hub, 'night@hub.example')
      const intruder = await administrator(hub, intruderId)
      const [{ breakGlassId }] = (await intruder.get('/api/break-glass')).body.rows
      const acknowledge = async (client: HubClient) => {
        const reason = { reason: 'All is well.' }
        return (await client.post(`/api/break-glass/${breakGlassId}/acknowledge`, reason)).status
      }
      expect(await acknowledge(intruder)).toBe(403)
      hub.clock.advance(60_000)
      expect((await intruder.post(`/api/people/${witness}/${path}`, change)).status).toBe(200)
      expect(await acknowledge(intruder)).toBe(403)
      expect((await hub.as('lead').get('/api/break-glass')).body.rows).toHaveLength(1)
      // Nobody is kept from it for ever.
      hub.clock.advance(7 * 24 * 3_600_000)
      expect(await acknowledge(hub.as({ personId: intruderId, secondFactor: true }))).toBe(200)
    }),
)

test('where no administrator from before can sign in, whoever came by the link says why', () =>
  withHub(async (hub) => {
    const personId = await hub.personOf('admin')
    const { email } = (await hub.as('admin').get('/api/me')).body
    await follow(hub, (await openBreakGlass(hub, email))?.path)
    const client = await administrator(hub, personId)
    const [{ breakGlassId, acknowledgeable }] = (await client.get('/api/break-glass')).body.rows
    const path = `/api/break-glass/${breakGlassId}/acknowledge`
    const answer = await client.post(path, { reason: 'The only key fell into the harbour.' })
    expect([acknowledgeable, answer.status]).toEqual([true, 200])
  }))

test('administrators and leads are told by mail, and all the hub’s people see it until an administrator says why', () =>
  withHub(async (hub) => {
    for (const who of ['admin', 'lead', 'analyst'] as const) await hub.personOf(who)
    await openBreakGlass(hub, 'night@hub.example')
    await hub.runJobs()
    const { rows: told } = await hub.inStaff((db) =>
      sql`select person_id from noroshi.notice where kind = 'break-glass-opened'`.execute(db),
    )
    // The administrator, the lead, and the new administrator.
    expect(told).toHaveLength(3)
    const seen = (await hub.as('analyst').get('/api/break-glass')).body.rows
    expect(seen).toHaveLength(1)
    const path = `/api/break-glass/${seen[0].breakGlassId}/acknowledge`
    const reason = { reason: 'Both telephones were lost in the fire.' }
    expect((await hub.as('lead').post(path, reason)).status).toBe(403)
    expect((await hub.as('admin').post(path, { reason: ' ' })).status).toBe(400)
    expect((await hub.as('admin').post(path, reason)).status).toBe(200)
    expect((await hub.as('admin').post(path, reason)).status).toBe(404)
    expect((await hub.as('analyst').get('/api/break-glass')).body.rows).toEqual([])
  }))
