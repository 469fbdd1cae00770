import { Done } from 'contract/common'
import {
  PasskeyAnswer,
  PasskeyOptions,
  SignedIn,
  SignInLinkRequest,
  SignInPasswordRequest,
} from 'contract/people'
import { recordAudit } from '../audit/index.ts'
import { defineRoute } from '../http/define-route.ts'
import type { HubContext } from '../http/hub-env.ts'
import { loadPersonActor } from './actor.ts'
import { browserName } from './browser-name.ts'
import { KNOWN_BROWSER_SECONDS_MAX } from './limits.ts'
import { findRelyingParty } from './relying-party.ts'
import { readOwnCookie, renderEndedCookie, renderOwnCookie } from './own-cookies.ts'
import { endSession } from './sessions.queries.ts'
import { signInWithLinkAndCode } from './sign-in-with-link-and-code.ts'
import { signInWithLink } from './sign-in-links.ts'
import { signInWithPassword } from './sign-in-with-password.ts'
import { signInWithPasskey, startPasskeySignIn } from './sign-in-with-passkey.ts'

/** Gives the browser its session. */
export function sendSession(c: HubContext, token: string): void {
  const cookie = renderOwnCookie('session', token, c.get('hub').config)
  c.header('set-cookie', cookie, { append: true })
}

/** Kind of browser that sent the request. */
export function browserOf(c: HubContext): string {
  return browserName(c.req.header('user-agent'))
}

const party = (c: HubContext) => findRelyingParty(c.get('hub').config, c.req.raw.headers)

export const signInRoutes = [
  defineRoute(
    {
      method: 'post',
      path: '/api/sign-in/password',
      access: 'public',
      summary: 'Sign in with e-mail address, password and the code of an authenticator app',
      body: SignInPasswordRequest,
      answer: SignedIn,
    },
    async (c, { body }) => {
      const { config } = c.get('hub')
      const { token, browserSecret } = await signInWithPassword(c.get('hub'), {
        ...body,
        address: c.get('address'),
        browser: browserOf(c),
        browserSecret: readOwnCookie(c.req.raw.headers, 'browser', config),
        now: c.get('now'),
      })
      sendSession(c, token)
      const known = renderOwnCookie('browser', browserSecret, config, KNOWN_BROWSER_SECONDS_MAX)
      c.header('set-cookie', known, { append: true })
      return { next: 'home' as const }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/sign-in/passkey/options',
      access: 'public',
      summary: 'A challenge for signing in with a passkey',
      answer: PasskeyOptions,
    },
    (c) => startPasskeySignIn(c.get('hub'), party(c), c.get('now')),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/sign-in/passkey/verify',
      access: 'public',
      summary: 'Sign in with the answer of a passkey',
      body: PasskeyAnswer,
      answer: SignedIn,
    },
    async (c, { body }) => {
      const token = await signInWithPasskey(c.get('hub'), party(c), {
        ...body,
        browser: browserOf(c),
        now: c.get('now'),
      })
      sendSession(c, token)
      return { next: 'home' as const }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/sign-in/link',
      access: 'public',
      summary: 'Sign in with a one-time link, to register a passkey or an authenticator app',
      body: SignInLinkRequest,
      answer: SignedIn,
    },
    async (c, { body }) => {
      const { token, code } = body
      const visit = { token, now: c.get('now'), browser: browserOf(c) }
      const { sessionToken, secondFactor } = await (code === undefined
        ? signInWithLink(c.get('hub'), visit)
        : signInWithLinkAndCode(c.get('hub'), { ...visit, code, address: c.get('address') }))
      sendSession(c, sessionToken)
      return { next: secondFactor ? ('home' as const) : ('enrol' as const) }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/sign-out',
      access: 'enrolling',
      summary: 'End this session',
      answer: Done,
    },
    async (c) => {
      const actor = loadPersonActor(c.get('actor'))
      const { personId, sessionId } = actor
      await c.get('inStaff')(async (db) => {
        await endSession(db, { personId, sessionId, now: c.get('now') })
        await recordAudit(db, { actor, action: 'signed-out', subject: `person:${personId}` })
      })
      c.header('set-cookie', renderEndedCookie('session', c.get('hub').config))
      // Whoever sits at this browser next finds nothing kept in it. Not "cookies": those of neighbouring hosts would go too.
      c.header('clear-site-data', '"cache", "storage"')
      return { done: true as const }
    },
  ),
]
