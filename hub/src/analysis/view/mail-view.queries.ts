import { z } from 'zod'
import {
  ArtefactView,
  FindingDetail,
  IndicatorView,
  MailView,
  PlaceView,
  ProblemView,
} from 'contract/analysis'
import {
  Bilingual,
  Classification,
  FindingId,
  MailId,
  Sha256,
  SubmissionId,
  Weight,
} from 'contract/common'
import { type Db, findRows, loadRow, sql } from '../../database/index.ts'

const SummaryRow = z.object({
  mailId: MailId,
  submissionId: SubmissionId,
  sha256: Sha256,
  subject: z.string(),
  fromAddress: z.string(),
  sentAt: z.date().optional(),
  sizeBytes: z.number(),
  findingCount: z.number(),
  strongest: Weight.optional(),
  classification: Classification.optional(),
  problemCount: z.number(),
  providerCount: z.number(),
})
export type SummaryRow = z.infer<typeof SummaryRow>

/**
 * Columns of a mail in a list. Dismissed findings count no longer. Providers are those who sent these very
 * bytes: each organisation once, everybody without one once together.
 */
const SUMMARY = sql`
  m.id as mail_id, m.submission_id, m.sha256, m.subject, m.from_address, m.sent_at, m.size_bytes, m.classification,
  (select coalesce(sum(coalesce((problem ->> 'count')::int, 1)), 0)::int
     from jsonb_array_elements(m.problems) problem) as problem_count,
  (select count(*)::int from noroshi.finding f where f.mail_id = m.id and f.dismissed_at is null) as finding_count,
  (select f.weight from noroshi.finding f where f.mail_id = m.id and f.dismissed_at is null
    order by array_position(array['strong', 'medium', 'weak'], f.weight) limit 1) as strongest,
  (select count(distinct coalesce(s.organisation_id, '00000000-0000-0000-0000-000000000000'))::int
     from noroshi.mail o join noroshi.submission s on s.id = o.submission_id where o.sha256 = m.sha256) as provider_count`

/** Mails of these submissions in the order in which they came. */
export function listSummaryRows(
  db: Db,
  submissionIds: readonly SubmissionId[],
): Promise<SummaryRow[]> {
  return findRows(
    db,
    SummaryRow,
    sql`select ${SUMMARY}
          from noroshi.mail m
          join noroshi.submission s on s.id = m.submission_id
          join noroshi.submission_file f on f.id = m.file_id
         where m.submission_id = any (${[...submissionIds]}::uuid[])
         order by s.received_at, s.id, f.ordinal, m.ordinal`,
  )
}

/** The stored picture is our own JSON, written in the form of the contract; the answer's schema checks it. */
const MailRow = SummaryRow.extend({
  view: z.object({
    headers: z.array(z.unknown()),
    parts: z.array(z.unknown()),
    received: z.array(z.unknown()),
    // Mails analysed before there was one have none.
    authentication: z.array(z.unknown()).optional(),
  }),
  problems: z.array(ProblemView),
  proposal: MailView.shape.proposal.optional(),
})
export type MailRow = z.infer<typeof MailRow>

export function loadMailRow(db: Db, mailId: MailId): Promise<MailRow> {
  return loadRow(
    db,
    MailRow,
    sql`select ${SUMMARY}, m.view, m.problems, m.proposal from noroshi.mail m where m.id = ${mailId}`,
  )
}

const FindingRow = z.object({
  findingId: FindingId,
  mailId: MailId,
  number: z.number(),
  technique: z.string(),
  weight: Weight,
  place: PlaceView,
  alsoPlaces: z.array(PlaceView),
  say: Bilingual,
  detail: FindingDetail.optional(),
  dismissedBy: z.string().optional(),
  dismissedAt: z.date().optional(),
  dismissedReason: z.string().optional(),
})
export type FindingRow = z.infer<typeof FindingRow>

/** Findings of these mails, strongest first within each. */
export function listFindingRows(db: Db, mailIds: readonly MailId[]): Promise<FindingRow[]> {
  return findRows(
    db,
    FindingRow,
    sql`select f.id as finding_id, f.mail_id, f.number, f.technique, f.weight, f.place, f.also_places, f.say, f.detail,
               p.name as dismissed_by, f.dismissed_at, f.dismissed_reason
          from noroshi.finding f left join noroshi.person p on p.id = f.dismissed_by
         where f.mail_id = any (${[...mailIds]}::uuid[]) order by f.mail_id, f.number`,
  )
}

export function listArtefactRows(db: Db, mailId: MailId): Promise<z.infer<typeof ArtefactView>[]> {
  return findRows(
    db,
    ArtefactView,
    sql`select a.path, a.file_name, a.type, a.declared_type, a.size_bytes, nullif(a.sha256, '') as sha256,
               nullif(a.sha1, '') as sha1, nullif(a.md5, '') as md5, a.kind, a.unreadable, a.tlsh, a.reading, a.picture,
               a.safe_html is not null as is_drawn, e.sha256 is not null as is_kept
          from noroshi.artefact a left join noroshi.evidence e on e.sha256 = a.sha256
         where a.mail_id = ${mailId} order by a.path collate "C"`,
  )
}

const KeptArtefact = z.object({
  submissionId: SubmissionId,
  /** Absent when the bytes are not kept. */
  sha256: Sha256.optional(),
  type: z.string(),
  picture: ArtefactView.shape.picture,
  safeHtml: z.string().optional(),
})

/** A file inside a mail, with the hash its bytes are kept under. */
export function loadArtefactRow(
  db: Db,
  mailId: MailId,
  path: string,
): Promise<z.infer<typeof KeptArtefact>> {
  return loadRow(
    db,
    KeptArtefact,
    sql`select m.submission_id, e.sha256, a.type, a.picture, a.safe_html
          from noroshi.artefact a
          join noroshi.mail m on m.id = a.mail_id
          left join noroshi.evidence e on e.sha256 = a.sha256
         where a.mail_id = ${mailId} and a.path = ${path}`,
  )
}

export function listIndicatorRows(
  db: Db,
  mailId: MailId,
): Promise<z.infer<typeof IndicatorView>[]> {
  return findRows(
    db,
    IndicatorView,
    sql`select type, value, context, path from noroshi.indicator
         where mail_id = ${mailId} order by type, context, value, path`,
  )
}

/** Hash and size of a mail's own bytes. */
export function loadMailBytesRow(
  db: Db,
  mailId: MailId,
): Promise<{ sha256: string; sizeBytes: number }> {
  return loadRow(
    db,
    z.object({ sha256: Sha256, sizeBytes: z.number() }),
    sql`select sha256, size_bytes from noroshi.mail where id = ${mailId}`,
  )
}

/** The mail's HTML as the parsing thread drew it. */
export function loadSafeHtml(db: Db, mailId: MailId): Promise<{ safeHtml?: string | undefined }> {
  return loadRow(
    db,
    z.object({ safeHtml: z.string().optional() }),
    sql`select safe_html from noroshi.mail where id = ${mailId}`,
  )
}

/** That these bytes are evidence of the hub, with their size. */
export function loadEvidenceRow(
  db: Db,
  sha256: string,
): Promise<{ sha256: string; sizeBytes: number }> {
  return loadRow(
    db,
    z.object({ sha256: Sha256, sizeBytes: z.number() }),
    sql`select sha256, size_bytes from noroshi.evidence where sha256 = ${sha256}`,
  )
}
