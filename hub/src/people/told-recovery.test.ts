import type { PersonId } from 'contract/common'
import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { expectOk } from '../testing/bulletin-story.ts'
import { type TestHub, withHub } from '../testing/index.ts'

// Whose account is recovered hears of it, whoever it is, and so do those who look after the hub.

/** Who was told what, once the mails are on their way. */
async function listTold(hub: TestHub): Promise<(readonly [string, PersonId])[]> {
  await hub.runJobs()
  const { rows } = await hub.inStaff((db) =>
    sql<{ kind: string; person: PersonId }>`
      select kind, person_id as person from noroshi.notice order by kind, person_id`.execute(db),
  )
  return rows.map(({ kind, person }) => [kind, person])
}

/** A hub with an administrator, a lead beside the one to be recovered, who was signed in before. */
async function openHub(hub: TestHub) {
  const [admin, lead] = [await hub.personOf('admin'), await hub.personOf('lead')]
  const personId = await hub.seed.person(['hub-lead'])
  const asOwner = () => hub.as({ personId, secondFactor: true })
  expectOk(await asOwner().get('/api/me'))
  const path = `/api/people/${personId}/recovery`
  const keepers = [admin, lead, personId].toSorted()
  return { personId, asOwner, path, toTold: (kind: string) => keepers.map((id) => [kind, id]) }
}

test('a lead whose recovery is begun is told, as are administrators and leads, and stops it', () =>
  withHub(async (hub) => {
    const { personId, asOwner, path, toTold } = await openHub(hub)
    const { url } = expectOk(await hub.as('admin').post(path))
    expect(await listTold(hub)).toEqual([
      ['own-recovery-begun', personId],
      ...toTold('staff-recovery-begun'),
    ])
    const waits = { state: 'waits', on: '2026-10-15' }
    expect(expectOk(await asOwner().get('/api/me')).recovery).toEqual(waits)
    expectOk(await asOwner().post('/api/me/recovery/decline'))
    expect(expectOk(await asOwner().get('/api/me')).recovery).toBeUndefined()
    expect((await asOwner().post('/api/me/recovery/decline')).status).toBe(404)
    expect((await hub.as('lead').post(`${path}/confirm`)).status).toBe(404)
    const link = { token: url.split('#')[1] }
    expect((await hub.as(undefined).post('/api/sign-in/link', link)).body.code).toBe('link-spent')
    expect(await hub.auditOf(`person:${personId}`)).toContain('recovery-declined')
  }))

test('a lead whose recovery is confirmed is told by mail and for a month after each sign-in', () =>
  withHub(async (hub) => {
    const { personId, asOwner, path, toTold } = await openHub(hub)
    expectOk(await hub.as('admin').post(path))
    expectOk(await hub.as('lead').post(`${path}/confirm`))
    const told = await listTold(hub)
    expect(told).toContainEqual(['own-recovery-confirmed', personId])
    expect(told).toEqual(expect.arrayContaining(toTold('staff-changed')))
    const recovery = { state: 'confirmed', on: '2026-10-15' }
    expect(expectOk(await asOwner().get('/api/me')).recovery).toEqual(recovery)
    hub.clock.advance(31 * 86_400_000)
    expect(expectOk(await asOwner().get('/api/me')).recovery).toBeUndefined()
  }))

test('a member’s reader is told of a recovery, and nobody at the hub by mail', () =>
  withHub(async (hub) => {
    await hub.personOf('lead')
    const organisationId = await hub.seed.organisation()
    const personId = await hub.personOf({ readerOf: organisationId })
    const contact = await hub.personOf({ contactOf: organisationId })
    expectOk(await hub.as({ readerOf: organisationId }).get('/api/me'))
    expectOk(await hub.as('admin').post(`/api/people/${personId}/recovery`))
    expect(await listTold(hub)).toEqual([
      ['contact-changed', contact],
      ['own-recovery-begun', personId],
    ])
    expectOk(await hub.as({ readerOf: organisationId }).post('/api/me/recovery/decline'))
  }))

test.each([
  ['invited', '', { name: 'N', email: 'n@people.example', roles: ['hub-lead'] }],
  ['given other roles', '/roles', { roles: ['hub-analyst', 'hub-admin'] }],
  ['shut out', '/disabled', { disabled: true }],
])('administrators and leads are told when somebody of the hub is %s', (_, act, body) =>
  withHub(async (hub) => {
    const lead = await hub.personOf('lead')
    const analyst = await hub.personOf('analyst')
    const path = act === '' ? '/api/people' : `/api/people/${analyst}${act}`
    expectOk(await hub.as('admin').post(path, body))
    expect(await listTold(hub)).toContainEqual(['staff-changed', lead])
  }),
)
