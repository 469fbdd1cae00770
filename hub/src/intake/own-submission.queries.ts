import { z } from 'zod'
import { ApprovalId, SubmissionId } from 'contract/common'
import { Channel, SubmissionKind, SubmissionState, Wishes } from 'contract/intake'
import { OwnRestriction } from 'contract/restriction'
import { type Db, findRows, loadRow, sql } from '../database/index.ts'
import { approvalDuty } from './submission.queries.ts'

const OwnSubmission = z.object({
  submissionId: SubmissionId,
  receipt: z.string(),
  kind: SubmissionKind,
  channel: Channel,
  state: SubmissionState,
  analysis: z.enum(['waiting', 'running', 'done', 'failed']),
  title: z.string(),
  receivedAt: z.date(),
  mailCount: z.number(),
  unreadableCount: z.number(),
  setAsideReason: z.string().optional(),
  isAnswered: z.boolean(),
  sharingStep: z.enum(['approval', 'shared']).optional(),
  wishes: Wishes,
  approvalStaysOn: z.enum(['no-group', 'organisation']).optional(),
  sharedUnasked: z.array(z.object({ approvalId: ApprovalId, bulletinNumber: z.string() })),
  isRestricted: z.boolean(),
  admissions: OwnRestriction.shape.admissions,
  files: z.array(
    z.object({ fileName: z.string().nullable(), sizeBytes: z.number(), sha256: z.string() }),
  ),
})
export type OwnSubmission = z.infer<typeof OwnSubmission>

/** Only columns a member may read. Which rows, row-level security decides. */
function ownSubmissions(condition: ReturnType<typeof sql>) {
  return sql`
    select s.id as submission_id, s.receipt, s.kind, s.channel, s.state, s.analysis, s.title, s.received_at,
           s.mail_count, s.unreadable_count, s.set_aside_reason, s.wishes,
           s.consultation ->> 'answer' is not null as is_answered,
           (select t.step from noroshi.own_sharing_steps(array[s.id]) t) as sharing_step,
           ${approvalDuty(sql`array(select jsonb_array_elements_text(s.wishes -> 'groupIds')::uuid)`)} as approval_stays_on,
           (select coalesce(jsonb_agg(jsonb_build_object('approvalId', u.approval_id, 'bulletinNumber', u.number)), '[]')
              from noroshi.own_unasked(s.id) u) as shared_unasked,
           exists (select 1 from noroshi.restriction r where r.submission_id = s.id) as is_restricted,
           (select coalesce(jsonb_agg(jsonb_build_object('purpose', a.purpose, 'allowedOn', a.allowed_on, 'endsOn', a.ends_on)), '[]')
              from noroshi.own_admissions(s.id) a) as admissions,
           (select coalesce(jsonb_agg(jsonb_build_object('fileName', f.file_name, 'sizeBytes', f.size_bytes, 'sha256', f.sha256)
                                      order by f.ordinal), '[]')
              from noroshi.submission_file f where f.submission_id = s.id) as files
      from noroshi.submission s
     where ${condition}`
}

/** Own submissions, newest first, behind a given place in that order. */
export function listOwnRows(
  db: Db,
  { after, limit }: { after?: { receivedAt: Date; id: string } | undefined; limit: number },
): Promise<OwnSubmission[]> {
  const behind =
    after === undefined
      ? sql`true`
      : sql`(s.received_at, s.id) < (${after.receivedAt}::timestamptz, ${after.id}::uuid)`
  return findRows(
    db,
    OwnSubmission,
    ownSubmissions(sql`${behind} order by s.received_at desc, s.id desc limit ${limit}`),
  )
}

export function loadOwnRow(db: Db, submissionId: SubmissionId): Promise<OwnSubmission> {
  return loadRow(db, OwnSubmission, ownSubmissions(sql`s.id = ${submissionId}`))
}
