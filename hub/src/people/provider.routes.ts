import { Done } from 'contract/common'
import {
  FinishVisitRequest,
  LinkedIdentity,
  SignedIn,
  SignInWays,
  VisitStarted,
} from 'contract/people'
import { dayInJapan } from '../clock.ts'
import { defineRoute } from '../http/define-route.ts'
import type { HubContext } from '../http/hub-env.ts'
import { actInStaff, done } from './act.ts'
import { loadPersonActor } from './actor.ts'
import { PROVIDER_VISIT_MS_MAX } from './limits.ts'
import { findLinkedIdentity } from './linked-identity.queries.ts'
import { readOwnCookie, renderEndedCookie, renderOwnCookie } from './own-cookies.ts'
import { linkIdentity, signInAtProvider, unlinkIdentity } from './sign-in-at-provider.ts'
import { browserOf, sendSession } from './sign-in.routes.ts'
import { startVisit } from './visit-provider.ts'

/** Starts a visit and binds its return to this browser. */
async function sendAway(c: HubContext, personId: Parameters<typeof startVisit>[1]) {
  const { config } = c.get('hub')
  const { url, browserSecret } = await startVisit(c.get('hub'), personId, c.get('now'))
  const cookie = renderOwnCookie('visit', browserSecret, config, PROVIDER_VISIT_MS_MAX / 1000)
  c.header('set-cookie', cookie, { append: true })
  return { url }
}

/** What came back, with the browser's part; the browser forgets it whatever follows. */
function takeReturn(c: HubContext) {
  const { config } = c.get('hub')
  c.header('set-cookie', renderEndedCookie('visit', config), { append: true })
  return {
    browserSecret: readOwnCookie(c.req.raw.headers, 'visit', config),
    now: c.get('now'),
  }
}

export const providerRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/api/sign-in/ways',
      access: 'public',
      summary: 'Ways to sign in besides passkey and password',
      answer: SignInWays,
    },
    (c) => {
      const { signInService } = c.get('hub').config
      return signInService === undefined ? {} : { provider: { name: signInService.name } }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/sign-in/provider/start',
      access: 'public',
      summary: 'Begin signing in through the OpenID provider; answers with its address',
      answer: VisitStarted,
    },
    (c) => sendAway(c, undefined),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/sign-in/provider/finish',
      access: 'public',
      summary: 'Sign in with what the OpenID provider sent back',
      body: FinishVisitRequest,
      answer: SignedIn,
    },
    async (c, { body }) => {
      const came = { ...body, ...takeReturn(c), browser: browserOf(c) }
      const { token } = await signInAtProvider(c.get('hub'), came)
      sendSession(c, token)
      return { next: 'home' as const }
    },
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/me/provider',
      access: 'signed-in',
      summary: 'Whether one’s identity at the OpenID provider is linked',
      answer: LinkedIdentity,
    },
    async (c) => {
      const { personId } = loadPersonActor(c.get('actor'))
      const linked = await c.get('inStaff')((db) => findLinkedIdentity(db, personId))
      return {
        linked: linked !== undefined,
        ...(linked && { linkedOn: dayInJapan(linked.linkedAt) }),
        ...(linked?.lastUsedAt && { lastUsedOn: dayInJapan(linked.lastUsedAt) }),
      }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/provider/start',
      access: 'signed-in',
      stepUp: true,
      summary: 'Begin linking one’s identity at the OpenID provider; answers with its address',
      answer: VisitStarted,
    },
    (c) => sendAway(c, loadPersonActor(c.get('actor')).personId),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/provider/finish',
      access: 'signed-in',
      stepUp: true,
      summary: 'Link the identity that the OpenID provider sent back',
      body: FinishVisitRequest,
      answer: Done,
    },
    async (c, { body }) => {
      const came = { ...body, ...takeReturn(c) }
      await linkIdentity(c.get('hub'), loadPersonActor(c.get('actor')), came)
      return { done: true as const }
    },
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/api/me/provider',
      access: 'signed-in',
      stepUp: true,
      summary: 'Unlink one’s identity at the OpenID provider',
      answer: Done,
    },
    (c) => done(actInStaff(c, (db, actor) => unlinkIdentity(db, actor, c.get('now')))),
  ),
]
