import { expect, test } from 'vitest'
import { withHub } from '../testing/index.ts'
import { cookieOf, PASSWORD, registerPasswordAccount } from './testing/accounts.ts'

// Two hundred checks of a password, two at a time, on a machine that may be busy.
const MINUTES = 300_000

/** The cookie by which a browser is known again, out of an answer that set it. */
function browserOf(headers: Headers): { cookie: string } {
  const line = headers.getSetCookie().find((set) => set.startsWith('noroshi_browser='))
  return { cookie: line?.split(';')[0] ?? expect.fail('no cookie for the browser') }
}

test(
  'two hundred wrong guesses from elsewhere neither stop nor slow the owner at the own browser',
  () =>
    withHub(async (hub) => {
      const account = await registerPasswordAccount(hub)
      const own = browserOf((await account.signIn()).headers)
      for (let guess = 0; guess < 200; guess += 1) await account.signIn({ password: 'guess' })
      hub.clock.advance(31_000)

      const waits = hub.clock.sleeps.length
      const { email } = account
      const right = { email, password: PASSWORD, code: account.code() }
      const answer = await hub.as(undefined).post('/api/sign-in/password', right, own)
      expect([answer.status, hub.clock.sleeps.length]).toEqual([200, waits])
      // At a browser never seen before the owner waits as anybody would, and gets in.
      hub.clock.advance(31_000)
      expect((await account.signIn()).status).toBe(200)
      expect(hub.clock.sleeps.length).toBe(waits + 1)
    }),
  MINUTES,
)

test('a known browser is slowed by its own guesses', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const own = browserOf((await account.signIn()).headers)
    const wrong = { email: account.email, password: 'guess', code: '000000' }
    for (let guess = 0; guess < 12; guess += 1) {
      await hub.as(undefined).post('/api/sign-in/password', wrong, own)
    }
    expect(hub.clock.sleeps.length).toBeGreaterThan(5)
  }))

test('the browser of one person is a stranger to another’s account', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const own = browserOf((await account.signIn()).headers)
    const wrong = { email: 'other@people.example', password: 'guess', code: '000000' }
    const before = await hub.as(undefined).post('/api/sign-in/password', wrong)
    const after = await hub.as(undefined).post('/api/sign-in/password', wrong, own)
    expect([after.status, after.body]).toEqual([before.status, before.body])
    const { rows } = (await hub.as('admin').get('/api/audit')).body
    const failed = rows.filter(({ action }: { action: string }) => action === 'sign-in-failed')
    expect(new Set(failed.map(({ subject }: { subject: string }) => subject)).size).toBe(1)
  }))

const LONG = 'x'.repeat(2_000_000)
// Every place in which a credential is taken, and what is no credential.
const PLACES: readonly (readonly [string, string])[] = [
  ['/api/sign-in/password', 'email'],
  ['/api/sign-in/password', 'password'],
  ['/api/sign-in/password', 'code'],
  ['/api/sign-in/link', 'token'],
  ['/api/sign-in/passkey/verify', 'challengeToken'],
  ['/api/me/step-up/totp', 'code'],
  ['/api/me/step-up/passkey', 'challengeToken'],
]
const ODD: readonly unknown[] = ['', null, [], {}, 0, true, '\u0000', LONG]

test('nothing odd is taken for a credential, wherever it is tried', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const session = cookieOf((await account.signIn()).headers)
    const usual = {
      '/api/sign-in/password': { email: account.email, password: PASSWORD, code: '000000' },
      '/api/sign-in/link': {},
      '/api/sign-in/passkey/verify': { response: { id: 'x' } },
      '/api/me/step-up/totp': {},
      '/api/me/step-up/passkey': { response: { id: 'x' } },
    } as Readonly<Record<string, object>>
    for (const [path, field] of PLACES) {
      for (const odd of ODD) {
        const body = { ...usual[path], [field]: odd }
        const answer = await hub.as(undefined).post(path, body, session)
        expect([path, field, [400, 401, 403, 410, 413].includes(answer.status)]).toEqual([
          ...[path, field],
          true,
        ])
        expect(answer.headers.get('set-cookie')).toBeNull()
      }
    }
  }))

test.each(['', ' ', 'null', 'undefined', '[]', '%00', 'x'.repeat(5000)])(
  'a session or token that reads %j is nobody’s',
  (odd) =>
    withHub(async (hub) => {
      const nobody = hub.as(undefined)
      const cookie = { cookie: `noroshi_session=${odd}; noroshi_browser=${odd}` }
      expect((await nobody.get('/api/me', cookie)).status).toBe(401)
      for (const scheme of ['Bearer', 'Token', 'Basic']) {
        const headers = { authorization: `${scheme} ${odd}` }
        expect((await nobody.get('/api/me', headers)).status).toBe(401)
      }
    }),
)

test('no id that anybody can see opens a session, a link or a token', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const session = cookieOf((await account.signIn()).headers)
    const { rows } = (await hub.as(undefined).get('/api/me/sessions', session)).body
    for (const id of [account.personId, rows[0].sessionId]) {
      const nobody = hub.as(undefined)
      expect((await nobody.get('/api/me', { cookie: `noroshi_session=${id}` })).status).toBe(401)
      expect((await nobody.get('/api/me', { authorization: `Bearer ${id}` })).status).toBe(401)
      expect((await nobody.post('/api/sign-in/link', { token: id })).status).toBe(410)
    }
  }))
