import { toNoticeSubject } from '../anonymisation/index.ts'
import { defineJob, startJob } from '../jobs/index.ts'
import { listRecipients, queueNotices } from './notice.queries.ts'

const HREF = {
  'contact-changed': '/organisation',
  'vault-changed': '/organisation/log',
  'lane-changed': '/organisation',
  'agreement-ending': '/organisation',
  'somebody-let-in': '/my-submissions',
} as const

/** Tells the contacts of an organisation what the hub did to its accounts, its register or a rule of its groups, or what ends by itself, so that it never happens quietly. */
export const tellContacts = defineJob(
  'tell-contacts',
  (hub, { organisationId, kind, happeningId }) =>
    hub.database.inStaff({}, async (db) => {
      const occasion = `organisation:${happeningId}`
      const recipients = await listRecipients(db, [organisationId], ['member-contact'])
      const subject = toNoticeSubject({ kind })
      const notice = { occasion, kind, subject, href: HREF[kind], at: hub.clock.now() }
      await queueNotices(db, notice, recipients)
      await startJob(db, 'send-notices', { occasion }, { key: `${kind} ${occasion}` })
    }),
)
