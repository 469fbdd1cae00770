import { expect, test } from 'vitest'
import { withHub } from '../testing/index.ts'
import { DELAY_MS_MAX, FREE_FAILURES_PER_ACCOUNT } from './limits.ts'
import { cookieOf, PASSWORD, registerPasswordAccount } from './testing/accounts.ts'

test('password and code let a person in, and the session is theirs', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const answer = await account.signIn()
    expect(answer.status).toBe(200)
    const me = await hub.as(undefined).get('/api/me', cookieOf(answer.headers))
    expect(me.body).toMatchObject({
      personId: account.personId,
      secondFactor: true,
      factors: { password: true, totp: true },
    })
    expect(await hub.auditOf(`person:${account.personId}`)).toEqual(['totp-added', 'signed-in'])
  }))

test('whatever was wrong, the answer is the same', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const wrong: Record<string, unknown>[] = [
      { password: 'not the password' },
      { code: '000000' },
      { code: account.code(600) },
      { code: '' },
      { email: 'nobody@people.example' },
      { email: 'nobody@people.example', password: ' ', code: '999999' },
    ]
    for (const over of wrong) {
      const answer = await account.signIn(over)
      expect([answer.status, answer.body.code, answer.headers.get('set-cookie')]).toEqual([
        401,
        'sign-in-failed',
        null,
      ])
    }
  }))

test('text no database holds is unfit, whether the account exists or not', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    for (const email of [undefined, 'nobody@people.example']) {
      const answer = await account.signIn({
        password: '\u0000',
        ...(email === undefined ? {} : { email }),
      })
      expect([answer.status, answer.body.code]).toEqual([400, 'request-unfit'])
    }
  }))

test.each([
  ['null', null],
  ['a list', [PASSWORD]],
  ['an object', { $ne: '' }],
  ['nothing', ''],
  ['ten thousand letters', 'a'.repeat(10_000)],
])('%s is no password', (_, password) =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    expect((await account.signIn({ password })).status).toBe(400)
  }),
)

test('a code works once', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const code = account.code()
    expect((await account.signIn({ code })).status).toBe(200)
    expect((await account.signIn({ code })).status).toBe(401)
    // An earlier code of the window would be a replay too.
    expect((await account.signIn({ code: account.code(-30) })).status).toBe(401)
  }))

test('guessing is slowed down further and further, and the owner still gets in', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const guesses = FREE_FAILURES_PER_ACCOUNT + 8
    for (let guess = 0; guess < guesses; guess += 1) await account.signIn({ password: 'guess' })
    expect(hub.clock.sleeps.slice(0, 3)).toEqual([250, 500, 1000])
    expect(hub.clock.sleeps.at(-1)).toBe(DELAY_MS_MAX)
    expect((await account.signIn()).status).toBe(200)
    const waits = hub.clock.sleeps.length
    hub.clock.advance(31_000)
    expect((await account.signIn()).status).toBe(200)
    expect(hub.clock.sleeps.length).toBe(waits)
  }))

test('neither the failures nor the log of them name the account', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    await account.signIn({ password: 'guess' })
    const { body } = await hub.as('admin').get('/api/audit')
    expect(JSON.stringify(body)).toContain('sign-in-failed')
    expect(JSON.stringify(body)).not.toContain(account.email)
  }))

test('a disabled person is out at once, in every browser and by every way', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const cookie = cookieOf((await account.signIn()).headers)
    expect((await hub.as(undefined).get('/api/me', cookie)).status).toBe(200)
    const path = `/api/people/${account.personId}/disabled`
    expect((await hub.as('admin').post(path, { disabled: true })).status).toBe(200)
    expect((await hub.as(undefined).get('/api/me', cookie)).status).toBe(401)
    hub.clock.advance(31_000)
    expect((await account.signIn()).status).toBe(401)
    expect((await hub.as('admin').post(path, { disabled: false })).status).toBe(200)
    expect((await hub.as(undefined).get('/api/me', cookie)).status).toBe(401)
  }))

test('the last administrator cannot be disabled', () =>
  withHub(async (hub) => {
    const path = `/api/people/${await hub.personOf('admin')}/disabled`
    const answer = await hub.as('admin').post(path, { disabled: true })
    expect(answer.body.code).toBe('last-administrator')
    expect((await hub.as('admin').get('/api/people')).status).toBe(200)
  }))

test('a session ends when it is signed out, idle, old, or ended from another browser', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const enter = async () => {
      hub.clock.advance(31_000)
      return cookieOf((await account.signIn()).headers)
    }
    const status = async (cookie: Record<string, string>) =>
      (await hub.as(undefined).get('/api/me', cookie)).status

    const signedOut = await enter()
    await hub.as(undefined).post('/api/sign-out', undefined, signedOut)
    expect(await status(signedOut)).toBe(401)

    const other = await enter()
    const own = await enter()
    const { rows } = (await hub.as(undefined).get('/api/me/sessions', own)).body
    expect(rows.filter((row: { current: boolean }) => row.current)).toHaveLength(1)
    await hub.as(undefined).post('/api/me/sessions/end-others', undefined, own)
    expect([await status(other), await status(own)]).toEqual([401, 200])

    hub.clock.advance(2 * 3_600_000 + 1)
    expect(await status(own)).toBe(401)

    const busy = await enter()
    for (let hour = 0; hour < 12; hour += 1) {
      expect(await status(busy)).toBe(200)
      hub.clock.advance(3_600_000)
    }
    expect(await status(busy)).toBe(401)
  }))

test('changing the password asks for the old one, refuses an easy one and ends other sessions', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const other = cookieOf((await account.signIn()).headers)
    const own = hub.as('analyst')
    const change = (current: string, password: string) =>
      own.post('/api/me/password', { current, password })
    expect((await change('wrong', 'a quite different sentence')).status).toBe(401)
    for (const weak of ['passwordpassword', 'qwerty123456', 'Basketball2026'])
      expect((await change(PASSWORD, weak)).body.code).toBe('weak-password')
    // Two hundred characters, in two scripts, are a password like any other.
    const long = '港の上を三羽の雁が飛ぶ。'.repeat(16).padEnd(200, 'k7')
    expect((await change(PASSWORD, long)).status).toBe(200)
    expect((await change(long, PASSWORD)).status).toBe(200)
    expect((await change(PASSWORD, 'a quite different sentence')).status).toBe(200)
    expect((await hub.as(undefined).get('/api/me', other)).status).toBe(401)
    hub.clock.advance(31_000)
    expect((await account.signIn()).status).toBe(401)
    expect((await account.signIn({ password: 'a quite different sentence' })).status).toBe(200)
  }))
