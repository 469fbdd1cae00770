import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRows } from '../database/query.ts'

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
