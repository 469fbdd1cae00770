import type { PersonId } from 'contract/common'
import { TOTP } from 'otpauth'
import type { HubClient, TestHub } from '../../testing/index.ts'

export const PASSWORD = 'correct horse battery staple'

/** Somebody who registered password and authenticator app through the API, as people do. */
export interface PasswordAccount {
  readonly personId: PersonId
  readonly email: string
  /** Code of the app at the hub's time, some seconds later or earlier when asked for. */
  code(shiftSeconds?: number): string
  signIn(over?: Record<string, unknown>): ReturnType<HubClient['post']>
}

export async function registerPasswordAccount(hub: TestHub): Promise<PasswordAccount> {
  const personId = await hub.personOf('analyst')
  const enrolling = hub.as({ personId, secondFactor: false })
  const { uri } = (await enrolling.post('/api/me/totp')).body
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const code = (shiftSeconds = 0) =>
    new TOTP({ secret }).generate({ timestamp: hub.clock.now().getTime() + shiftSeconds * 1000 })
  const confirmed = await enrolling.post('/api/me/totp/confirm', {
    code: code(),
    password: PASSWORD,
  })
  if (confirmed.status !== 200) throw new Error(`Enrolment answered ${confirmed.status}.`)
  // The code that confirmed the app is used up; the next one comes half a minute later.
  hub.clock.advance(31_000)
  const { email } = (await hub.as('analyst').get('/api/me')).body
  return {
    ...{ personId, email, code },
    signIn: (over = {}) =>
      hub
        .as(undefined)
        .post('/api/sign-in/password', { email, password: PASSWORD, code: code(), ...over }),
  }
}

/** Session cookie of an answer, for the next request. */
export function cookieOf(headers: Headers): Record<string, string> {
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' }
}
