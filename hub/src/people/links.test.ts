import { expect, test } from 'vitest'
import { withHub } from '../testing/index.ts'
import type { TestHub } from '../testing/index.ts'
import { prepareFirstAdministrator } from './first-administrator.ts'
import { cookieOf, registerPasswordAccount } from './testing/accounts.ts'

const tokenOf = (url: string) => url.split('#')[1]
const follow = (hub: TestHub, token: string | undefined) =>
  hub.as(undefined).post('/api/sign-in/link', { token })

async function invite(hub: TestHub, email = 'new@people.example') {
  const request = { name: 'New', email, roles: ['hub-analyst'] }
  return (await hub.as('admin').post('/api/people', request)).body
}

test('an invitation works once, and only for registering a factor', () =>
  withHub(async (hub) => {
    const { url } = await invite(hub)
    const answer = await follow(hub, tokenOf(url))
    expect(answer.body).toEqual({ next: 'enrol' })
    const cookie = cookieOf(answer.headers)
    const refused = await hub.as(undefined).get('/api/people', cookie)
    expect(refused.body.code).toBe('second-factor-required')
    expect((await hub.as(undefined).get('/api/me', cookie)).body.secondFactor).toBe(false)
    expect((await follow(hub, tokenOf(url))).body.code).toBe('link-spent')
  }))

test('an invitation ends after a week, and a newer one takes its place', () =>
  withHub(async (hub) => {
    const { url, personId } = await invite(hub)
    const newer = (await hub.as('admin').post(`/api/people/${personId}/recovery`)).body
    expect((await follow(hub, tokenOf(url))).status).toBe(410)
    hub.clock.advance(8 * 24 * 3_600_000)
    expect((await follow(hub, tokenOf(newer.url))).status).toBe(410)
  }))

test('recovery takes away every factor and session', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const cookie = cookieOf((await account.signIn()).headers)
    await hub.as('admin').post(`/api/people/${account.personId}/recovery`)
    expect((await hub.as(undefined).get('/api/me', cookie)).status).toBe(401)
    hub.clock.advance(31_000)
    expect((await account.signIn()).status).toBe(401)
  }))

test('the first administrator gets a link until one of them can sign in', () =>
  withHub(async (hub) => {
    const first = await prepareFirstAdministrator(hub)
    const second = await prepareFirstAdministrator(hub)
    expect((await follow(hub, first?.split('#')[1])).status).toBe(410)
    expect((await follow(hub, second?.split('#')[1])).body).toEqual({ next: 'enrol' })
  }))

test.each([
  ['a hub role inside an organisation', ['hub-analyst'], true],
  ['a member role without an organisation', ['member-contact'], false],
  ['both at once', ['hub-analyst', 'member-contact'], true],
  ['both at once, of the hub', ['hub-analyst', 'member-contact'], false],
])('nobody is invited as %s', (_, roles, isMember) =>
  withHub(async (hub) => {
    const organisationId = isMember ? await hub.seed.organisation() : undefined
    const answer = await hub
      .as('admin')
      .post('/api/people', { name: 'N', email: 'n@people.example', roles, organisationId })
    expect(answer.status).toBe(400)
  }),
)

test('an e-mail address belongs to one person, whatever its letters’ case', () =>
  withHub(async (hub) => {
    await invite(hub)
    const again = await hub
      .as('admin')
      .post('/api/people', { name: 'N', email: 'NEW@people.example', roles: ['hub-lead'] })
    expect(again.status).toBe(409)
  }))
