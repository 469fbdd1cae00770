import { runOnce } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Hub } from '../hub.ts'
import type { Job } from './define-job.ts'
import { queueLogger } from './queue-logger.ts'
import { toTaskList } from './task-list.ts'

/** Runs every job that is due, and those they start, until none is left. Returns what failed. */
export async function runDueJobs(hub: Hub, jobs: readonly Job[], pool: Pool): Promise<unknown[]> {
  const failures: unknown[] = []
  // The queue reads the database's clock, the hub its own: what is due by the hub's is made due now.
  const pullForward = () =>
    pool.query(
      'update graphile_worker._private_jobs set run_at = now() where run_at > now() and run_at <= $1 and attempts = 0',
      [hub.clock.now()],
    )
  await pullForward()
  await runOnce({
    pgPool: pool,
    taskList: toTaskList(hub, jobs, (error) => failures.push(error)),
    logger: queueLogger,
    noHandleSignals: true,
  })
  return failures
}
