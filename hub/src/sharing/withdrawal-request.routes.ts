import { z } from 'zod'
import { AskWithdrawalRequest, DeclineWithdrawalRequest } from 'contract/bulletin'
import { ApprovalId, Done, WithdrawalId } from 'contract/common'
import { defineRoute } from '../http/index.ts'
import { act, done, loadStanding } from '../people/index.ts'
import { askWithdrawal } from './ask-withdrawal.ts'
import { declineWithdrawal } from './decline-withdrawal.ts'

export const withdrawalRoutes = [
  defineRoute(
    {
      method: 'post',
      path: '/api/approvals/{approvalId}/ask-withdrawal',
      summary: 'Asks the hub to take back what was shared with this approval.',
      access: ['member-contact'],
      params: z.object({ approvalId: ApprovalId }),
      body: AskWithdrawalRequest,
      answer: Done,
    },
    async (c, { params: { approvalId }, body: { reason } }) => {
      // It is asked in the provider's name, and only once: not by an account that the hub could have made for it.
      const actor = await loadStanding(c)
      const asked = { approvalId, reason, now: c.get('now') }
      await c.get('inTransaction')((db) => askWithdrawal(db, actor, asked))
      return { done: true as const }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/withdrawals/{withdrawalId}/decline',
      summary: 'Answers a provider why a bulletin stays shared.',
      access: ['hub-lead'],
      stepUp: true,
      params: z.object({ withdrawalId: WithdrawalId }),
      body: DeclineWithdrawalRequest,
      answer: Done,
    },
    (c, { params: { withdrawalId }, body: { answer } }) => {
      const declined = { withdrawalId, answer, now: c.get('now') }
      return done(act(c, (db, actor) => declineWithdrawal(db, actor, declined)))
    },
  ),
]
