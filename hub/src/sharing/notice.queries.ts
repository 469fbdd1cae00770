import { z } from 'zod'
import { Bilingual, Tlp } from 'contract/common'
import { NOTICE_KINDS } from '../anonymisation/index.ts'
import { type Db, findRow, findRows, runSql, sql } from '../database/index.ts'

const NoticeId = z.object({ id: z.uuid() })

/** Notices of an occasion that have not been sent, and those nobody has tried to send yet. Ids are random, so is the order. */
export async function listUnsentNotices(db: Db, occasion: string): Promise<string[]> {
  const rows = await findRows(
    db,
    NoticeId,
    sql`select id from noroshi.notice where sent_at is null and (occasion = ${occasion} or attempts = 0) order by id`,
  )
  return rows.map(({ id }) => id)
}

const Notice = z.object({
  id: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  subject: Bilingual,
  href: z.string(),
  tlp: Tlp.optional(),
  language: z.enum(['ja', 'en']),
  email: z.string(),
  attempts: z.number().int(),
})
export type Notice = z.infer<typeof Notice>

/**
 * A notice still to be sent to somebody who may still sign in, locked; nothing when another worker has it.
 * A notice of a release carries its title. While it waited for the relay the release may have been withdrawn or corrected,
 * or the organisation may have left the group: then it is not sent. Nor is word of an agreement's end once it is renewed.
 */
export function findNoticeToSend(
  db: Db,
  noticeId: string,
  today: string,
): Promise<Notice | undefined> {
  return findRow(
    db,
    Notice,
    sql`select n.id, n.kind, n.subject, n.href, n.tlp, n.language, p.email, n.attempts
          from noroshi.notice n
          join noroshi.person p on p.id = n.person_id
         where n.id = ${noticeId} and n.sent_at is null and p.disabled_at is null
           and (n.kind not in ('released', 'corrected')
                or exists (select 1 from noroshi.release r
                            where n.occasion = 'release:' || r.id and r.state = 'released'
                              and r.audience && array(select g.token from noroshi.group_tokens_of(p.organisation_id, ${today}::date) g)))
           and (n.kind <> 'agreement-ending'
                or exists (select 1 from noroshi.agreement_reminder r
                             join noroshi.agreements_ending(${today}::date) e on e.agreement_id = r.agreement_id
                            where n.occasion = 'organisation:' || r.id and not e.follow_up_signed))
           for update of n skip locked`,
  )
}

export async function saveSent(db: Db, noticeId: string, at: Date): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.notice set sent_at = ${at}, attempts = attempts + 1, last_error = null
         where id = ${noticeId}`,
  )
}

/** The relay's code only: its words may repeat what was sent. */
export async function saveFailedAttempt(db: Db, noticeId: string, error: string): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.notice set attempts = attempts + 1, last_error = ${error} where id = ${noticeId}`,
  )
}
