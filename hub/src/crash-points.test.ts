import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CRASH_POINTS, type CrashPoint } from './crash-points.ts'
import { freeDeadWorkers } from './jobs/free-dead-workers.ts'
import { openQueuePool } from './jobs/queue-pool.ts'
import { startSession } from './people/sessions.ts'
import { countRows, loadSubmissionRow } from './testing/evidence-rows.ts'
import { type TestHub, withHub } from './testing/index.ts'
import { mailBytes } from './testing/mails.ts'

/*
 * Goal: whatever instant a process dies at, nothing acknowledged is lost and nothing is done twice (SPEC G-5).
 * Method: a real process on the test's database and files, killed at each place in turn; then another goes on.
 */

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const KEY = 'kill-test-00000001'

/** Starts one process of the hub. `crashAt` says where it dies. */
async function startProcess(
  hub: TestHub,
  role: 'front' | 'worker',
  crashAt?: CrashPoint,
): Promise<{ child: ChildProcess; port: number }> {
  const { host, user, database } = hub.databaseOf.app
  const keyFile = join(hub.folder, 'test.key')
  await writeFile(keyFile, Buffer.alloc(32, 7).toString('hex'), { mode: 0o600 })
  const child = fork(MAIN, [role], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      // What Node made of the sources is shared, or each start would read them all anew.
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      NOROSHI_DATA: hub.folder,
      NOROSHI_BASE_URL: hub.config.baseUrl,
      NOROSHI_PORT: '0',
      NOROSHI_DATABASE_URL: `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}`,
      NOROSHI_MASTER_KEY_FILE: keyFile,
      ...(crashAt === undefined ? {} : { CRASH_AT: `${crashAt}:1` }),
    },
  })
  // A worker may take the job and die before it has said that it is ready.
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  return { child, port: (message as { port?: number } | null)?.port ?? 0 }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Sends the same mail with the same key; undefined when the process died before it answered. */
async function send(hub: TestHub, port: number, cookie: string) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/submissions`, {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': KEY },
    body: new Uint8Array(mailBytes()),
  }).catch(() => undefined)
  return answer === undefined
    ? undefined
    : { status: answer.status, body: (await answer.json()) as { submissionId: string } }
}

/** Lets the queue find that the killed worker is silent, without waiting for it. */
async function forgetWorkers(hub: TestHub): Promise<void> {
  const pool = openQueuePool(hub.databaseOf.app, 1)
  try {
    await pool.query(`update noroshi_queue.worker set seen_at = seen_at - interval '1 minute'`)
    await pool.query(
      `update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute'`,
    )
    await freeDeadWorkers(pool)
  } finally {
    await pool.end()
  }
}

async function expectWhole(hub: TestHub, submissionId: string): Promise<void> {
  await hub.runJobs()
  expect(await loadSubmissionRow(hub, submissionId)).toMatchObject({
    state: 'analysed',
    analysis: 'done',
    mailCount: 1,
  })
  expect(await countRows(hub, 'submission')).toBe(1)
  expect(await countRows(hub, 'mail')).toBe(1)
  const moves = (await hub.auditOf(`submission:${submissionId}`)).filter((action) =>
    ['submission-handed-in', 'submission-analysed'].includes(action),
  )
  expect(moves).toEqual(['submission-handed-in', 'submission-analysed'])
  const kept = await readdir(join(hub.folder, 'evidence', 'objects'), {
    recursive: true,
    withFileTypes: true,
  })
  expect(kept.filter((entry) => entry.isFile())).toHaveLength(1)
}

const intakePoints = CRASH_POINTS.filter((point) => point.startsWith('intake.'))
test.each(intakePoints)('the front dies at %s: sent again, it is there once', (point) =>
  withHub(async (hub) => {
    const personId = await hub.personOf({ contactOf: await hub.seed.organisation() })
    const token = await hub.inStaff((db) =>
      startSession(db, { personId, secondFactor: true, now: new Date(), browser: 'test' }),
    )
    const cookie = `noroshi_session=${token}`
    const dying = await startProcess(hub, 'front', point)
    const ended = once(dying.child, 'exit')
    expect(await send(hub, dying.port, cookie)).toBeUndefined()
    expect(await ended).toEqual([null, 'SIGKILL'])

    const alive = await startProcess(hub, 'front')
    const answer = await send(hub, alive.port, cookie)
    await kill(alive.child)
    expect(answer?.status).toBe(point === 'intake.after-commit' ? 200 : 201)
    await expectWhole(hub, answer?.body.submissionId ?? '')
  }),
)

const analysisPoints = CRASH_POINTS.filter((point) => point.startsWith('analysis.'))
test.each(analysisPoints)('a worker dies at %s: another one finishes', (point) =>
  withHub(async (hub) => {
    const { body } = await hub
      .as({ contactOf: await hub.seed.organisation() })
      .post('/api/submissions', mailBytes(), { 'idempotency-key': KEY })
    const { child } = await startProcess(hub, 'worker', point)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')

    await forgetWorkers(hub)
    await expectWhole(hub, body.submissionId)
  }),
)
