import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { DELAY_MS_MAX, RECOVERY_CODES, WRONG_PROOFS_MAX } from './limits.ts'
import { parseRecoveryCode } from './recovery-codes.ts'
import { cookieOf, type PasswordAccount, registerPasswordAccount } from './testing/accounts.ts'

async function makeCodes(hub: TestHub, { personId }: PasswordAccount): Promise<string[]> {
  const me = hub.as({ personId, secondFactor: true })
  return (await me.post('/api/me/recovery-codes')).body.codes
}

const leftOf = async (hub: TestHub, { personId }: PasswordAccount) =>
  (await hub.as({ personId, secondFactor: true }).get('/api/me/recovery-codes')).body.left

test('a recovery code stands for the app beside the password, once', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const codes = await makeCodes(hub, account)
    expect(new Set(codes).size).toBe(RECOVERY_CODES)
    const [code = ''] = codes
    const answer = await account.signIn({ code })
    expect(answer.status).toBe(200)
    const me = await hub.as(undefined).get('/api/me', cookieOf(answer.headers))
    expect(me.body).toMatchObject({ personId: account.personId, secondFactor: true })
    expect((await account.signIn({ code })).status).toBe(401)
    expect(await leftOf(hub, account)).toBe(RECOVERY_CODES - 1)
    expect(await hub.auditOf(`person:${account.personId}`)).toEqual([
      'totp-added',
      'recovery-codes-made',
      'recovery-code-used',
      'signed-in',
    ])
  }))

test('of two browsers that send the same code at once one gets in', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const [code] = await makeCodes(hub, account)
    const answers = await Promise.all([account.signIn({ code }), account.signIn({ code })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  }))

test('a code without its password opens nothing and is not used up', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const [code] = await makeCodes(hub, account)
    expect((await account.signIn({ code, password: 'not the password' })).status).toBe(401)
    expect((await account.signIn({ code })).status).toBe(200)
  }))

test('a code of somebody else is worth nothing, also where one sits oneself', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const other = hub.as('lead')
    const { codes } = (await other.post('/api/me/recovery-codes')).body
    expect((await account.signIn({ code: codes[0] })).status).toBe(401)
    const session = cookieOf((await account.signIn()).headers)
    const browser = hub.as(undefined)
    const path = '/api/me/step-up/recovery-code'
    expect((await browser.post(path, { code: codes[0] }, session)).body.code).toBe('proof-failed')
  }))

test('new codes make the old ones void', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const [old] = await makeCodes(hub, account)
    const [fresh] = await makeCodes(hub, account)
    expect((await account.signIn({ code: old })).status).toBe(401)
    expect((await account.signIn({ code: fresh })).status).toBe(200)
  }))

test('guessing codes is slowed like guessing at the app', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const code = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01'
    for (let guess = 0; guess < 14; guess += 1) await account.signIn({ code })
    expect(hub.clock.sleeps.at(-1)).toBe(DELAY_MS_MAX)
  }))

test('wrong codes at an open screen end its session, as wrong digits do', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const session = cookieOf((await account.signIn()).headers)
    const browser = hub.as(undefined)
    for (let guess = 0; guess < WRONG_PROOFS_MAX; guess += 1) {
      await browser.post('/api/me/step-up/recovery-code', { code: '000000' }, session)
    }
    expect((await browser.get('/api/me', session)).status).toBe(401)
  }))

test('the owner is told by mail that a code was used', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const [code] = await makeCodes(hub, account)
    await account.signIn({ code })
    await hub.runJobs()
    const { rows } = await hub.inStaff((db) =>
      sql<{ personId: string; kind: string }>`
        select person_id, kind from noroshi.notice where kind = 'recovery-code-used'`.execute(db),
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).toContain(account.personId)
  }))

test('a copy of the database holds no code', () =>
  withHub(async (hub) => {
    const account = await registerPasswordAccount(hub)
    const codes = await makeCodes(hub, account)
    const { rows } = await hub.inStaff((db) =>
      sql<{ codeHash: string }>`select code_hash from noroshi.recovery_code`.execute(db),
    )
    expect(rows).toHaveLength(RECOVERY_CODES)
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''))
  }))

test.each([
  ['as printed', 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01'],
  ['in small letters with spaces', 'abcd efgh jkmn pqrs tvwx yz01'],
  ['with letters that look like digits', 'ABCD-EFGH-JKMN-PQRS-TVWX-YZOI'],
  ['in full width', 'ＡＢＣＤ－ＥＦＧＨ－ＪＫＭＮ－ＰＱＲＳ－ＴＶＷＸ－ＹＺ０１'],
])('a code is read %s', (_, typed) => {
  expect(parseRecoveryCode(typed)).toBe('ABCDEFGHJKMNPQRSTVWXYZ01')
})

test.each(['', '000000', 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ0', `${'A'.repeat(25)}`, 'U'.repeat(24)])(
  '%j is no code',
  (typed) => {
    expect(parseRecoveryCode(typed)).toBeUndefined()
  },
)
