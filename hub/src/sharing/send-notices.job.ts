import { createTransport } from 'nodemailer'
import { renderNotice } from '../anonymisation/index.ts'
import { crashPoint } from '../crash-points.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { defineJob, startJob } from '../jobs/index.ts'
import { noticeDelaySeconds, SHARING_LIMITS } from './limits.ts'
import {
  findNoticeToSend,
  listUnsentNotices,
  type Notice,
  saveFailedAttempt,
  saveSent,
} from './notice.queries.ts'
import { toRelayUrl } from './to-relay-url.ts'

/**
 * Makes one job of each notice, so that one mailbox that does not answer delays nobody else.
 * Without a relay notices wait in the outbox; the first ones sent after one is configured take them along.
 */
export const sendNotices = defineJob('send-notices', async (hub, { occasion }) => {
  if (hub.config.mailRelayUrl === undefined) return
  await hub.database.inStaff({}, async (db) => {
    for (const noticeId of await listUnsentNotices(db, occasion)) {
      await startJob(db, 'send-notice', { noticeId }, { key: `notice ${noticeId}` })
    }
    crashPoint('notices.queued')
  })
})

/**
 * Sends one notice. It counts as sent only after the relay took it; a crash between the two sends it
 * again under the same Message-ID, by which mail systems recognise the second copy.
 */
export const sendNotice = defineJob('send-notice', async (hub, { noticeId }) => {
  await hub.database.inStaff({}, async (db) => {
    const notice = await findNoticeToSend(db, noticeId, dayInJapan(hub.clock.now()))
    if (notice === undefined || hub.config.mailRelayUrl === undefined) return
    try {
      await handToRelay(hub, hub.config.mailRelayUrl, notice)
    } catch (error) {
      await saveFailedAttempt(db, notice.id, codeOf(error))
      // From here on a person looks: the notice stays in the outbox with its last error.
      if (notice.attempts + 1 >= SHARING_LIMITS.noticeAttemptsMax) return
      return tryLater(db, hub, notice, noticeDelaySeconds(notice.attempts + 1))
    }
    crashPoint('notices.taken')
    await saveSent(db, notice.id, hub.clock.now())
  })
  crashPoint('notices.sent')
})

async function tryLater(db: Db, hub: Hub, notice: Notice, seconds: number): Promise<void> {
  const runAfter = new Date(hub.clock.now().getTime() + seconds * 1000)
  await startJob(
    db,
    'send-notice',
    { noticeId: notice.id },
    { key: `notice ${notice.id}`, runAfter },
  )
}

/** One mail to one recipient: several in one would show each to the others. */
async function handToRelay(hub: Hub, relayUrl: string, notice: Notice): Promise<void> {
  const { baseUrl, mailFrom } = hub.config
  const { tlp } = notice
  const { subject, text } = renderNotice(
    {
      ...{ kind: notice.kind, subject: notice.subject, link: `${baseUrl}${notice.href}` },
      ...(tlp === undefined ? {} : { tlp }),
    },
    notice.language,
  )
  const transport = createTransport(toRelayUrl(relayUrl), {
    from: mailFrom,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      to: { name: '', address: notice.email },
      ...{ subject, text },
      messageId: `<${notice.id}@${mailFrom.split('@').at(-1)}>`,
      // Keeps out-of-office answers away from the hub's mailbox (RFC 3834 §5).
      headers: { 'Auto-Submitted': 'auto-generated' },
      xMailer: false,
    })
  } finally {
    transport.close()
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown }
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || error.name
}
