import type { Db } from '../database/db.ts'
import { type JobName, type JobPayload, jobPayloads } from './job-names.ts'
import { saveJob } from './job.queries.ts'

export interface JobOptions {
  /** The same key again before the job has begun replaces it, so that ten reasons to run make one run. */
  readonly key?: string
  /** Not before this moment. */
  readonly runAfter?: Date
  /** Jobs of one queue run one after the other. */
  readonly queue?: string
  /** Nobody waits for it: it runs when nothing else is due. */
  readonly canWait?: boolean
}

/** A job that still fails after so many tries is set aside for people to look at. */
export const ATTEMPTS_MAX = 5

/** Place in the queue behind all jobs of the usual 0. */
const LATER = 10

/** Starts a job in the caller's transaction: it exists if and only if the transaction commits. */
export async function startJob<Name extends JobName>(
  db: Db,
  name: Name,
  payload: JobPayload<Name>,
  { key, runAfter, queue, canWait = false }: JobOptions = {},
): Promise<void> {
  await saveJob(db, {
    ...{ name, key, runAfter, queue },
    payload: jobPayloads[name].parse(payload),
    attemptsMax: ATTEMPTS_MAX,
    priority: canWait ? LATER : 0,
  })
}
