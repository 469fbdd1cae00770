import { toNoticeSubject } from '../anonymisation/index.ts'
import { defineJob, startJob } from '../jobs/index.ts'
import { listPersonAsRecipient, queueNotices } from './notice.queries.ts'

/** Tells one person what happened to their own account, in case it was not they. */
export const tellPerson = defineJob('tell-person', (hub, { personId, kind, happeningId }) =>
  hub.database.inStaff({}, async (db) => {
    const occasion = `person:${happeningId}`
    const recipients = await listPersonAsRecipient(db, personId)
    const subject = toNoticeSubject({ kind })
    const notice = { occasion, kind, subject, href: '/settings', at: hub.clock.now() }
    await queueNotices(db, notice, recipients)
    await startJob(db, 'send-notices', { occasion }, { key: `${kind} ${occasion}` })
  }),
)
