import { type Db, sql } from '../database/db.ts'
import { runSql } from '../database/query.ts'
import { type JobName, type JobPayload, jobPayloads } from './job-names.ts'

export interface JobOptions {
  /** The same key again before the job has begun replaces it, so that ten reasons to run make one run. */
  readonly key?: string
  /** Not before this moment. */
  readonly runAfter?: Date
  /** Jobs of one queue run one after the other. */
  readonly queue?: string
}

/** A job that still fails after so many tries is set aside for people to look at. */
export const ATTEMPTS_MAX = 5

/** Starts a job in the caller's transaction: it exists if and only if the transaction commits. */
export async function startJob<Name extends JobName>(
  db: Db,
  name: Name,
  payload: JobPayload<Name>,
  { key, runAfter, queue }: JobOptions = {},
): Promise<void> {
  const told = JSON.stringify(jobPayloads[name].parse(payload))
  await runSql(
    db,
    sql`select noroshi_queue.start_job(${name}, ${told}::json, ${key ?? null}, ${runAfter ?? null}::timestamptz,
                                       ${ATTEMPTS_MAX}::int, ${queue ?? null})`,
  )
}
