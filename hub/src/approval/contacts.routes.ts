import { z } from 'zod'
import { Done, PersonId } from 'contract/common'
import { NewContactList } from 'contract/people'
import { defineRoute } from '../http/index.ts'
import { act, done, listNewContacts } from '../people/index.ts'
import { confirmContact } from './confirm-contact.ts'

export const contactRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/api/me/new-contacts',
      summary:
        'Contacts whom the hub added or let back in within a day, and who may not approve yet.',
      access: ['member-contact'],
      answer: NewContactList,
    },
    async (c) => {
      const rows = await c.get('inTransaction')((db) => listNewContacts(db, c.get('now')))
      return { rows: rows.map(({ since, ...one }) => ({ ...one, since: since.toISOString() })) }
    },
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/me/new-contacts/{personId}/confirm',
      summary: 'Says that a new contact is one of theirs.',
      access: ['member-contact'],
      stepUp: true,
      params: z.object({ personId: PersonId }),
      answer: Done,
    },
    (c, { params: { personId } }) => {
      const confirmed = { personId, now: c.get('now') }
      return done(act(c, (db, actor) => confirmContact(db, actor, confirmed)))
    },
  ),
]
