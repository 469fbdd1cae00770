import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'
import { WRONG_PROOFS_MAX } from './limits.ts'
import { startSession } from './sessions.ts'
import { registerPasswordAccount } from './testing/accounts.ts'
import { sendInLine } from './testing/hold-account.ts'
import { type HostileProvider, type Lie, startHostileProvider } from './testing/hostile-provider.ts'
import { type Account, type RealProvider, startRealProvider } from './testing/real-provider.ts'

const RETURN = 'http://localhost:8080/sign-in/return'
const MORI: Account = { subject: 'mori-1' }

/** A hub that knows this provider, with the second factor of these values, if any. */
async function withProvider<
  P extends { issuer: string; clientSecret: string; stop(): Promise<void> },
>(
  start: () => Promise<P>,
  work: (hub: TestHub, provider: P) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<void> {
  const provider = await start()
  const folder = mkdtempSync(join(tmpdir(), 'noroshi-provider-'))
  const secretFile = join(folder, 'secret')
  writeFileSync(secretFile, provider.clientSecret, { mode: 0o600 })
  const own = {
    NOROSHI_OIDC_ISSUER: provider.issuer,
    NOROSHI_OIDC_CLIENT_ID: 'hub',
    NOROSHI_OIDC_CLIENT_SECRET_FILE: secretFile,
  }
  try {
    await withHub((hub) => work(hub, provider), { settings: { ...own, ...settings } })
  } finally {
    await provider.stop()
    rmSync(folder, { recursive: true })
  }
}
const withReal = (
  work: (hub: TestHub, provider: RealProvider) => Promise<void>,
  settings?: Record<string, string>,
) => withProvider(() => startRealProvider(RETURN), work, settings)
const withHostile = (
  work: (hub: TestHub, provider: HostileProvider) => Promise<void>,
  settings?: Record<string, string>,
) => withProvider(startHostileProvider, work, settings)

/** Cookies an answer sets, as the browser would send them next. */
const cookiesOf = (headers: Headers) => ({
  cookie: headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .filter((pair) => !pair?.endsWith('='))
    .join('; '),
})

async function begin(hub: TestHub, client = hub.as(undefined), path = '/api/sign-in/provider') {
  const answer = await client.post(`${path}/start`)
  expect(answer.status).toBe(200)
  return { url: answer.body.url as string, cookie: cookiesOf(answer.headers) }
}

/** Signs in through the real provider. */
async function enter(hub: TestHub, provider: RealProvider, account: Account) {
  const { url, cookie } = await begin(hub)
  const came = await provider.walk(url, account)
  return hub.as(undefined).post('/api/sign-in/provider/finish', came, cookie)
}

/** Links an account at the provider to a person who is signed in already. */
async function link(hub: TestHub, provider: RealProvider, account: Account) {
  const person = await registerPasswordAccount(hub)
  hub.clock.advance(31_000)
  const session = cookiesOf((await person.signIn()).headers)
  const started = await hub.as(undefined).post('/api/me/provider/start', undefined, session)
  const came = await provider.walk(started.body.url, account)
  const cookie = `${session.cookie}; ${cookiesOf(started.headers).cookie}`
  const linked = await hub.as(undefined).post('/api/me/provider/finish', came, { cookie })
  expect(linked.status).toBe(200)
  hub.clock.advance(31_000)
  return person
}

/** The same at the provider that says what it is told to. */
async function linkAs(hub: TestHub, provider: HostileProvider) {
  const person = await registerPasswordAccount(hub)
  const session = cookiesOf((await person.signIn()).headers)
  const started = await hub.as(undefined).post('/api/me/provider/start', undefined, session)
  const sent = new URL(started.body.url).searchParams
  provider.lie = { nonce: sent.get('nonce') ?? '' }
  const came = { code: 'any', state: sent.get('state') ?? '' }
  const cookie = `${session.cookie}; ${cookiesOf(started.headers).cookie}`
  const linked = await hub.as(undefined).post('/api/me/provider/finish', came, { cookie })
  expect(linked.status).toBe(200)
  hub.clock.advance(31_000)
  return person
}

test('a linked account leads in, and the hub still asks for its own second factor', () =>
  withReal(async (hub, provider) => {
    const person = await link(hub, provider, MORI)
    const session = cookiesOf((await enter(hub, provider, MORI)).headers)
    const browser = hub.as(undefined)
    const me = (await browser.get('/api/me', session)).body
    expect(me).toMatchObject({ personId: person.personId, secondFactor: false })
    expect((await browser.get('/api/people', session)).body.code).toBe('second-factor-required')
    // The provider's word alone must not be enough to register the factor that is asked for beside it.
    const planted = await browser.post('/api/me/passkeys/options', undefined, session)
    expect(planted.body.code).toBe('step-up-required')

    await browser.post('/api/me/step-up/totp', { code: person.code() }, session)
    expect((await browser.get('/api/people', session)).status).toBe(200)
  }))

test('the provider’s own second factor counts only when the settings say so', () =>
  withReal(
    async (hub, provider) => {
      await link(hub, provider, MORI)
      for (const [amr, complete] of [
        [['pwd'], false],
        [['pwd', 'mfa'], true],
      ] as const) {
        const session = cookiesOf((await enter(hub, provider, { ...MORI, amr })).headers)
        const me = (await hub.as(undefined).get('/api/me', session)).body
        expect([amr, me.secondFactor]).toEqual([amr, complete])
      }
    },
    { NOROSHI_OIDC_SECOND_FACTOR: 'mfa hwk' },
  ))

/** Signs in by a word of the lying provider and tries what asks for a fresh second factor. */
async function stepUpAfter(
  hub: TestHub,
  provider: HostileProvider,
  claims: Readonly<Record<string, unknown>>,
) {
  const { url, cookie } = await begin(hub)
  const sent = new URL(url).searchParams
  provider.lie = { nonce: sent.get('nonce') ?? '', claims: { amr: ['mfa'], ...claims } }
  const came = { code: 'any', state: sent.get('state') ?? '' }
  const entered = await hub.as(undefined).post('/api/sign-in/provider/finish', came, cookie)
  expect(entered.status).toBe(200)
  const session = cookiesOf(entered.headers)
  const acted = await hub.as(undefined).post('/api/me/recovery-codes', undefined, session)
  return { session, answer: acted.body.code ?? acted.status }
}

// OpenID Connect Core §2 (auth_time, in seconds since 1970) and §3.1.2.1 (max_age).
test('a second factor given at the provider is as fresh here as the provider says', () =>
  withHostile(
    async (hub, provider) => {
      const { searchParams } = new URL((await begin(hub)).url)
      expect(searchParams.get('max_age')).toBe('600')
      const person = await linkAs(hub, provider)
      const ago = (seconds: number) => Math.floor(hub.clock.now().getTime() / 1000) - seconds
      for (const [claims, answer] of [
        [{ auth_time: ago(0) }, 200],
        [{ auth_time: ago(540) }, 200],
        [{ auth_time: ago(600) }, 'step-up-required'],
        [{ auth_time: ago(3 * 86_400) }, 'step-up-required'],
        [{}, 'step-up-required'],
      ] as const) {
        expect([claims, (await stepUpAfter(hub, provider, claims)).answer]).toEqual([
          claims,
          answer,
        ])
      }
      // Nine minutes of the ten are gone; the hub's own code opens it again.
      const { session } = await stepUpAfter(hub, provider, { auth_time: ago(540) })
      hub.clock.advance(61_000)
      const act = () => hub.as(undefined).post('/api/me/recovery-codes', undefined, session)
      expect((await act()).body.code).toBe('step-up-required')
      await hub.as(undefined).post('/api/me/step-up/totp', { code: person.code() }, session)
      expect((await act()).status).toBe(200)
    },
    { NOROSHI_OIDC_SECOND_FACTOR: 'mfa' },
  ))

test('nobody is found by a mail address, however verified the provider says it is', () =>
  withReal(async (hub, provider) => {
    const person = await link(hub, provider, MORI)
    const answer = await enter(hub, provider, { subject: 'stranger', email: person.email })
    expect([answer.status, answer.body.code]).toEqual([401, 'identity-unknown'])
    expect(answer.headers.getSetCookie().join()).not.toContain('noroshi_session')
  }))

test('a code, a state and a browser go together, once', () =>
  withReal(async (hub, provider) => {
    await link(hub, provider, MORI)
    const finish = async (came: Record<string, string>, cookie: Record<string, string>) =>
      (await hub.as(undefined).post('/api/sign-in/provider/finish', came, cookie)).status

    const own = await begin(hub)
    const came = await provider.walk(own.url, MORI)
    const victim = await begin(hub)
    // Login CSRF: the attacker's return in the victim's browser, or with the victim's state.
    expect(await finish(came, victim.cookie)).toBe(401)
    const state = new URL(victim.url).searchParams.get('state') ?? ''
    expect(await finish({ ...came, state }, victim.cookie)).toBe(401)
    expect(await finish(came, {})).toBe(401)

    expect(await finish(came, own.cookie)).toBe(200)
    expect(await finish(came, own.cookie)).toBe(401)
    const replay = await begin(hub)
    const fresh = new URL(replay.url).searchParams.get('state') ?? ''
    expect(await finish({ ...came, state: fresh }, replay.cookie)).toBe(401)
  }))

test('an identity that is somebody else’s is not linked twice, nor by another’s return', () =>
  withReal(async (hub, provider) => {
    await link(hub, provider, MORI)
    const lead = hub.as('lead')
    const { url, cookie } = await begin(hub, lead, '/api/me/provider')
    const came = await provider.walk(url, MORI)
    // `as` keeps its own session cookie; the browser sends both.
    const both = async (caller: 'lead' | 'admin') => {
      const personId = await hub.personOf(caller)
      const token = await hub.inStaff((db) =>
        startSession(db, { personId, secondFactor: true, now: hub.clock.now(), browser: 'test' }),
      )
      return { cookie: `noroshi_session=${token}; ${cookie.cookie}` }
    }
    const stolen = await hub
      .as(undefined)
      .post('/api/me/provider/finish', came, await both('admin'))
    expect(stolen.status).toBe(401)
    const again = await begin(hub, lead, '/api/me/provider')
    const second = await provider.walk(again.url, MORI)
    const headers = {
      cookie: `${(await both('lead')).cookie.split(';')[0]}; ${again.cookie.cookie}`,
    }
    const taken = await hub.as(undefined).post('/api/me/provider/finish', second, headers)
    expect(taken.body.code).toBe('conflict')
  }))

test('a disabled person is out by this way too', () =>
  withReal(async (hub, provider) => {
    const { personId } = await link(hub, provider, MORI)
    await hub.as('admin').post(`/api/people/${personId}/disabled`, { disabled: true })
    expect((await enter(hub, provider, MORI)).status).toBe(401)
  }))

test('whoever holds the identity alone does not guess the code in one session after another', () =>
  withReal(async (hub, provider) => {
    const person = await link(hub, provider, MORI)
    const guess = (session: Record<string, string>) =>
      hub.as(undefined).post('/api/me/step-up/totp', { code: '000000' }, session)
    for (let visit = 0; visit < 3; visit += 1) {
      const session = cookiesOf((await enter(hub, provider, MORI)).headers)
      for (let one = 0; one < WRONG_PROOFS_MAX; one += 1) await guess(session)
    }
    // After five free ones each guess waits longer than the one before, up to the longest wait.
    expect(hub.clock.sleeps.slice(0, 5)).toEqual([250, 500, 1000, 2000, 4000])
    expect(hub.clock.sleeps).toHaveLength(2 * WRONG_PROOFS_MAX)
    // The owner's way by password is not slowed by it.
    hub.clock.advance(31_000)
    expect((await person.signIn()).status).toBe(200)
    expect(hub.clock.sleeps).toHaveLength(2 * WRONG_PROOFS_MAX)
  }))

test('a recovered account is entered by no identity that was linked before', () =>
  withReal(async (hub, provider) => {
    const { personId } = await link(hub, provider, MORI)
    expect((await enter(hub, provider, MORI)).status).toBe(200)
    await hub.personOf('lead')
    await hub.as('admin').post(`/api/people/${personId}/recovery`)
    await hub.as('lead').post(`/api/people/${personId}/recovery/confirm`)
    expect((await enter(hub, provider, MORI)).body.code).toBe('identity-unknown')
    // Nor is it once the owner has a factor again.
    expect((await hub.as({ personId }).get('/api/me/provider')).body).toEqual({ linked: false })
  }))

test('unlinking an identity ends the sessions it opened elsewhere, and keeps one’s own', () =>
  withReal(async (hub, provider) => {
    const person = await link(hub, provider, MORI)
    const elsewhere = cookiesOf((await enter(hub, provider, MORI)).headers)
    const own = cookiesOf((await person.signIn()).headers)
    const browser = hub.as(undefined)
    expect((await browser.delete('/api/me/provider', own)).status).toBe(200)
    expect((await browser.get('/api/me', elsewhere)).status).toBe(401)
    expect((await browser.get('/api/me', own)).status).toBe(200)
  }))

test('an identity that is being linked while its account is recovered or signed out is not linked', () =>
  withHostile(async (hub, provider) => {
    for (const who of ['admin', 'lead'] as const) await hub.personOf(who)
    const person = await registerPasswordAccount(hub)
    const [admin, lead] = [hub.as('admin'), hub.as('lead')]
    await lead.get('/api/me')
    const path = `/api/people/${person.personId}`
    for (const end of [
      () => admin.post(`${path}/end-sessions`),
      () => lead.post(`${path}/recovery/confirm`),
    ]) {
      const session = cookiesOf((await person.signIn()).headers)
      const started = await hub.as(undefined).post('/api/me/provider/start', undefined, session)
      const sent = new URL(started.body.url).searchParams
      provider.lie = { nonce: sent.get('nonce') ?? '' }
      const came = { code: 'any', state: sent.get('state') ?? '' }
      const cookie = `${session.cookie}; ${cookiesOf(started.headers).cookie}`
      await admin.post(`${path}/recovery`)
      const [ended, linked] = await sendInLine(hub, person.personId, end, () =>
        hub.as(undefined).post('/api/me/provider/finish', came, { cookie }),
      )
      expect([ended.status, linked.status, linked.body.code]).toEqual([
        200,
        401,
        'sign-in-required',
      ])
      const me = hub.as({ personId: person.personId })
      expect((await me.get('/api/me/provider')).body).toEqual({ linked: false })
      hub.clock.advance(31_000)
    }
  }))

test('a provider that is away says so, and the other ways in stay open', () =>
  withReal(async (hub, provider) => {
    const person = await link(hub, provider, MORI)
    const { url, cookie } = await begin(hub)
    const came = await provider.walk(url, MORI)
    await provider.stop()
    const answer = await hub.as(undefined).post('/api/sign-in/provider/finish', came, cookie)
    expect([answer.status, answer.body.code]).toEqual([503, 'sign-in-service-away'])
    expect((await person.signIn()).status).toBe(200)
  }))

// biome-ignore format: a table is read by its columns.
const LIES: readonly (readonly [string, Omit<Lie, 'nonce'> & { readonly nonce?: string }])[] = [
  ['another nonce',              { nonce: 'of-another-visit' }],
  ['no nonce',                   { claims: { nonce: undefined } }],
  ['another issuer',             { claims: { iss: 'https://other.example' } }],
  ['another audience',           { claims: { aud: 'another-client' } }],
  ['an audience besides ours',   { claims: { aud: ['hub', 'other'], azp: 'other' } }],
  ['another party it was made for', { claims: { azp: 'other' } }],
  ['an end that has passed',     { claims: { exp: 1_700_000_000, iat: 1_699_999_000 } }],
  ['no subject',                 { claims: { sub: undefined } }],
  ['no signature (alg none)',    { alg: 'none' }],
  ['the client’s secret as key', { alg: 'HS256' }],
  ['a key nobody published',     { isForged: true }],
]

test('of an ID token everything is checked, whatever else holds', () =>
  withHostile(async (hub, provider) => {
    const tell = async (lie: Omit<Lie, 'nonce'> & { nonce?: string }) => {
      const { url, cookie } = await begin(hub)
      const sent = new URL(url).searchParams
      provider.lie = { nonce: sent.get('nonce') ?? '', ...lie }
      const came = { code: 'any', state: sent.get('state') ?? '' }
      const { body } = await hub.as(undefined).post('/api/sign-in/provider/finish', came, cookie)
      return body.code
    }
    // An honest word gets as far as asking whose identity it is.
    expect(await tell({})).toBe('identity-unknown')
    for (const [what, lie] of LIES)
      expect([what, await tell(lie)]).toEqual([what, 'sign-in-failed'])
  }))

test('without a provider in the settings its routes are not there', () =>
  withHub(async (hub) => {
    expect((await hub.as(undefined).get('/api/sign-in/ways')).body).toEqual({})
    expect((await hub.as(undefined).post('/api/sign-in/provider/start')).status).toBe(404)
  }))
