import {
  AcknowledgeBreakGlassRequest,
  BreakGlassList,
  BreakGlassParams,
  STAFF_ROLES,
} from 'contract/people'
import { Done } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import { defineRoute } from '../http/define-route.ts'
import { Refusal } from '../refusals.ts'
import { loadPersonActor } from './actor.ts'
import { listOpenBreakGlass, saveBreakGlassReason } from './break-glass.queries.ts'

export const breakGlassRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/api/break-glass',
      access: STAFF_ROLES,
      summary: 'Emergency links that no administrator has given a reason for yet',
      answer: BreakGlassList,
    },
    async (c) => {
      const rows = await c.get('inTransaction')(listOpenBreakGlass)
      return {
        rows: rows.map(({ openedAt, ...one }) => ({ ...one, openedAt: openedAt.toISOString() })),
      }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/break-glass/{breakGlassId}/acknowledge',
      access: ['hub-admin'],
      stepUp: true,
      summary: 'Say why an emergency link was made; everybody’s warning ends',
      params: BreakGlassParams,
      body: AcknowledgeBreakGlassRequest,
      answer: Done,
    },
    async (c, { params: { breakGlassId }, body: { reason } }) => {
      const actor = loadPersonActor(c.get('actor'))
      const given = { breakGlassId, by: actor.personId, reason, now: c.get('now') }
      await c.get('inTransaction')(async (db) => {
        if ((await saveBreakGlassReason(db, given)) === 0) throw new Refusal('not-found')
        const subject = `break-glass:${breakGlassId}`
        await recordAudit(db, { actor, action: 'break-glass-acknowledged', subject })
      })
      return { done: true as const }
    },
  ),
]
