import { runOnce } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Hub } from '../hub.ts'
import type { Job } from './define-job.ts'
import { queueLogger } from './queue-logger.ts'
import { toTaskList } from './task-list.ts'

/** Runs every job that is due, and those they start, until none is left. Returns what failed. */
export async function runDueJobs(hub: Hub, jobs: readonly Job[], pool: Pool): Promise<unknown[]> {
  const failures: unknown[] = []
  await goByOurClock(pool, hub.clock.now())
  await runOnce({
    pgPool: pool,
    taskList: toTaskList(hub, jobs, (error) => failures.push(error)),
    logger: queueLogger,
    noHandleSignals: true,
  })
  return failures
}

/**
 * The queue reads the database's clock, the hub its own. What is due by the hub's is made due now; what is not, is put
 * out of the queue's sight by a thousand years until it is.
 */
async function goByOurClock(pool: Pool, now: Date): Promise<void> {
  const far = "interval '1000 years'"
  const jobs = 'graphile_worker._private_jobs'
  await pool.query(`update ${jobs} set run_at = run_at - ${far} where run_at > now() + ${far} / 2`)
  await pool.query(
    `update ${jobs} set run_at = now() where run_at > now() and run_at <= $1 and attempts = 0`,
    [now],
  )
  await pool.query(
    `update ${jobs} set run_at = run_at + ${far}
      where run_at > $1 and run_at <= now() and run_at < created_at - interval '1 hour' and attempts = 0`,
    [now],
  )
}
