import { z } from 'zod'
import { OrganisationId, type PersonId, Sha256, SubmissionId } from 'contract/common'
import {
  type Channel,
  SubmissionDates,
  type SubmissionKind,
  SubmissionState,
  Wishes,
} from 'contract/intake'
import { dayInJapan } from '../clock.ts'
import { type Db, findRow, json, loadRow, runSql, sql } from '../database/index.ts'
import type { StoredEvidence } from '../evidence-store/index.ts'
import type { Provider } from './provider.ts'

export interface NewSubmission {
  readonly submissionId: SubmissionId
  readonly receipt: string
  readonly provider: Provider
  readonly kind: SubmissionKind
  readonly channel: Channel
  readonly note?: string | undefined
  readonly submittedBy?: PersonId | undefined
  readonly receivedAt: Date
  readonly idempotencyKey: string
  readonly wishes: Wishes
  readonly dates: SubmissionDates
}

/** Writes the row. False when this provider has used the key before, or the receipt is taken. */
export async function saveSubmission(db: Db, it: NewSubmission): Promise<boolean> {
  const written = await runSql(
    db,
    sql`insert into noroshi.submission (id, receipt, organisation_id, provider_kind, kind, channel, state, note,
                                        submitted_by, received_at, idempotency_key, wishes, dates)
        values (${it.submissionId}, ${it.receipt}, ${it.provider.organisationId ?? null}, ${it.provider.kind}, ${it.kind},
                ${it.channel}, 'received', ${it.note ?? null}, ${it.submittedBy ?? null}, ${it.receivedAt},
                ${it.idempotencyKey}, ${json(it.wishes)}, ${json(it.dates)})
        on conflict do nothing`,
  )
  return written === 1
}

/** Notes that these bytes are kept. Without naming the conflicting column: a member may add this row, not read it. */
export async function saveEvidenceRow(
  db: Db,
  { sha256, sizeBytes }: StoredEvidence,
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.evidence (sha256, size_bytes) values (${sha256}, ${sizeBytes}) on conflict do nothing`,
  )
}

export interface NewFile {
  readonly fileId: string
  readonly submissionId: SubmissionId
  readonly ordinal: number
  readonly evidence: StoredEvidence
  readonly fileName?: string | undefined
  readonly receivedAt: Date
}

/**
 * Writes the row, with the moment at which this provider first sent the same bytes. Only its own rows are
 * looked at: that another member has the same file must not show.
 */
export async function saveFile(
  db: Db,
  organisationId: OrganisationId | undefined,
  file: NewFile,
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.submission_file
               (id, submission_id, ordinal, sha256, file_name, size_bytes, received_at, repeated_from)
        values (${file.fileId}, ${file.submissionId}, ${file.ordinal}, ${file.evidence.sha256},
                ${file.fileName ?? null}, ${file.evidence.sizeBytes}, ${file.receivedAt},
                (select min(f.received_at) from noroshi.submission_file f
                   join noroshi.submission s on s.id = f.submission_id
                  where f.sha256 = ${file.evidence.sha256} and s.id <> ${file.submissionId}
                    and s.organisation_id = ${organisationId ?? null}::uuid))`,
  )
}

const ReceivedFile = z.object({
  submissionId: SubmissionId,
  receipt: z.string(),
  receivedAt: z.date(),
  sha256: Sha256,
  sizeBytes: z.number(),
  repeatedFrom: z.date().optional(),
})
export type ReceivedFile = z.infer<typeof ReceivedFile>

/** What a receipt says about one file. */
function receivedFile(condition: ReturnType<typeof sql>) {
  return sql`
    select s.id as submission_id, s.receipt, f.received_at, f.sha256, f.size_bytes, f.repeated_from
      from noroshi.submission s join noroshi.submission_file f on f.submission_id = s.id
     where ${condition}`
}

/** The first file of the submission this provider made with this key, if it did. */
export function findByKey(
  db: Db,
  provider: Provider,
  idempotencyKey: string,
): Promise<ReceivedFile | undefined> {
  return findRow(
    db,
    ReceivedFile,
    receivedFile(
      sql`s.organisation_id is not distinct from ${provider.organisationId ?? null}::uuid
          and s.idempotency_key = ${idempotencyKey} and f.ordinal = 0`,
    ),
  )
}

export function loadReceivedFile(db: Db, fileId: string): Promise<ReceivedFile> {
  return loadRow(db, ReceivedFile, receivedFile(sql`f.id = ${fileId}`))
}

/** This very file inside this submission, when it was added before. */
export function findSameFile(
  db: Db,
  submissionId: SubmissionId,
  sha256: string,
): Promise<ReceivedFile | undefined> {
  return findRow(
    db,
    ReceivedFile,
    receivedFile(sql`s.id = ${submissionId} and f.sha256 = ${sha256} order by f.ordinal limit 1`),
  )
}

const OwnSubmission = z.object({
  submissionId: SubmissionId,
  organisationId: OrganisationId.optional(),
  state: SubmissionState,
  wishes: Wishes,
  dates: SubmissionDates,
  fileCount: z.number(),
})

/** A submission the viewer may see, locked until the transaction ends, so that two changes come one after the other. */
export function loadSubmissionForUpdate(
  db: Db,
  submissionId: SubmissionId,
): Promise<z.infer<typeof OwnSubmission>> {
  return loadRow(
    db,
    OwnSubmission,
    sql`select s.id as submission_id, s.organisation_id, s.state, s.wishes, s.dates,
               (select count(*)::int from noroshi.submission_file f where f.submission_id = s.id) as file_count
          from noroshi.submission s where s.id = ${submissionId} for update of s`,
  )
}

/** With the memberships in which they are said; the member's own sight leaves none but its groups of today. */
export async function saveWishes(
  db: Db,
  submissionId: SubmissionId,
  wishes: Wishes,
  at: Date,
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.submission set wishes = ${json(wishes)}, wishes_at = ${at},
               wished_in = array(select m.id from noroshi.membership m join noroshi.sharing_group g on g.id = m.group_id
                                  where m.joined_on <= ${dayInJapan(at)}::date
                                    and (m.left_on is null or m.left_on > ${dayInJapan(at)}::date))
         where id = ${submissionId}`,
  )
}

/**
 * Why a provider must approve every text of a submission meant for these groups, or for all of its own when there are
 * none: nothing when it may say otherwise. Runs as the member, which sees its own organisation and groups alone.
 */
export async function findApprovalDuty(
  db: Db,
  groupIds: readonly string[],
): Promise<'no-group' | 'organisation' | undefined> {
  const { duty } = await loadRow(
    db,
    z.object({ duty: z.enum(['no-group', 'organisation']).optional() }),
    sql`select ${approvalDuty(sql`${[...groupIds]}::uuid[]`)} as duty`,
  )
  return duty
}

/** The same inside another query. */
export const approvalDuty = (groupIds: ReturnType<typeof sql>) => sql`
  case when exists (select 1 from noroshi.organisation o
                     where o.id = noroshi.current_organisation() and o.is_always_asked) then 'organisation'
       when not exists (select 1 from noroshi.sharing_group g
                         where g.lane = 'technical-only' and (cardinality(${groupIds}) = 0 or g.id = any (${groupIds})))
       then 'no-group' end`

export async function saveDates(
  db: Db,
  submissionId: SubmissionId,
  dates: SubmissionDates,
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.submission set dates = ${json(dates)} where id = ${submissionId}`,
  )
}

/** Moves the row from one state to another. False when somebody else moved it first. */
export async function saveState(
  db: Db,
  submissionId: SubmissionId,
  from: SubmissionState,
  to: SubmissionState,
): Promise<boolean> {
  const changed = await runSql(
    db,
    sql`update noroshi.submission set state = ${to} where id = ${submissionId} and state = ${from}`,
  )
  return changed === 1
}

/** Says that the evidence is waiting to be read. */
export async function saveWaiting(db: Db, submissionId: SubmissionId): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.submission set analysis = 'waiting' where id = ${submissionId}`,
  )
}

/** An organisation of the community, for entries on its behalf. */
export async function loadOrganisationId(
  db: Db,
  organisationId: OrganisationId,
): Promise<OrganisationId> {
  const row = await loadRow(
    db,
    z.object({ id: OrganisationId }),
    sql`select id from noroshi.organisation where id = ${organisationId}`,
  )
  return row.id
}

/** How many of these groups the viewer may name: a member only those it acts in today. */
export async function countVisibleGroups(db: Db, groupIds: readonly string[]): Promise<number> {
  const { count } = await loadRow(
    db,
    z.object({ count: z.number() }),
    sql`select count(*)::int as count from noroshi.sharing_group where id = any (${[...groupIds]}::uuid[])`,
  )
  return count
}

export async function saveCountCorrection(
  db: Db,
  correction: {
    readonly submissionId: SubmissionId
    readonly items: number
    readonly reason: string
    readonly correctedBy: PersonId
    readonly correctedAt: Date
  },
): Promise<void> {
  const { submissionId, items, reason, correctedBy, correctedAt } = correction
  await runSql(
    db,
    sql`insert into noroshi.count_correction (submission_id, items, reason, corrected_by, corrected_at)
        values (${submissionId}, ${items}, ${reason}, ${correctedBy}, ${correctedAt})`,
  )
}
