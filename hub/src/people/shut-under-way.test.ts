import type { PersonId } from 'contract/common'
import { expect, test } from 'vitest'
import { type HubAnswer, type TestHub, withHub } from '../testing/index.ts'
import { cookieOf, PASSWORD, registerPasswordAccount } from './testing/accounts.ts'
import { sendInLine } from './testing/hold-account.ts'
import { createSoftwareAuthenticator } from './testing/software-authenticator.ts'

// Somebody is signing in while the account is shut. The session must not be there when it is opened again.

/** An account and the last request of a sign-in to it. */
type Way = (hub: TestHub) => Promise<{ personId: PersonId; enter(): Promise<HubAnswer> }>

const byPassword: Way = async (hub) => {
  const person = await registerPasswordAccount(hub)
  return { personId: person.personId, enter: () => person.signIn() }
}

const byPasskey: Way = async (hub) => {
  const personId = await hub.personOf('analyst')
  const enrolling = hub.as({ personId, secondFactor: false })
  const device = createSoftwareAuthenticator()
  const { challengeToken, options } = (await enrolling.post('/api/me/passkeys/options')).body
  const response = device.register(options.challenge)
  await enrolling.post('/api/me/passkeys', { challengeToken, response, label: 'Key' })
  const visit = (await hub.as(undefined).post('/api/sign-in/passkey/options')).body
  const answer = device.answer(visit.options.challenge)
  const proof = { challengeToken: visit.challengeToken, response: answer }
  return { personId, enter: () => hub.as(undefined).post('/api/sign-in/passkey/verify', proof) }
}

const byLink: Way = async (hub) => {
  const invitation = { name: 'Kobayashi', email: 'kobayashi@hub.example', roles: ['hub-analyst'] }
  const { personId, url } = (
    await hub.as('admin').post('/api/people', { ...invitation, language: 'ja' })
  ).body
  const token = new URL(url).hash.slice(1)
  return { personId, enter: () => hub.as(undefined).post('/api/sign-in/link', { token }) }
}

const byLinkAndCode: Way = async (hub) => {
  await hub.personOf('lead')
  const personId = await hub.personOf('analyst')
  const [code] = (await hub.as({ personId }).post('/api/me/recovery-codes')).body.codes
  const { url } = (await hub.as('admin').post(`/api/people/${personId}/recovery`)).body
  const given = { token: new URL(url).hash.slice(1), code }
  return { personId, enter: () => hub.as(undefined).post('/api/sign-in/link', given) }
}

test.each([
  ['password and code', byPassword],
  ['passkey', byPasskey],
  ['one-time link', byLink],
  ['link and recovery code', byLinkAndCode],
])('a sign-in by %s under way while the account is shut opens nothing, then or later', (_, way) =>
  withHub(async (hub) => {
    const { personId, enter } = await way(hub)
    const admin = hub.as('admin')
    const setDisabled = (disabled: boolean) =>
      admin.post(`/api/people/${personId}/disabled`, { disabled })
    await admin.get('/api/me')
    const [, entered] = await sendInLine(hub, personId, () => setDisabled(true), enter)
    await setDisabled(false)
    expect([401, 410]).toContain(entered.status)
    expect((await hub.as(undefined).get('/api/me', cookieOf(entered.headers))).status).toBe(401)
  }),
)

test('no session by the old password outlasts its change, whichever of the two comes first', () =>
  withHub(async (hub) => {
    const person = await registerPasswordAccount(hub)
    const session = cookieOf((await person.signIn()).headers)
    hub.clock.advance(31_000)
    const browser = hub.as(undefined)
    const password = 'another horse battery staple'
    const [entered, changed] = await sendInLine(
      hub,
      person.personId,
      () => person.signIn(),
      () => browser.post('/api/me/password', { current: PASSWORD, password }, session),
      'app',
    )
    expect(changed.status).toBe(200)
    expect((await browser.get('/api/me', cookieOf(entered.headers))).status).toBe(401)
    expect((await browser.get('/api/me', session)).status).toBe(200)
  }))
