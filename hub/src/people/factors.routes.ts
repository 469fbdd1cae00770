import { Done } from 'contract/common'
import {
  ChangePasswordRequest,
  ConfirmTotpRequest,
  PasskeyList,
  PasskeyOptions,
  RegisterPasskeyRequest,
  StartTotpAnswer,
} from 'contract/people'
import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import { defineRoute } from '../http/define-route.ts'
import { actInStaff, done } from './act.ts'
import { loadPersonActor } from './actor.ts'
import { changePassword } from './change-password.ts'
import { confirmTotp, startTotp } from './enrol-totp.ts'
import { listPasskeys } from './passkeys.queries.ts'
import { registerPasskey, startPasskeyRegistration } from './register-passkey.ts'
import { findRelyingParty } from './relying-party.ts'
import { removeOwnPasskey, removeOwnPassword } from './remove-factor.ts'
import { browserOf, sendSession } from './sign-in.routes.ts'

// Every route here works on the account of the session; none takes a person from the request.

export const factorRoutes = [
  defineRoute(
    {
      method: 'post',
      path: '/api/me/totp',
      access: 'enrolling',
      stepUp: true,
      summary: 'A new secret for an authenticator app',
      answer: StartTotpAnswer,
    },
    (c) => startTotp(c.get('hub'), loadPersonActor(c.get('actor'))),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/totp/confirm',
      access: 'enrolling',
      stepUp: true,
      summary: 'Confirm the authenticator app by its first code and set the password',
      body: ConfirmTotpRequest,
      answer: Done,
    },
    async (c, { body }) => {
      const token = await confirmTotp(c.get('hub'), loadPersonActor(c.get('actor')), {
        code: body.code,
        password: body.password,
        browser: browserOf(c),
        now: c.get('now'),
      })
      sendSession(c, token)
      return { done: true as const }
    },
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/api/me/totp',
      access: 'signed-in',
      stepUp: true,
      summary: 'Remove password and authenticator app',
      answer: Done,
    },
    (c) => done(actInStaff(c, (db, actor) => removeOwnPassword(db, actor, c.get('now')))),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/password',
      access: 'signed-in',
      stepUp: true,
      summary: 'Change the password; ends all other sessions',
      body: ChangePasswordRequest,
      answer: Done,
    },
    async (c, { body }) => {
      await changePassword(c.get('hub'), loadPersonActor(c.get('actor')), {
        ...body,
        address: c.get('address'),
        now: c.get('now'),
      })
      return { done: true as const }
    },
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/me/passkeys',
      access: 'enrolling',
      summary: 'Own passkeys',
      answer: PasskeyList,
    },
    async (c) => {
      const { personId } = loadPersonActor(c.get('actor'))
      const passkeys = await c.get('inStaff')((db) => listPasskeys(db, personId))
      return {
        rows: passkeys.map(({ passkeyId, label, addedAt, lastUsedAt }) => ({
          ...{ passkeyId, label, addedOn: dayInJapan(addedAt) },
          ...(lastUsedAt === undefined ? {} : { lastUsedOn: dayInJapan(lastUsedAt) }),
        })),
      }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/passkeys/options',
      access: 'enrolling',
      stepUp: true,
      summary: 'A challenge for adding a passkey',
      answer: PasskeyOptions,
    },
    (c) => {
      const party = findRelyingParty(c.get('hub').config, c.req.raw.headers)
      const actor = loadPersonActor(c.get('actor'))
      return startPasskeyRegistration(c.get('hub'), actor, party, c.get('now'))
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/passkeys',
      access: 'enrolling',
      stepUp: true,
      summary: 'Add a passkey',
      body: RegisterPasskeyRequest,
      answer: Done,
    },
    async (c, { body }) => {
      const party = findRelyingParty(c.get('hub').config, c.req.raw.headers)
      const token = await registerPasskey(c.get('hub'), loadPersonActor(c.get('actor')), party, {
        ...body,
        browser: browserOf(c),
        now: c.get('now'),
      })
      sendSession(c, token)
      return { done: true as const }
    },
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/api/me/passkeys/{passkeyId}',
      access: 'signed-in',
      stepUp: true,
      summary: 'Remove a passkey',
      params: z.object({ passkeyId: z.uuid() }),
      answer: Done,
    },
    (c, { params }) =>
      done(
        actInStaff(c, (db, actor) => removeOwnPasskey(db, actor, params.passkeyId, c.get('now'))),
      ),
  ),
]
