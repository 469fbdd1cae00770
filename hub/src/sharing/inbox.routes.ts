import { z } from 'zod'
import { ReleaseId } from 'contract/common'
import { InboxPage, ReleaseView } from 'contract/inbox'
import { defineRoute } from '../http/index.ts'
import { parsePosition } from './parse-position.ts'
import { listInbox, openRelease } from './read-inbox.ts'

const readers = {
  access: ['member-contact', 'member-reader'],
  scope: 'read:bulletins',
} as const
const params = z.object({ releaseId: ReleaseId })

export const inboxRoutes = [
  defineRoute(
    {
      ...readers,
      method: 'get',
      path: '/api/inbox',
      summary: 'Bulletins shared with the own organisation, the newest day first.',
      query: z.object({ after: z.string().max(100).optional() }),
      answer: InboxPage,
    },
    (c, { query }) => c.get('inTransaction')((db) => listInbox(db, parsePosition(query.after))),
  ),
  defineRoute(
    {
      ...readers,
      method: 'get',
      path: '/api/inbox/{releaseId}',
      summary: 'One bulletin; remembers that the person has read it.',
      params,
      answer: ReleaseView,
    },
    (c, { params: { releaseId } }) =>
      c.get('inTransaction')((db) =>
        openRelease(db, c.get('actor'), { releaseId, now: c.get('now') }),
      ),
  ),
]
