import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'
import { HUB } from './actor.ts'
import { STEP_UP_MS_MAX, WRONG_PROOFS_MAX } from './limits.ts'
import { issueLink } from './sign-in-links.ts'
import { cookieOf, type PasswordAccount, registerPasswordAccount } from './testing/accounts.ts'
import {
  type AnswerOverrides,
  createSoftwareAuthenticator,
  type SoftwareAuthenticator,
} from './testing/software-authenticator.ts'

const SAMPLE = `/api/evidence/${'0'.repeat(64)}/download`

/** A browser in which somebody signed in with password and code some time ago. */
async function openStaleSession(hub: TestHub, account: PasswordAccount) {
  const cookie = cookieOf((await account.signIn()).headers)
  hub.clock.advance(STEP_UP_MS_MAX + 1)
  const browser = hub.as(undefined)
  return {
    get: (path: string) => browser.get(path, cookie),
    post: (path: string, body?: unknown) => browser.post(path, body, cookie),
    prove: (code = account.code()) => browser.post('/api/me/step-up/totp', { code }, cookie),
    /** What the route says about the proof: whether it got past it at all. */
    mayActs: async () =>
      (await browser.get(SAMPLE, cookie)).body?.code !== 'step-up-required' &&
      (await browser.get('/api/me/step-up', cookie)).status === 200,
  }
}

test('minutes after signing in an act asks for the second factor again, and takes it from the app', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const session = await openStaleSession(hub, account)
    const refused = await session.get(SAMPLE)
    expect([refused.status, refused.body.code]).toEqual([403, 'step-up-required'])
    expect((await session.get('/api/people')).status).toBe(200)

    expect((await session.prove()).status).toBe(200)
    expect(await session.mayActs()).toBe(true)
    hub.clock.advance(STEP_UP_MS_MAX)
    expect(await session.mayActs()).toBe(false)
  }))

test('the code that signed in proves nothing a second time', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const code = account.code()
    const cookie = cookieOf((await account.signIn()).headers)
    const again = await hub.as(undefined).post('/api/me/step-up/totp', { code }, cookie)
    expect([again.status, again.body.code]).toEqual([403, 'proof-failed'])
  }))

test('after a few wrong codes the session ends, and its owner signs in anew', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const other = await openStaleSession(hub, account)
    hub.clock.advance(31_000)
    const guessed = await openStaleSession(hub, account)
    for (let guess = 1; guess <= WRONG_PROOFS_MAX; guess += 1) {
      expect((await guessed.get('/api/me')).status).toBe(200)
      expect((await guessed.prove('000000')).body.code).toBe('proof-failed')
    }
    expect((await guessed.get('/api/me')).status).toBe(401)
    expect((await other.get('/api/me')).status).toBe(200)
    expect((await account.signIn()).status).toBe(200)
    const log = await hub.auditOf(`person:${account.personId}`)
    expect(log.filter((action) => action === 'step-up-failed')).toHaveLength(WRONG_PROOFS_MAX)
  }))

test('of a hundred codes sent at once only the first few are looked at', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const session = await openStaleSession(hub, account)
    const guesses = Array.from({ length: 100 }, () => session.prove('000000'))
    // Its true code, behind them in the line, comes too late in this session.
    const late = session.prove()
    await Promise.all(guesses)
    expect((await late).status).not.toBe(200)
    expect((await session.get('/api/me')).status).toBe(401)
    hub.clock.advance(31_000)
    expect((await account.signIn()).status).toBe(200)
  }))

test.each([
  ['nothing', ''],
  ['another length', '12345'],
  ['full-width digits of no step', '１２３４５６'],
])('%s is no proof', (_, code) =>
  withHub(async (hub) => {
    const session = await openStaleSession(hub, await registerPasswordAccount(hub))
    expect((await session.prove(code)).body.code).toBe('proof-failed')
    expect(await session.mayActs()).toBe(false)
  }),
)

async function registerPasskey(hub: TestHub, caller: 'analyst' | 'lead') {
  const device = createSoftwareAuthenticator()
  const client = hub.as(caller)
  const { challengeToken, options } = (await client.post('/api/me/passkeys/options')).body
  const response = device.register(options.challenge)
  await client.post('/api/me/passkeys', { challengeToken, response, label: 'Key' })
  return device
}

async function proveByPasskey(
  hub: TestHub,
  device: SoftwareAuthenticator,
  overrides?: AnswerOverrides,
) {
  const personId = await hub.personOf('analyst')
  const client = hub.as({ personId, isProofShort: true })
  await client.get('/api/me')
  hub.clock.advance(STEP_UP_MS_MAX + 1)
  const { challengeToken, options } = (await client.post('/api/me/step-up/passkey/options')).body
  const response = device.answer(options.challenge, overrides)
  const answer = await client.post('/api/me/step-up/passkey', { challengeToken, response })
  const { code } = (await client.get(SAMPLE)).body
  return { code: answer.body.code, isOpen: code !== 'step-up-required' }
}

test('a passkey of one’s own proves it, another person’s does not', () =>
  withHub(async (hub) => {
    const own = await registerPasskey(hub, 'analyst')
    const others = await registerPasskey(hub, 'lead')
    expect(await proveByPasskey(hub, own)).toEqual({ code: undefined, isOpen: true })
    expect(await proveByPasskey(hub, others)).toEqual({ code: 'proof-failed', isOpen: false })
  }))

test.each<[string, AnswerOverrides]>([
  ['without the person being verified', { userVerified: false }],
  ['made for another site', { origin: 'https://hub.attacker.example' }],
])('a passkey answer %s proves nothing', (_, overrides) =>
  withHub(async (hub) => {
    const own = await registerPasskey(hub, 'analyst')
    expect((await proveByPasskey(hub, own, overrides)).isOpen).toBe(false)
  }),
)

test('in a demonstration the link stands for a fresh factor as well', () =>
  withHub(
    async (hub) => {
      const personId = await hub.personOf('analyst')
      const { path } = await hub.inStaff((db) =>
        issueLink(db, HUB, { personId, purpose: 'demo', now: hub.clock.now() }),
      )
      const token = path.slice(path.indexOf('#') + 1)
      const cookie = cookieOf(
        (await hub.as(undefined).post('/api/sign-in/link', { token })).headers,
      )
      hub.clock.advance(STEP_UP_MS_MAX + 1)
      expect((await hub.as(undefined).get('/api/me/step-up', cookie)).status).toBe(200)
    },
    { settings: { NOROSHI_DEMO: '1' } },
  ))
