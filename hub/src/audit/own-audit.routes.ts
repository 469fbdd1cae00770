import { OwnAuditPage } from 'contract/audit'
import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import { type HubRoute, defineRoute } from '../http/index.ts'
import { type OwnAuditRecord, listOwnAudit } from './audit.queries.ts'

/** Lines on one page. */
const PAGE_LINES = 100

const getOwnAudit = defineRoute(
  {
    method: 'get',
    path: '/api/me/audit',
    summary:
      "What one's own people did, and what the hub did with what is one's own, newest first.",
    access: ['member-contact'],
    query: z.object({ after: z.coerce.number().int().positive().max(2_147_483_647).optional() }),
    answer: OwnAuditPage,
  },
  async (c, { query: { after } }) => {
    const lines = await c.get('inTransaction')((db) =>
      listOwnAudit(db, { below: after, limit: PAGE_LINES + 1 }),
    )
    const rows = lines.slice(0, PAGE_LINES)
    const last = rows.at(-1)
    return {
      rows: rows.map(toRow),
      ...(lines.length > PAGE_LINES && last !== undefined && { next: String(last.number) }),
    }
  },
)

export const ownAuditRoutes: readonly HubRoute[] = [getOwnAudit]

/** At what hour the hub's people work is nobody's business (T41, T60); when one's own signed in is. */
function toRow({ number, at, actor, name, action, subject }: OwnAuditRecord) {
  const isPerson = actor.startsWith('person:')
  const by: 'person' | 'machine' | 'hub' = actor === 'hub' ? 'hub' : isPerson ? 'person' : 'machine'
  return {
    ...{ number, by, action, subject },
    on: dayInJapan(at),
    ...(by !== 'hub' && { at: at.toISOString() }),
    ...(name !== undefined && { name }),
  }
}
