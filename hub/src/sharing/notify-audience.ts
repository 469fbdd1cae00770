import type { Bilingual, Tlp } from 'contract/common'
import { type NoticeKind, toNoticeSubject } from '../anonymisation/index.ts'
import { listRecipients, queueNotices } from '../approval/index.ts'
import type { Db } from '../database/index.ts'
import { startJob } from '../jobs/index.ts'

/**
 * Queues one notice for each person of the audience. The provider's people get theirs like everybody
 * else, at the same moment and in random order: whoever got none would be known as the provider.
 */
export async function notifyAudience(
  db: Db,
  notice: {
    readonly kind: NoticeKind
    readonly releaseId: string
    readonly number: string
    readonly organisationIds: readonly string[]
    readonly title?: Bilingual
    readonly tlp: Tlp
    readonly at: Date
  },
): Promise<void> {
  const { kind, releaseId, tlp, at } = notice
  const occasion = `release:${releaseId}`
  const recipients = await listRecipients(db, notice.organisationIds, [
    'member-contact',
    'member-reader',
  ])
  const subject = toNoticeSubject(notice)
  await queueNotices(
    db,
    { occasion, kind, subject, href: `/inbox/${releaseId}`, tlp, at },
    recipients,
  )
  await startJob(db, 'send-notices', { occasion }, { key: `${kind} ${occasion}` })
}
