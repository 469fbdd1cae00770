import { z } from 'zod'
import { OrganisationId, Sha256, SubmissionId } from 'contract/common'
import { Channel, SubmissionState } from 'contract/intake'
import { type Db, findRows, json, loadRow, runSql, sql } from '../../database/index.ts'
import type { ProblemView } from '../thread/problem-view.ts'

const ReadingSubject = z.object({
  organisationId: OrganisationId.optional(),
  receivedAt: z.date(),
  state: SubmissionState,
  channel: Channel,
})

/** The submission to read, locked against a reading that ends at the same moment. */
export function loadReadingSubject(
  db: Db,
  submissionId: SubmissionId,
): Promise<z.infer<typeof ReadingSubject>> {
  return loadRow(
    db,
    ReadingSubject,
    sql`select organisation_id, received_at, state, channel from noroshi.submission where id = ${submissionId} for update`,
  )
}

const FileToRead = z.object({
  fileId: z.uuid(),
  sha256: Sha256,
  fileName: z.string().optional(),
})
export type FileToRead = z.infer<typeof FileToRead>

export function listFilesToRead(db: Db, submissionId: SubmissionId): Promise<FileToRead[]> {
  return findRows(
    db,
    FileToRead,
    sql`select id as file_id, sha256, file_name from noroshi.submission_file
         where submission_id = ${submissionId} order by ordinal`,
  )
}

/**
 * Says that a new submission is being read. One that is read again keeps its state: its provider sees it, and
 * would see whenever another member revised its names.
 */
export async function saveAnalysisBegun(db: Db, submissionId: SubmissionId): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.submission set analysis = 'running' where id = ${submissionId} and analysis = 'waiting'`,
  )
}

export async function saveAnalysisEnded(
  db: Db,
  submissionId: SubmissionId,
  analysis: 'done' | 'failed',
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.submission set analysis = ${analysis} where id = ${submissionId}`,
  )
}

/** Says that a new submission could not be read. False for one that is read again: what was read before stands. */
export async function saveAnalysisGivenUp(db: Db, submissionId: SubmissionId): Promise<boolean> {
  const changed = await runSql(
    db,
    sql`update noroshi.submission set analysis = 'failed'
         where id = ${submissionId} and analysis in ('waiting', 'running')`,
  )
  return changed === 1
}

/** Notes a problem at every file of a submission, in place of what the reading that failed had noted. */
export async function saveProblemOfFiles(
  db: Db,
  submissionId: SubmissionId,
  problem: ProblemView,
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.submission_file set problems = ${json([problem])} where submission_id = ${submissionId}`,
  )
}

/** Lets a failed analysis wait for its next trial; false when it has not failed. */
export async function saveWaitingAgain(db: Db, submissionId: SubmissionId): Promise<boolean> {
  const changed = await runSql(
    db,
    sql`update noroshi.submission set analysis = 'waiting' where id = ${submissionId} and analysis = 'failed'`,
  )
  return changed === 1
}

/** Counts what has been written so far, so that progress can be read while a large file is being opened. */
export async function saveMailCount(db: Db, submissionId: SubmissionId): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.submission
           set mail_count = (select count(*) from noroshi.mail where submission_id = ${submissionId} and not is_file)
         where id = ${submissionId}`,
  )
}

/** Removes mails that this reading no longer found in a file, and notes what was wrong with the file. */
export async function settleFile(
  db: Db,
  fileId: string,
  {
    paths,
    problems,
  }: { readonly paths: readonly string[]; readonly problems: readonly ProblemView[] },
): Promise<void> {
  await runSql(
    db,
    sql`delete from noroshi.mail where file_id = ${fileId} and path <> all (${[...paths]}::text[])`,
  )
  await runSql(
    db,
    sql`update noroshi.submission_file set problems = ${json(problems)} where id = ${fileId}`,
  )
}

const ReadMailRow = z.object({
  fileId: z.uuid(),
  sha256: Sha256,
  subject: z.string(),
  operationKey: z.string().optional(),
})
export type ReadMailRow = z.infer<typeof ReadMailRow>

/** The mails of a submission in their order, with what counting and naming need. */
export function listReadMails(db: Db, submissionId: SubmissionId): Promise<ReadMailRow[]> {
  return findRows(
    db,
    ReadMailRow,
    sql`select m.file_id, m.sha256, m.subject, m.operation_key
          from noroshi.mail m join noroshi.submission_file f on f.id = m.file_id
         where m.submission_id = ${submissionId} order by f.ordinal, m.ordinal`,
  )
}

/** Writes what the submission is called and counts for, and how much of it could not be read. */
export async function saveReadingResult(
  db: Db,
  submissionId: SubmissionId,
  { title, itemsProposed }: { readonly title: string; readonly itemsProposed: number },
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.submission
           set title = ${title}, items_proposed = ${itemsProposed},
               mail_count = (select count(*) from noroshi.mail where submission_id = ${submissionId} and not is_file),
               unreadable_count =
                 (select count(*) from noroshi.submission_file f
                   where f.submission_id = ${submissionId} and jsonb_path_exists(f.problems, '$[*].code ? (@ starts with "reading-")'))
               + (select count(*) from noroshi.mail m
                   where m.submission_id = ${submissionId} and jsonb_path_exists(m.problems, '$[*].code ? (@ starts with "reading-")'))
               + (select count(*) from noroshi.artefact a join noroshi.mail m on m.id = a.mail_id
                   where m.submission_id = ${submissionId} and a.unreadable is not null)
         where id = ${submissionId}`,
  )
}

/** Submissions received since a moment whose evidence was read, newest first. */
export async function listReceivedSince(
  db: Db,
  since: Date,
  most: number,
): Promise<SubmissionId[]> {
  const rows = await findRows(
    db,
    z.object({ id: SubmissionId }),
    sql`select id from noroshi.submission
         where received_at >= ${since} and analysis in ('done', 'failed')
         order by received_at desc, id limit ${most}`,
  )
  return rows.map(({ id }) => id)
}
