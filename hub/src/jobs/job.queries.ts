import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRows, runSql } from '../database/query.ts'

const FailedJob = z.object({
  jobId: z.number(),
  name: z.string(),
  payload: z.unknown(),
  attempts: z.number(),
  /** Name and place of the error, without its words. */
  error: z.string(),
  failedAt: z.date(),
})
export type FailedJob = z.infer<typeof FailedJob>

/** Jobs that used up their attempts, oldest first. */
export function listFailedJobs(db: Db): Promise<FailedJob[]> {
  return findRows(db, FailedJob, sql`select * from noroshi_queue.failed_jobs() limit 500`)
}

/** Hands a job to the queue, within the caller's transaction. */
export async function saveJob(
  db: Db,
  job: {
    name: string
    payload: unknown
    key: string | undefined
    runAfter: Date | undefined
    queue: string | undefined
    attemptsMax: number
    priority: number
  },
): Promise<void> {
  await runSql(
    db,
    sql`select noroshi_queue.start_job(${job.name}, ${JSON.stringify(job.payload)}::json, ${job.key ?? null},
                                       ${job.runAfter ?? null}::timestamptz, ${job.attemptsMax}::int, ${job.queue ?? null},
                                       ${job.priority}::int)`,
  )
}
