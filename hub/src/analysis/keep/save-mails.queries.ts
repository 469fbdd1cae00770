import { z } from 'zod'
import type { SubmissionId } from 'contract/common'
import { type Db, findRows, json, runSql, sql } from '../../database/index.ts'
import type { MailRecord } from '../thread/mail-record.ts'
import type { ProblemView } from '../thread/problem-view.ts'

/** A mail ready to be written. Without a record it could not be read and `problem` says why. */
export interface MailToSave {
  readonly mailId: string
  readonly path: string
  readonly ordinal: number
  readonly sha256: string
  readonly sizeBytes: number
  readonly record?: MailRecord | undefined
  /** Files inside it whose bytes are kept. */
  readonly files: readonly { readonly sha256: string; readonly sizeBytes: number }[]
  readonly problem?: ProblemView | undefined
}

const SavedMail = z.object({ id: z.uuid(), path: z.string() })

/** Notes that these bytes are kept; rows that are there already stay. */
export async function saveEvidenceRows(
  db: Db,
  mails: readonly Pick<MailToSave, 'sha256' | 'sizeBytes'>[],
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.evidence (sha256, size_bytes)
        select distinct on (m.sha256) m.sha256, m.size_bytes
          from jsonb_to_recordset(${json(mails.map(({ sha256, sizeBytes }) => ({ sha256, size_bytes: sizeBytes })))})
               as m(sha256 text, size_bytes bigint)
        on conflict do nothing`,
  )
}

/** Writes mails of one file. A mail that was read before keeps its id, so that links to it go on working. */
export async function saveMailRows(
  db: Db,
  { submissionId, fileId, at }: { submissionId: SubmissionId; fileId: string; at: Date },
  mails: readonly MailToSave[],
): Promise<Map<string, string>> {
  const saved = await findRows(
    db,
    SavedMail,
    sql`insert into noroshi.mail (id, submission_id, file_id, path, ordinal, sha256, size_bytes, subject, from_address,
                                  sent_at, arrived_at, operation_key, proposal, problems, view, safe_html, is_file, analysed_at)
        select m.id, ${submissionId}, ${fileId}, m.path, m.ordinal, m.sha256, m.size_bytes, m.subject, m.from_address,
               m.sent_at, m.arrived_at, m.operation_key, m.proposal, m.problems, m.view, m.safe_html, m.is_file, ${at}
          from jsonb_to_recordset(${json(mails.map(toRow))})
               as m(id uuid, path text, ordinal int, sha256 text, size_bytes bigint, subject text, from_address text,
                    sent_at timestamptz, arrived_at timestamptz, operation_key text, proposal jsonb, problems jsonb,
                    view jsonb, safe_html text, is_file boolean)
        on conflict (file_id, path) do update
           set ordinal = excluded.ordinal, sha256 = excluded.sha256, size_bytes = excluded.size_bytes,
               subject = excluded.subject, from_address = excluded.from_address, sent_at = excluded.sent_at,
               arrived_at = excluded.arrived_at, operation_key = excluded.operation_key,
               proposal = excluded.proposal, problems = excluded.problems, view = excluded.view,
               safe_html = excluded.safe_html, is_file = excluded.is_file,
               analysed_at = excluded.analysed_at
        returning id, path`,
  )
  return new Map(saved.map(({ id, path }) => [path, id]))
}

const EMPTY_PICTURE = { headers: [], parts: [], received: [] }

function toRow({ mailId, path, ordinal, sha256, sizeBytes, record, problem }: MailToSave) {
  return {
    id: mailId,
    path,
    ordinal,
    sha256,
    size_bytes: sizeBytes,
    subject: record?.subject ?? '',
    from_address: record?.fromAddress ?? '',
    sent_at: record?.sentAt,
    arrived_at: record?.arrivedAt,
    operation_key: record?.operationKey,
    proposal: record?.proposal,
    problems: [...(record?.problems ?? []), ...(problem === undefined ? [] : [problem])],
    view: record?.picture ?? EMPTY_PICTURE,
    safe_html: record?.safeHtml,
    is_file: record?.isFile ?? false,
  }
}

/** Artefacts and indicators of these mails, in place of what an earlier reading found. */
export async function replaceTraces(
  db: Db,
  mails: readonly { readonly mailId: string; readonly record?: MailRecord | undefined }[],
): Promise<void> {
  const ids = mails.map(({ mailId }) => mailId)
  const artefacts = mails.flatMap(({ mailId, record }) =>
    (record?.artefacts ?? []).map((artefact) => ({
      mail_id: mailId,
      path: artefact.path,
      file_name: artefact.fileName,
      type: artefact.type,
      declared_type: artefact.declaredType,
      size_bytes: artefact.sizeBytes,
      sha256: artefact.sha256 ?? '',
      sha1: artefact.sha1 ?? '',
      md5: artefact.md5 ?? '',
      kind: artefact.kind,
      unreadable: artefact.unreadable,
      reading: artefact.reading,
      tlsh: artefact.tlsh,
      picture: artefact.picture,
      safe_html: artefact.safeHtml,
    })),
  )
  const indicators = mails.flatMap(({ mailId, record }) =>
    (record?.indicators ?? []).map((indicator) => ({ mail_id: mailId, ...indicator })),
  )
  await runSql(db, sql`delete from noroshi.artefact where mail_id = any (${ids}::uuid[])`)
  await runSql(db, sql`delete from noroshi.indicator where mail_id = any (${ids}::uuid[])`)
  await runSql(
    db,
    sql`insert into noroshi.artefact
        select * from jsonb_populate_recordset(null::noroshi.artefact, ${json(artefacts)}) on conflict do nothing`,
  )
  await runSql(
    db,
    sql`insert into noroshi.indicator
        select * from jsonb_populate_recordset(null::noroshi.indicator, ${json(indicators)}) on conflict do nothing`,
  )
}
