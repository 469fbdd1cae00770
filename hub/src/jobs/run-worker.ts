import { EventEmitter } from 'node:events'
import { run, type WorkerEvents } from 'graphile-worker'
import type { DatabaseAddress } from '../database/pool.ts'
import type { Hub } from '../hub.ts'
import { writeLog } from '../log.ts'
import { nameOf } from '../log-error.ts'
import type { Job } from './define-job.ts'
import { freeDeadWorkers, HEARTBEAT_MS, reportAlive } from './free-dead-workers.ts'
import { queueLogger } from './queue-logger.ts'
import { openQueuePool } from './queue-pool.ts'
import { giveUp, toTaskList } from './task-list.ts'

export interface RunningWorker {
  /** Lets running jobs end, then stops. */
  stop(): Promise<void>
}

/** Runs jobs until stopped, says that it is alive, and frees the jobs of workers that are not. */
export async function runWorker(
  hub: Hub,
  jobs: readonly Job[],
  { address, concurrency }: { address: DatabaseAddress; concurrency: number },
): Promise<RunningWorker> {
  const pool = openQueuePool(address, concurrency + 3)
  const alive = new Set<string>()
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => alive.add(worker.workerId))
  events.on('worker:stop', ({ worker }) => alive.delete(worker.workerId))

  const beat = async () => {
    try {
      await reportAlive(pool, [...alive])
      await freeDeadWorkers(pool, async (lost) => {
        const task = jobs.find(({ name }) => name === lost.name)
        if (task !== undefined) await giveUp(hub, task, lost.payload, lost)
      })
    } catch (error) {
      // The database is away for a moment; the next beat tries again.
      writeLog('warning', 'heartbeat-failed', { error: nameOf(error) })
    }
  }
  const runner = await run({
    pgPool: pool,
    taskList: toTaskList(hub, jobs),
    concurrency,
    events,
    logger: queueLogger,
    noHandleSignals: true,
    noPreparedStatements: true,
    pollInterval: 1000,
  })
  await beat()
  const timer = setInterval(() => void beat(), HEARTBEAT_MS)

  return {
    async stop() {
      clearInterval(timer)
      await runner.stop()
      await pool.end()
    },
  }
}
