import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { withHub } from '../testing/index.ts'
import { cookieOf, registerPasswordAccount } from './testing/accounts.ts'

const HTTPS = { settings: { NOROSHI_BASE_URL: 'https://hub.example' } }

/** The cookies of an answer by name, each with the attributes a browser is told, sorted. */
const cookiesOf = (headers: Headers) =>
  headers.getSetCookie().map((line) => {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = pair.split('=')
    return {
      name,
      value,
      attributes: attributes.filter((one) => !one.startsWith('Max-Age')).sort(),
    }
  })

test('over https every cookie is of this host alone, out of reach of scripts and of other sites', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const cookies = cookiesOf((await account.signIn()).headers)
    expect(cookies.map(({ name }) => name)).toContain('__Host-noroshi_session')
    for (const { name, value, attributes } of cookies) {
      expect(name).toMatch(/^__Host-/)
      // 256 bits in base64url.
      expect(value).toMatch(/^[\w-]{43}$/)
      expect(attributes).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure'])
    }
  }, HTTPS))

test('a second cookie of the same name, planted by a neighbour, opens nothing and hides who is meant', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const { cookie = '' } = cookieOf((await account.signIn()).headers)
    const statusWith = async (sent: string) =>
      (await hub.as(undefined).get('/api/me', { cookie: sent })).status
    expect(await statusWith(cookie)).toBe(200)
    const planted = `__Host-noroshi_session=${'A'.repeat(43)}`
    for (const both of [`${cookie}; ${planted}`, `${planted}; ${cookie}`])
      expect(await statusWith(both)).toBe(401)
    // Without its prefix a cookie could come from a host beside ours.
    expect(await statusWith(cookie.replace('__Host-', ''))).toBe(401)
  }, HTTPS))

test('every sign-in has a session of its own; of it and of the password only hashes are kept', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const tokens: string[] = []
    for (let times = 0; times < 2; times += 1) {
      const cookies = cookiesOf((await account.signIn()).headers)
      tokens.push(cookies.find(({ name }) => name === 'noroshi_session')?.value ?? '')
      hub.clock.advance(31_000)
    }
    expect(new Set(tokens).size).toBe(2)
    const { rows } = await hub.inStaff((db) =>
      sql<{ tokenHash: string }>`select token_hash as "tokenHash" from noroshi.session`.execute(db),
    )
    const kept = rows.map(({ tokenHash }) => tokenHash)
    for (const token of tokens) {
      expect(kept).toContain(createHash('sha256').update(token).digest('hex'))
      expect(kept).not.toContain(token)
    }
    const { rows: passwords } = await hub.inStaff((db) =>
      sql<{ argon2: string }>`select argon2 from noroshi.password_credential`.execute(db),
    )
    // OWASP's smallest recommended Argon2id: 19 MiB, two passes, one lane.
    expect(passwords.map(({ argon2 }) => argon2)).toEqual([
      expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
    ])
  }))
