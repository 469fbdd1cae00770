import type { SubmissionId } from 'contract/common'
import { type Db, json, runSql, sql } from '../../database/index.ts'
import type { MailRecord } from '../thread/mail-record.ts'

/**
 * What these mails tell of the organisation that handed them in, in place of what an earlier reading saw. Only of
 * what a signed-in member gave of its own: anybody may write to the hub's mailbox in a contact's name.
 */
export async function replaceSightings(
  db: Db,
  submissionId: SubmissionId,
  mails: readonly { readonly mailId: string; readonly record?: MailRecord | undefined }[],
): Promise<void> {
  const ids = mails.map(({ mailId }) => mailId)
  const rows = mails.flatMap(({ mailId, record }) =>
    (record?.sightings ?? []).map((sighting) => ({ mail_id: mailId, ...sighting })),
  )
  await runSql(db, sql`delete from noroshi.vault_sighting where mail_id = any (${ids}::uuid[])`)
  await runSql(
    db,
    sql`insert into noroshi.vault_sighting
               (mail_id, organisation_id, submission_id, list, value, address, witness, sender)
        select t.mail_id, s.organisation_id, s.id, t.list, t.value, t.address, t.witness, t.sender
          from jsonb_to_recordset(${json(rows)})
               as t(mail_id uuid, list text, value text, address text, witness text, sender text)
          join noroshi.submission s on s.id = ${submissionId}
         where s.organisation_id is not null and s.provider_kind = 'member' and s.channel in ('web', 'api')`,
  )
}
