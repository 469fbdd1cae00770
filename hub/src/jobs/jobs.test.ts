import { Client } from 'pg'
import { expect, test } from 'vitest'
import { newId } from '../ids.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { defineJob } from './define-job.ts'
import { listFailedJobs } from './job.queries.ts'
import { freeDeadWorkers, reportAlive, SILENCE_MS_MAX } from './free-dead-workers.ts'
import { openQueuePool } from './queue-pool.ts'
import { runWorker } from './run-worker.ts'
import { ATTEMPTS_MAX, startJob } from './start-job.ts'

const payload = () => ({ noticeId: newId() })
const start = (hub: TestHub, options = {}) =>
  hub.inStaff((db) => startJob(db, 'send-notice', payload(), options))

async function asOwnerOfQueue<T>(hub: TestHub, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...hub.databaseOf.app, options: '-c role=noroshi_jobs' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Jobs that count how often they ran. */
function countingJob(failWith?: Error) {
  let runs = 0
  const job = defineJob('send-notice', async () => {
    runs += 1
    if (failWith !== undefined) throw failWith
  })
  return { job, runs: () => runs }
}

test('a job exists if and only if its transaction does', async () => {
  const { job, runs } = countingJob()
  await withHub(
    async (hub) => {
      const failing = hub.inStaff(async (db) => {
        await startJob(db, 'send-notice', payload())
        throw new Error('rolled back')
      })
      await expect(failing).rejects.toThrow('rolled back')
      await hub.runJobs()
      expect(runs()).toBe(0)
      await start(hub)
      await hub.runJobs()
      await hub.runJobs()
      expect(runs()).toBe(1)
    },
    { jobs: [job] },
  )
})

test('a job that can wait runs behind one that came after it', async () => {
  const order: string[] = []
  const job = defineJob('send-notice', async (_hub, { noticeId }) => {
    order.push(noticeId)
  })
  await withHub(
    async (hub) => {
      const [old, fresh] = [payload(), payload()]
      await hub.inStaff((db) => startJob(db, 'send-notice', old, { canWait: true }))
      await hub.inStaff((db) => startJob(db, 'send-notice', fresh))
      await hub.runJobs()
      expect(order).toEqual([fresh.noticeId, old.noticeId])
    },
    { jobs: [job] },
  )
})

test('ten reasons under one key make one run, and a later job waits for its moment', async () => {
  const { job, runs } = countingJob()
  await withHub(
    async (hub) => {
      for (let n = 0; n < 10; n += 1) await start(hub, { key: 'same' })
      await hub.runJobs()
      expect(runs()).toBe(1)
      const farOff = new Date(Date.now() + 10 * 24 * 3_600_000)
      await start(hub, { runAfter: farOff })
      await hub.runJobs()
      expect(runs()).toBe(1)
      hub.clock.set(farOff)
      await hub.runJobs()
      expect(runs()).toBe(2)
    },
    { jobs: [job] },
  )
})

test('a job that always fails is set aside after its attempts, without the words of its error', async () => {
  const { job, runs } = countingJob(new Error('canary-11 in the evidence'))
  await withHub(
    async (hub) => {
      await start(hub)
      for (let attempt = 0; attempt < ATTEMPTS_MAX + 2; attempt += 1) {
        await hub.runJobs({ mayFail: true })
        await asOwnerOfQueue(hub, (client) =>
          client.query('update graphile_worker._private_jobs set run_at = now()'),
        )
      }
      expect(runs()).toBe(ATTEMPTS_MAX)
      const failed = await hub.inStaff(listFailedJobs)
      expect(failed).toMatchObject([{ name: 'send-notice', attempts: ATTEMPTS_MAX }])
      expect(JSON.stringify(failed)).not.toContain('canary')
    },
    { jobs: [job] },
  )
})

test('what a job is told is parsed when it starts and when it runs', () =>
  withHub(async (hub) => {
    const unfit = hub.inStaff((db) => startJob(db, 'send-notice', { noticeId: 'no id' }))
    await expect(unfit).rejects.toThrow()
  }))

test('jobs of a worker that went silent are freed, those of a living one are not', () =>
  withHub(async (hub) => {
    await start(hub)
    await start(hub)
    const pool = openQueuePool(hub.databaseOf.app, 2)
    const lockedBy = async () =>
      (
        await pool.query('select locked_by from graphile_worker._private_jobs order by id')
      ).rows.map((row: { locked_by: string | null }) => row.locked_by)
    await pool.query(
      `update graphile_worker._private_jobs set locked_at = now() - $1 * interval '2 milliseconds',
         locked_by = case when id = (select min(id) from graphile_worker._private_jobs) then 'dead' else 'alive' end`,
      [SILENCE_MS_MAX],
    )
    await reportAlive(pool, ['alive'])
    await freeDeadWorkers(pool)
    expect(await lockedBy()).toEqual([null, 'alive'])
    await pool.end()
  }))

test('a job whose worker died at its last attempt is given up aloud, once', async () => {
  const given: string[] = []
  const job = defineJob('send-notice', () => Promise.resolve(), {
    giveUp: async (_hub, { noticeId }) => {
      given.push(noticeId)
    },
  })
  await withHub(async (hub) => {
    const lost = payload()
    await hub.inStaff((db) => startJob(db, 'send-notice', lost))
    await asOwnerOfQueue(hub, (client) =>
      client.query(
        `update graphile_worker._private_jobs set attempts = max_attempts, locked_by = 'dead',
           locked_at = now() - $1 * interval '2 milliseconds'`,
        [SILENCE_MS_MAX],
      ),
    )
    const worker = await runWorker(hub, [job], { address: hub.databaseOf.app, concurrency: 1 })
    await worker.stop()
    const next = await runWorker(hub, [job], { address: hub.databaseOf.app, concurrency: 1 })
    await next.stop()
    expect(given).toEqual([lost.noticeId])
    expect(await hub.inStaff(listFailedJobs)).toHaveLength(1)
  })
})

test('a running worker takes up jobs as they come', async () => {
  const { job, runs } = countingJob()
  await withHub(async (hub) => {
    const worker = await runWorker(hub, [job], { address: hub.databaseOf.app, concurrency: 2 })
    for (let n = 0; n < 5; n += 1) await start(hub)
    await expect.poll(runs, { timeout: 10_000 }).toBe(5)
    await worker.stop()
  })
})
