import {
  AcknowledgeBreakGlassRequest,
  BreakGlassList,
  BreakGlassParams,
  STAFF_ROLES,
} from 'contract/people'
import { Done } from 'contract/common'
import { defineRoute } from '../http/define-route.ts'
import { acknowledgeBreakGlass, mayAcknowledge } from './acknowledge-break-glass.ts'
import { loadPersonActor } from './actor.ts'
import { listOpenBreakGlass } from './break-glass.queries.ts'

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
      const actor = loadPersonActor(c.get('actor'))
      return c.get('inTransaction')(async (db) => {
        const rows = await listOpenBreakGlass(db)
        const acknowledgeable = rows.length > 0 && (await mayAcknowledge(db, actor, c.get('now')))
        return {
          rows: rows.map(({ openedAt, ...one }) => ({
            ...one,
            acknowledgeable,
            openedAt: openedAt.toISOString(),
          })),
        }
      })
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
      const given = { breakGlassId, reason, now: c.get('now') }
      await c.get('inTransaction')((db) => acknowledgeBreakGlass(db, actor, given))
      return { done: true as const }
    },
  ),
]
