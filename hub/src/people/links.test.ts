import type { PersonId } from 'contract/common'
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

/** A recovery an administrator began, with a lead there who may confirm it. */
async function beginRecovery(hub: TestHub, personId: string) {
  await hub.personOf('lead')
  const begun = await hub.as('admin').post(`/api/people/${personId}/recovery`)
  const token = tokenOf(begun.body.url)
  const answerAs = (who: 'admin' | 'lead' | { personId: PersonId }, word = 'confirm') =>
    hub.as(who).post(`/api/people/${personId}/recovery/${word}`)
  return { begun, token, answerAs }
}

test('a recovery takes nothing away and its link opens nothing before a second person confirms it', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const cookie = cookieOf((await account.signIn()).headers)
    const { begun, token, answerAs } = await beginRecovery(hub, account.personId)
    expect(begun.body.waits).toBe(true)
    expect((await follow(hub, token)).body.code).toBe('recovery-waits')
    expect((await hub.as(undefined).get('/api/me', cookie)).status).toBe(200)
    expect((await answerAs('admin')).body.code).toBe('another-must-confirm')
    expect((await answerAs('lead')).status).toBe(200)
    expect((await hub.as(undefined).get('/api/me', cookie)).status).toBe(401)
    hub.clock.advance(31_000)
    expect((await account.signIn()).status).toBe(401)
    expect((await follow(hub, token)).body).toEqual({ next: 'enrol' })
    expect(await hub.auditOf(`person:${account.personId}`)).toEqual(
      expect.arrayContaining(['link-issued', 'recovery-confirmed']),
    )
  }))

test('somebody the administrator invited this week cannot be its second person', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const friend = { name: 'Second self', email: 'second@people.example', roles: ['hub-lead'] }
    const { personId } = (await hub.as('admin').post('/api/people', friend)).body
    const { answerAs } = await beginRecovery(hub, account.personId)
    expect((await answerAs({ personId })).body.code).toBe('another-must-confirm')
  }))

test('a hub without a second person says so', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const refused = await hub.as('admin').post(`/api/people/${account.personId}/recovery`)
    expect([refused.status, refused.body.code]).toEqual([409, 'nobody-to-confirm'])
  }))

test('a declined recovery opens nothing', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const { token, answerAs } = await beginRecovery(hub, account.personId)
    expect((await answerAs('lead', 'decline')).status).toBe(200)
    expect((await follow(hub, token)).body.code).toBe('link-spent')
    expect((await answerAs('lead')).status).toBe(404)
  }))

test('whoever kept a recovery code need not wait, and keeps what is registered', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const me = hub.as({ personId: account.personId, secondFactor: true })
    const [code] = (await me.post('/api/me/recovery-codes')).body.codes
    const { token } = await beginRecovery(hub, account.personId)
    const come = (by: string) => hub.as(undefined).post('/api/sign-in/link', { token, code: by })
    expect((await come('ABCD-EFGH-JKMN-PQRS-TVWX-YZ01')).body.code).toBe('sign-in-failed')
    expect((await come(code)).body).toEqual({ next: 'home' })
    expect((await come(code)).body.code).toBe('link-spent')
    expect((await account.signIn()).status).toBe(200)
  }))

test.each([
  ['a reader', 'readerOf', undefined],
  ['a contact who was made a reader first', 'contactOf', ['member-reader']],
] as const)('%s is recovered by two people of the hub, not by one', (_who, kind, roles) =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    const who = kind === 'readerOf' ? { readerOf: organisationId } : { contactOf: organisationId }
    const personId = await hub.personOf(who)
    expect((await hub.as(who).get('/api/me')).status).toBe(200)
    if (roles !== undefined) {
      const order = { roles, acceptsNoContact: true }
      expect((await hub.as('admin').post(`/api/people/${personId}/roles`, order)).status).toBe(200)
    }
    const { begun, token, answerAs } = await beginRecovery(hub, personId)
    expect(begun.body.waits).toBe(true)
    expect((await follow(hub, token)).body.code).toBe('recovery-waits')
    expect((await answerAs('admin')).body.code).toBe('another-must-confirm')
    expect((await answerAs('lead')).status).toBe(200)
    expect((await follow(hub, token)).body).toEqual({ next: 'enrol' })
  }),
)

test('a link that was out when its person was shut out stays dead when they are let in again', () =>
  withHub(async (hub) => {
    const { url, personId } = await invite(hub)
    for (const disabled of [true, false]) {
      const order = await hub.as('admin').post(`/api/people/${personId}/disabled`, { disabled })
      expect(order.status).toBe(200)
    }
    expect((await follow(hub, tokenOf(url))).body.code).toBe('link-spent')
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
