import { createHash } from 'node:crypto'
import type { MailId, SubmissionId } from 'contract/common'
import { json, runSql, sql } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { TestHub } from './with-hub.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

export interface MailToSeed {
  readonly submissionId: SubmissionId
  /** Mails with the same word are the same in sender, subject, text and attachments. */
  readonly wave?: string
  /** Mails with the same word are the same byte for byte. Default: every mail its own. */
  readonly bytes?: string
  readonly arrivedAt?: Date
  readonly proposal?: { readonly value: string; readonly confidence: 'strong' | 'medium' | 'weak' }
  readonly indicators?: readonly {
    readonly type: string
    readonly value: string
    readonly context: string
  }[]
  readonly attachments?: readonly string[]
}

/** Mails as they stand after analysis, without going through the engine. Answers their ids. */
export async function seedMails(hub: TestHub, mails: readonly MailToSeed[]): Promise<MailId[]> {
  const ids: MailId[] = []
  await hub.inStaff(async (db) => {
    for (const mail of mails) {
      const mailId = newId<MailId>()
      const fileId = newId()
      const sha256 = hashOf(mail.bytes ?? mailId)
      await runSql(
        db,
        sql`insert into noroshi.evidence (sha256, size_bytes) values (${sha256}, 100) on conflict do nothing`,
      )
      await runSql(
        db,
        sql`insert into noroshi.submission_file (id, submission_id, ordinal, sha256, size_bytes, received_at)
            select ${fileId}, ${mail.submissionId}, count(*), ${sha256}, 100, ${hub.clock.now()}
              from noroshi.submission_file where submission_id = ${mail.submissionId}`,
      )
      const proposal = { value: 'unclear', confidence: 'weak', ...mail.proposal, reasons: [] }
      await runSql(
        db,
        sql`insert into noroshi.mail (id, submission_id, file_id, ordinal, sha256, size_bytes, subject, from_address,
                                      arrived_at, operation_key, proposal, view, analysed_at)
            values (${mailId}, ${mail.submissionId}, ${fileId}, 0, ${sha256}, 100, ${mail.wave ?? 'Subject'},
                    'sender@attacker.test', ${mail.arrivedAt ?? null}, ${mail.wave === undefined ? null : hashOf(mail.wave)},
                    ${json(proposal)}, ${json({ headers: [], parts: [], received: [] })}, ${hub.clock.now()})`,
      )
      for (const { type, value, context } of mail.indicators ?? []) {
        await runSql(
          db,
          sql`insert into noroshi.indicator (mail_id, type, value, context, path) values (${mailId}, ${type}, ${value}, ${context}, '1')`,
        )
      }
      for (const [index, attachment] of (mail.attachments ?? []).entries()) {
        await runSql(
          db,
          sql`insert into noroshi.artefact (mail_id, path, type, size_bytes, sha256, sha1, md5, kind)
              values (${mailId}, ${`1.${index}`}, 'application/octet-stream', 10, ${hashOf(attachment)}, '', '', 'attachment')`,
        )
      }
      ids.push(mailId)
    }
  })
  return ids
}
