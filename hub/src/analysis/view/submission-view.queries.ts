import { z } from 'zod'
import { ProblemView } from 'contract/analysis'
import { OrganisationId, PersonId, Sha256, SubmissionId, Classification } from 'contract/common'
import {
  Channel,
  ProviderKind,
  SubmissionDates,
  SubmissionKind,
  SubmissionState,
  Wishes,
} from 'contract/intake'
import { type Db, findRow, findRows, loadRow, sql } from '../../database/index.ts'

const SubmissionRecord = z.object({
  submissionId: SubmissionId,
  receipt: z.string(),
  title: z.string(),
  kind: SubmissionKind,
  channel: Channel,
  state: SubmissionState,
  analysis: z.enum(['waiting', 'running', 'done', 'failed']),
  providerKind: ProviderKind,
  organisationId: OrganisationId.optional(),
  organisation: z.string().optional(),
  groups: z.array(z.object({ ja: z.string(), en: z.string() })),
  receivedAt: z.date(),
  assigneeId: PersonId.optional(),
  assignee: z.string().optional(),
  mailCount: z.number(),
  findingCount: z.number(),
  classification: Classification.optional(),
  note: z.string().optional(),
  wishes: Wishes,
  dates: SubmissionDates,
  itemsProposed: z.number(),
  setAsideReason: z.string().optional(),
})
export type SubmissionRecord = z.infer<typeof SubmissionRecord>

/** A submission with whom it came from, as the hub's own people see it. Groups are those of the day it came. */
export function loadSubmissionRecord(
  db: Db,
  submissionId: SubmissionId,
): Promise<SubmissionRecord> {
  return loadRow(
    db,
    SubmissionRecord,
    sql`select s.id as submission_id, s.receipt, s.title, s.kind, s.channel, s.state, s.analysis, s.provider_kind,
               s.organisation_id, o.name as organisation, s.received_at, s.assignee_id, a.name as assignee,
               s.mail_count, s.note, s.wishes, s.dates, s.items_proposed, s.set_aside_reason,
               (select count(*)::int from noroshi.finding f join noroshi.mail m on m.id = f.mail_id
                 where m.submission_id = s.id and f.dismissed_at is null) as finding_count,
               (select coalesce(jsonb_agg(g.name order by g.position, g.token), '[]')
                  from noroshi.groups_of(s.organisation_id, (s.received_at at time zone 'Asia/Tokyo')::date) acted
                  join noroshi.sharing_group g on g.id = acted.group_id) as groups,
               (select m.proposal ->> 'value' from noroshi.mail m
                 where m.submission_id = s.id and m.proposal is not null
                 order by array_position(array['strong', 'medium', 'weak'], m.proposal ->> 'confidence'), m.ordinal limit 1) as classification
          from noroshi.submission s
          left join noroshi.organisation o on o.id = s.organisation_id
          left join noroshi.person a on a.id = s.assignee_id
         where s.id = ${submissionId}`,
  )
}

const FileRecord = z.object({
  sha256: Sha256,
  fileName: z.string().optional(),
  sizeBytes: z.number(),
  problems: z.array(ProblemView),
  repeatedFrom: z.date().optional(),
})
export type FileRecord = z.infer<typeof FileRecord>

/** The files as they came. */
export function listFileRecords(db: Db, submissionId: SubmissionId): Promise<FileRecord[]> {
  return findRows(
    db,
    FileRecord,
    sql`select sha256, file_name, size_bytes, problems, repeated_from
          from noroshi.submission_file where submission_id = ${submissionId} order by ordinal`,
  )
}

const Correction = z.object({
  items: z.number(),
  reason: z.string(),
  by: z.string(),
  at: z.date(),
})

/** The newest correction of the item count, if there is one. */
export function findCountCorrection(
  db: Db,
  submissionId: SubmissionId,
): Promise<z.infer<typeof Correction> | undefined> {
  return findRow(
    db,
    Correction,
    sql`select c.items, c.reason, p.name as by, c.corrected_at as at
          from noroshi.count_correction c join noroshi.person p on p.id = c.corrected_by
         where c.submission_id = ${submissionId} order by c.corrected_at desc limit 1`,
  )
}
