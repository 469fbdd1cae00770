import { createHash } from 'node:crypto'
import type { TestHub } from './with-hub.ts'
import { readMail } from '../analysis/read-mail.ts'
import { replaceFindings } from '../analysis/save-findings.queries.ts'
import { saveEvidenceRows, saveMailRows, replaceTraces } from '../analysis/save-mails.queries.ts'
import { buildRegister } from 'engine'
import { loadRegister } from '../community/index.ts'
import { sql, runSql } from '../database/index.ts'
import { newId } from '../ids.ts'
export async function interim(hub: TestHub, submissionId: any, bytes: Uint8Array) {
  await hub.inStaff(async (db) => {
    const { rows: mails } =
      await sql<any>`select 1 from noroshi.mail where submission_id=${submissionId}`.execute(db)
    if (mails.length > 0) return
    const {
      rows: [f],
    } =
      await sql<any>`select f.id, s.organisation_id from noroshi.submission_file f join noroshi.submission s on s.id=f.submission_id where submission_id=${submissionId}`.execute(
        db,
      )
    const record = await readMail(
      bytes,
      buildRegister(await loadRegister(db, f.organisation_id)),
      hub.clock.now(),
    )
    const mailId = newId()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const row = { mailId, path: '', ordinal: 0, sha256, sizeBytes: bytes.length, record }
    await saveEvidenceRows(db, [row])
    await saveMailRows(db, { submissionId, fileId: f.id, at: hub.clock.now() }, [row])
    await replaceFindings(db, [row])
    await replaceTraces(db, [row])
    await runSql(
      db,
      sql`update noroshi.submission set analysis='done', mail_count=1 where id=${submissionId}`,
    )
  })
}
