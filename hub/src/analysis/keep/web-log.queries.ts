import type { SubmissionId } from 'contract/common'
import { WebLogSummary } from 'contract/web-log'
import { weighSource } from 'engine'
import { z } from 'zod'
import { type Db, findRows, json, loadRow, runSql, sql } from '../../database/index.ts'
import { newId } from '../../ids.ts'
import type { LogReading } from '../thread/parse-protocol.ts'

const SavedLog = z.object({ id: z.uuid(), path: z.string() })

/** Writes the logs of one file with the sources that probed. A log that was read before keeps its id. */
export async function replaceWebLogs(
  db: Db,
  { submissionId, fileId, at }: { submissionId: SubmissionId; fileId: string; at: Date },
  logs: readonly LogReading[],
): Promise<void> {
  const paths = logs.map(({ path }) => path)
  await runSql(
    db,
    sql`delete from noroshi.web_log where file_id = ${fileId} and path <> all (${paths}::text[])`,
  )
  if (logs.length === 0) return
  const rows = logs.map(({ path, fileName, summary }) => ({
    id: newId(),
    path,
    file_name: fileName,
    summary,
  }))
  const saved = await findRows(
    db,
    SavedLog,
    sql`insert into noroshi.web_log (id, submission_id, file_id, path, file_name, summary, analysed_at)
        select l.id, ${submissionId}, ${fileId}, l.path, l.file_name, l.summary, ${at}
          from jsonb_to_recordset(${json(rows)}) as l(id uuid, path text, file_name text, summary jsonb)
        on conflict (file_id, path) do update
           set file_name = excluded.file_name, summary = excluded.summary, analysed_at = excluded.analysed_at
        returning id, path`,
  )
  await replaceSources(db, logs, new Map(saved.map(({ id, path }) => [path, id])))
}

async function replaceSources(
  db: Db,
  logs: readonly LogReading[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = logs.flatMap(({ path, summary }) =>
    summary.probing
      .filter(({ type }) => type !== 'host')
      .map((source) => ({
        web_log_id: ids.get(path),
        type: source.type,
        value: source.address,
        probes: source.probes,
        weight: weighSource(source),
        requests: source.count,
        first_at: source.firstAt,
        last_at: source.lastAt,
      })),
  )
  await runSql(
    db,
    sql`delete from noroshi.web_log_source where web_log_id = any (${[...ids.values()]}::uuid[])`,
  )
  await runSql(
    db,
    sql`insert into noroshi.web_log_source
        select * from jsonb_populate_recordset(null::noroshi.web_log_source, ${json(rows)}) on conflict do nothing`,
  )
}

const WebLogRow = z.object({
  logId: z.uuid(),
  path: z.string(),
  fileName: z.string().optional(),
  summary: WebLogSummary,
})

/** The logs of a submission in the order of its files. */
export function listWebLogRows(
  db: Db,
  submissionId: SubmissionId,
): Promise<z.infer<typeof WebLogRow>[]> {
  return findRows(
    db,
    WebLogRow,
    sql`select l.id as log_id, l.path, l.file_name, l.summary
          from noroshi.web_log l join noroshi.submission_file f on f.id = l.file_id
         where l.submission_id = ${submissionId} order by f.ordinal, l.path`,
  )
}

/** How many logs a submission holds. */
export async function countWebLogs(db: Db, submissionId: SubmissionId): Promise<number> {
  const { count } = await loadRow(
    db,
    z.object({ count: z.number() }),
    sql`select count(*)::int as count from noroshi.web_log where submission_id = ${submissionId}`,
  )
  return count
}
