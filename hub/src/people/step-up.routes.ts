import { Done } from 'contract/common'
import { PasskeyAnswer, PasskeyOptions, ProveByTotpRequest } from 'contract/people'
import { defineRoute } from '../http/define-route.ts'
import { loadPersonActor } from './actor.ts'
import { findRelyingParty } from './relying-party.ts'
import { proveByPasskey, proveByTotp, startPasskeyProof } from './step-up.ts'

/**
 * A second factor in the session that is open: fresh, for acts that want one (`stepUp` of a route's rule), or the first,
 * after the sign-in service gave its word. Without a registered factor there is nothing to prove.
 */
export const stepUpRoutes = [
  defineRoute(
    {
      method: 'post',
      path: '/api/me/step-up/passkey/options',
      access: 'enrolling',
      summary: 'A challenge for confirming by passkey that it is still oneself',
      answer: PasskeyOptions,
    },
    (c) => {
      const party = findRelyingParty(c.get('hub').config, c.req.raw.headers)
      return startPasskeyProof(c.get('hub'), loadPersonActor(c.get('actor')), party, c.get('now'))
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/step-up/passkey',
      access: 'enrolling',
      summary: 'Confirm by passkey; acts that want a fresh second factor are open for some minutes',
      body: PasskeyAnswer,
      answer: Done,
    },
    async (c, { body }) => {
      const party = findRelyingParty(c.get('hub').config, c.req.raw.headers)
      const proof = { ...body, now: c.get('now') }
      await proveByPasskey(c.get('hub'), loadPersonActor(c.get('actor')), party, proof)
      return { done: true as const }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/step-up/totp',
      access: 'enrolling',
      summary: 'Confirm by the next code of the authenticator app',
      body: ProveByTotpRequest,
      answer: Done,
    },
    async (c, { body }) => {
      const proof = { ...body, address: c.get('address'), now: c.get('now') }
      await proveByTotp(c.get('hub'), loadPersonActor(c.get('actor')), proof)
      return { done: true as const }
    },
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/me/step-up',
      access: 'signed-in',
      stepUp: true,
      summary: 'Whether the second factor still counts as fresh; asked before a download begins',
      answer: Done,
    },
    () => ({ done: true as const }),
  ),
]
