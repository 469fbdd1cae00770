import { Done } from 'contract/common'
import { ProveByRecoveryCodeRequest, RecoveryCodes, RecoveryCodesLeft } from 'contract/people'
import { dayInJapan } from '../clock.ts'
import { defineRoute } from '../http/define-route.ts'
import { loadPersonActor } from './actor.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { countRecoveryCodes } from './recovery-codes.queries.ts'
import { proveByRecoveryCode } from './step-up.ts'

/** Codes that stand for the second factor when it is lost. */
export const recoveryCodeRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/api/me/recovery-codes',
      access: 'signed-in',
      summary: 'How many recovery codes are left',
      answer: RecoveryCodesLeft,
    },
    async (c) => {
      const { personId } = loadPersonActor(c.get('actor'))
      const { left, madeAt } = await c.get('inStaff')((db) => countRecoveryCodes(db, personId))
      return { left, ...(madeAt !== undefined && { madeOn: dayInJapan(madeAt) }) }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/recovery-codes',
      access: 'signed-in',
      stepUp: true,
      summary: 'Make ten recovery codes, shown this once; earlier ones are void',
      answer: RecoveryCodes,
    },
    async (c) => ({
      codes: await makeRecoveryCodes(c.get('hub'), loadPersonActor(c.get('actor')), c.get('now')),
    }),
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/step-up/recovery-code',
      access: 'enrolling',
      summary: 'Confirm by a recovery code, which is used up by it',
      body: ProveByRecoveryCodeRequest,
      answer: Done,
    },
    async (c, { body }) => {
      const proof = { ...body, address: c.get('address'), now: c.get('now') }
      await proveByRecoveryCode(c.get('hub'), loadPersonActor(c.get('actor')), proof)
      return { done: true as const }
    },
  ),
]
