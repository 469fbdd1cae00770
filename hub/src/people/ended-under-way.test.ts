import type { PersonId } from 'contract/common'
import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { type HubAnswer, type HubClient, type TestHub, withHub } from '../testing/index.ts'
import { openBreakGlass } from './open-break-glass.ts'
import { cookieOf, PASSWORD, registerPasswordAccount } from './testing/accounts.ts'
import { sendInLine } from './testing/hold-account.ts'
import { createSoftwareAuthenticator } from './testing/software-authenticator.ts'

// Somebody at another's open session sends a request that adds a way in of their own, and while it waits for its turn
// the account is recovered, shut, or signed out. Nothing of what they sent may stay.

const OTHER_PASSWORD = 'another horse battery staple'

/** Takes every way in and every session away from the account. */
type End = (hub: TestHub, personId: PersonId) => Promise<() => Promise<HubAnswer>>

const recover: End = async (hub, personId) => {
  const lead = hub.as('lead')
  await lead.get('/api/me')
  await hub.as('admin').post(`/api/people/${personId}/recovery`)
  return () => lead.post(`/api/people/${personId}/recovery/confirm`)
}
const byAdministrator =
  (path: string, body?: unknown): End =>
  async (hub, personId) => {
    const admin = hub.as('admin')
    await admin.get('/api/me')
    return () => admin.post(`/api/people/${personId}/${path}`, body)
  }
const shut = byAdministrator('disabled', { disabled: true })
const signOut = byAdministrator('end-sessions')
const changeRoles = byAdministrator('roles', { roles: ['hub-lead'] })

/** Whoever sits at the open session gets everything ready; what comes back sends the last request. */
type Add = (hub: TestHub, thief: HubClient) => Promise<() => Promise<HubAnswer>>

const passkey: Add = async (_, thief) => {
  const { challengeToken, options } = (await thief.post('/api/me/passkeys/options')).body
  const response = createSoftwareAuthenticator().register(options.challenge)
  return () => thief.post('/api/me/passkeys', { challengeToken, response, label: 'Key' })
}
const app: Add = async (hub, thief) => {
  const { uri } = (await thief.post('/api/me/totp')).body
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const code = new TOTP({ secret }).generate({ timestamp: hub.clock.now().getTime() })
  return () => thief.post('/api/me/totp/confirm', { code, password: OTHER_PASSWORD })
}
const appBegun: Add = async (_, thief) => () => thief.post('/api/me/totp')
const codes: Add = async (_, thief) => () => thief.post('/api/me/recovery-codes')
const others: Add = async (_, thief) => () => thief.post('/api/me/sessions/end-others')

// biome-ignore format: a table is read by its columns.
const CASES: readonly (readonly [string, string, Add, End])[] = [
  ['a passkey',                      'is recovered',             passkey,  recover],
  ['a passkey',                      'is shut',                  passkey,  shut],
  ['a passkey',                      'is signed out everywhere', passkey,  signOut],
  ['a passkey',                      'gets other roles',         passkey,  changeRoles],
  ['an authenticator app',           'is recovered',             app,      recover],
  ['an authenticator app',           'is signed out everywhere', app,      signOut],
  ['an app that is begun',           'is recovered',             appBegun, recover],
  ['recovery codes',                 'is recovered',             codes,    recover],
  ['recovery codes',                 'is signed out everywhere', codes,    signOut],
  ['the end of all other sessions',  'is signed out everywhere', others,   signOut],
]

test.each(CASES)('%s, asked for while the account %s, is refused and not kept', (_, __, add, end) =>
  withHub(async (hub) => {
    for (const who of ['admin', 'lead'] as const) await hub.personOf(who)
    const personId = await hub.personOf('analyst')
    const thief = hub.as({ personId, secondFactor: true })
    await thief.get('/api/me')
    const ending = await end(hub, personId)
    const adding = await add(hub, thief)
    const [ended, answer] = await sendInLine(hub, personId, ending, adding)
    expect(ended.status).toBe(200)
    expect([answer.status, answer.body.code]).toEqual([401, 'sign-in-required'])
    expect(answer.headers.getSetCookie()).toEqual([])
    await hub.as('admin').post(`/api/people/${personId}/disabled`, { disabled: false })
    const me = (await hub.as({ personId }).get('/api/me')).body
    expect(me.factors).toEqual({ password: false, totp: false, passkeys: 0 })
    expect((await hub.as({ personId }).get('/api/me/recovery-codes')).body.left).toBe(0)
  }),
)

test('beside an emergency link for an administrator a passkey is refused too', () =>
  withHub(async (hub) => {
    const personId = await hub.personOf('admin')
    const thief = hub.as({ personId, secondFactor: true })
    const { email } = (await thief.get('/api/me')).body
    const adding = await passkey(hub, thief)
    const opening = () => openBreakGlass(hub, email)
    const [link, answer] = await sendInLine(hub, personId, opening, adding)
    expect(link).toBeDefined()
    expect(answer.body.code).toBe('sign-in-required')
  }))

test('a token asked for while its contact is shut is refused', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    const personId = await hub.personOf({ contactOf: organisationId })
    const thief = hub.as({ personId, secondFactor: true })
    await thief.get('/api/me')
    const [, answer] = await sendInLine(hub, personId, await shut(hub, personId), () =>
      thief.post('/api/me/tokens', { name: 'gateway', scopes: ['read:bulletins'], days: 30 }),
    )
    expect(answer.body.code).toBe('sign-in-required')
  }))

test('a session handed out for a passkey just before all sessions end, ends with them', () =>
  withHub(async (hub) => {
    const personId = await hub.personOf('analyst')
    const thief = hub.as({ personId, secondFactor: true })
    const adding = await passkey(hub, thief)
    const [added, ended] = await sendInLine(hub, personId, adding, await signOut(hub, personId))
    expect([added.status, ended.status]).toEqual([200, 200])
    expect((await hub.as(undefined).get('/api/me', cookieOf(added.headers))).status).toBe(401)
  }))

test('a password that is being changed while its account is signed out everywhere stays as it was', () =>
  withHub(async (hub) => {
    const person = await registerPasswordAccount(hub)
    const session = cookieOf((await person.signIn()).headers)
    const change = (current: string) =>
      hub.as(undefined).post('/api/me/password', { current, password: OTHER_PASSWORD }, session)
    const end = await signOut(hub, person.personId)
    // After some wrong ones the next waits before it is looked at; in that time the sessions end.
    for (let tries = 0; tries < 6; tries += 1) await change('a wrong horse battery staple')
    const { sleep } = hub.clock
    Object.assign(hub.clock, { sleep: async () => expect((await end()).status).toBe(200) })
    expect((await change(PASSWORD)).status).toBe(401)
    Object.assign(hub.clock, { sleep })
    hub.clock.advance(31_000)
    expect((await person.signIn({ password: OTHER_PASSWORD })).status).toBe(401)
    hub.clock.advance(31_000)
    expect((await person.signIn()).status).toBe(200)
  }))
