import { toNoticeSubject } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import { startJob } from '../jobs/index.ts'
import { listRecipients, queueNotices } from './notice.queries.ts'

/** Tells the contacts of a provider that their approval is asked for, or an answer of theirs was answered. The notice carries no title. */
export async function notifyContacts(
  db: Db,
  {
    approvalId,
    organisationId,
    number,
    kind,
    at,
    occasion = `approval:${approvalId}`,
  }: {
    approvalId: string
    organisationId: string
    number: string
    kind: 'approval-asked' | 'approval-reminder' | 'withdrawal-answered' | 'shared-unasked'
    at: Date
    /** What it is told once about, where that is not the request itself. */
    occasion?: string
  },
): Promise<void> {
  const subject = toNoticeSubject({ kind, number })
  const recipients = await listRecipients(db, [organisationId], ['member-contact'])
  await queueNotices(
    db,
    { occasion, kind, subject, href: `/approvals/${approvalId}`, at },
    recipients,
  )
  await startJob(db, 'send-notices', { occasion }, { key: `${kind} ${occasion}` })
}
