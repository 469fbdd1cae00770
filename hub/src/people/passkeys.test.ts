import { expect, test } from 'vitest'
import type { TestHub } from '../testing/index.ts'
import { withHub } from '../testing/index.ts'
import { cookieOf } from './testing/accounts.ts'
import {
  type AnswerOverrides,
  createSoftwareAuthenticator,
  type SoftwareAuthenticator,
} from './testing/software-authenticator.ts'

/** In a session that has only begun with a link, where it is the first factor; a further one needs the whole session. */
async function register(
  hub: TestHub,
  device: SoftwareAuthenticator,
  overrides?: AnswerOverrides,
  secondFactor = false,
) {
  const client = hub.as({ personId: await hub.personOf('analyst'), secondFactor })
  const { challengeToken, options } = (await client.post('/api/me/passkeys/options')).body
  const response = device.register(options.challenge, overrides)
  return client.post('/api/me/passkeys', { challengeToken, response, label: 'Key' })
}

async function signIn(hub: TestHub, device: SoftwareAuthenticator, overrides?: AnswerOverrides) {
  const client = hub.as(undefined)
  const { challengeToken, options } = (await client.post('/api/sign-in/passkey/options')).body
  const response = device.answer(options.challenge, overrides)
  return client.post('/api/sign-in/passkey/verify', { challengeToken, response })
}

test('a passkey completes the session it is registered in, and signs in by itself', () =>
  withHub(async (hub) => {
    const device = createSoftwareAuthenticator()
    const registered = await register(hub, device)
    expect(registered.status).toBe(200)
    const me = await hub.as(undefined).get('/api/me', cookieOf(registered.headers))
    expect(me.body).toMatchObject({ secondFactor: true, factors: { passkeys: 1 } })

    const answer = await signIn(hub, device)
    expect(answer.status).toBe(200)
    expect((await hub.as(undefined).get('/api/people', cookieOf(answer.headers))).status).toBe(200)
  }))

test.each<[string, AnswerOverrides]>([
  ['without the person being verified', { userVerified: false }],
  ['made for another site', { origin: 'https://hub.attacker.example' }],
  ['for another relying party', { rpId: 'attacker.example' }],
  ['made in a frame of another site', { crossOrigin: true }],
])('a passkey answer %s is refused', (_, overrides) =>
  withHub(async (hub) => {
    const device = createSoftwareAuthenticator()
    expect((await register(hub, device, overrides)).status).toBe(400)
    expect((await register(hub, device)).status).toBe(200)
    expect((await signIn(hub, device, overrides)).body.code).toBe('sign-in-failed')
  }),
)

test('a challenge is answered once, by the one who asked for it', () =>
  withHub(async (hub) => {
    const device = createSoftwareAuthenticator()
    await register(hub, device)
    const client = hub.as(undefined)
    const { challengeToken, options } = (await client.post('/api/sign-in/passkey/options')).body
    const answer = { challengeToken, response: device.answer(options.challenge) }
    expect((await client.post('/api/sign-in/passkey/verify', answer)).status).toBe(200)
    expect((await client.post('/api/sign-in/passkey/verify', answer)).status).toBe(401)

    const late = (await client.post('/api/sign-in/passkey/options')).body
    hub.clock.advance(6 * 60_000)
    const response = device.answer(late.options.challenge)
    const { challengeToken: token } = late
    const refused = await client.post('/api/sign-in/passkey/verify', {
      challengeToken: token,
      response,
    })
    expect(refused.status).toBe(401)
  }))

test('a challenge for registering is of no use to another person', () =>
  withHub(async (hub) => {
    const device = createSoftwareAuthenticator()
    const { challengeToken, options } = (await hub.as('analyst').post('/api/me/passkeys/options'))
      .body
    const response = device.register(options.challenge)
    const stolen = await hub
      .as('lead')
      .post('/api/me/passkeys', { challengeToken, response, label: 'K' })
    expect(stolen.status).toBe(400)
  }))

test('a counter that goes back means a copied key', () =>
  withHub(async (hub) => {
    const device = createSoftwareAuthenticator()
    await register(hub, device)
    expect((await signIn(hub, device, { counter: 40 })).status).toBe(200)
    expect((await signIn(hub, device, { counter: 39 })).status).toBe(401)
  }))

test('another person’s passkey cannot be removed, nor one’s own last', () =>
  withHub(async (hub) => {
    await register(hub, createSoftwareAuthenticator())
    const { rows } = (await hub.as('analyst').get('/api/me/passkeys')).body
    const path = `/api/me/passkeys/${rows[0].passkeyId}`
    expect((await hub.as('lead').delete(path)).status).toBe(404)
    expect((await hub.as('analyst').delete(path)).body.code).toBe('last-factor')
    const another = await register(hub, createSoftwareAuthenticator(), undefined, true)
    expect(another.status).toBe(200)
    expect((await hub.as('analyst').delete(path)).status).toBe(200)
  }))
