import { toNoticeSubject } from '../anonymisation/index.ts'
import { defineJob, startJob } from '../jobs/index.ts'
import { listStaffAsRecipients, queueNotices } from './notice.queries.ts'

/** Tells every administrator and lead what was done to the hub itself. */
export const tellKeepers = defineJob('tell-keepers', (hub, { kind, happeningId }) =>
  hub.database.inStaff({}, async (db) => {
    const occasion = `hub:${happeningId}`
    const recipients = await listStaffAsRecipients(db, ['hub-admin', 'hub-lead'])
    const subject = toNoticeSubject({ kind })
    await queueNotices(db, { occasion, kind, subject, href: '/', at: hub.clock.now() }, recipients)
    await startJob(db, 'send-notices', { occasion }, { key: `${kind} ${occasion}` })
  }),
)
