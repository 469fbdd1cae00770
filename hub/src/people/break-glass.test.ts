import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { openBreakGlass } from './open-break-glass.ts'

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
