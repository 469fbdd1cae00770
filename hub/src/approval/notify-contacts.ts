import { toNoticeSubject } from '../anonymisation/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import { startJob } from '../jobs/index.ts'
import { loadAsked } from './approval.queries.ts'
import { listRecipients, queueNotices } from './notice.queries.ts'

/**
 * Tells the contacts of a provider that their approval is asked for, or an answer of theirs was answered. The notice
 * carries no title and not the bulletin's number, which stands in everybody's notice later: whoever sees the mail of a
 * provider pass, its gateway or a mailbox that is shared, could lay the two side by side. It carries the number of what
 * the provider sent, by which its people know it anyway; so all notices about one text have it in common.
 */
export async function notifyContacts(
  db: Db,
  {
    approvalId,
    organisationId,
    kind,
    at,
    occasion = `approval:${approvalId}`,
  }: {
    approvalId: string
    organisationId: string
    kind: 'approval-asked' | 'approval-reminder' | 'withdrawal-answered' | 'shared-unasked'
    at: Date
    /** What it is told once about, where that is not the request itself. */
    occasion?: string
  },
): Promise<void> {
  const { askedAt, receipt } = await loadAsked(db, approvalId)
  const subject = toNoticeSubject({ kind, number: receipt ?? dayInJapan(askedAt) })
  const recipients = await listRecipients(db, [organisationId], ['member-contact'])
  await queueNotices(
    db,
    { occasion, kind, subject, href: `/approvals/${approvalId}`, at },
    recipients,
  )
  await startJob(db, 'send-notices', { occasion }, { key: `${kind} ${occasion}` })
}
