import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseConfig } from '../hub/src/config.ts'
import type { CrashPoint } from '../hub/src/crash-points.ts'
import { APP_ROLE, bootstrapDatabase, OWNER_ROLE } from '../hub/src/database/bootstrap-database.ts'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../hub/src/database/embedded-postgres.ts'
import { migrate } from '../hub/src/database/migrate.ts'
import { startMailDrop } from '../hub/src/demo/mail-drop.ts'
import type { Hub } from '../hub/src/hub.ts'
import { freeDeadWorkers } from '../hub/src/jobs/free-dead-workers.ts'
import { openQueuePool } from '../hub/src/jobs/queue-pool.ts'
import { migrateQueue } from '../hub/src/jobs/migrate-queue.ts'
import { createMasterKey } from '../hub/src/master-key.ts'
import { openHub } from '../hub/src/open-hub.ts'
import { findFastFolder } from '../hub/src/testing/find-fast-folder.ts'
import { superviseChild, type SupervisedChild } from '../hub/src/supervise-child.ts'
import { CODE_CACHE } from './code-cache.ts'
import { listNotices, type SentNotice } from './sent-notices.ts'
import { seedVillage, type Village } from './village.ts'

/** A hub whose processes are started one by one, so that each can be killed at a place of the test's choice. */
export interface KillableHub extends Village {
  readonly hub: Hub
  readonly folder: string
  /** Starts front or worker under supervision; `crashAt` is a place and `:pause` to stand still there. */
  startChild(
    role: 'front' | 'worker',
    crashAt?: `${CrashPoint}:${string}`,
  ): Promise<SupervisedChild>
  /** Kills PostgreSQL as a power cut would and resolves once it answers again. */
  killDatabase(): Promise<void>
  /** Lets the queue find that killed workers are silent, without waiting the 20 seconds for it. */
  forgetWorkers(): Promise<void>
  notices(): Promise<readonly SentNotice[]>
  stop(): Promise<void>
}

/** Starts database and relay, applies migrations and enters the community; no process of the hub yet. */
export async function startKillableHub(): Promise<KillableHub> {
  const folder = await mkdtemp(join(findFastFolder(), 'noroshi-kill-'))
  // Started by root, the server runs as another user, who has to get in.
  await chmod(folder, 0o711)
  const relay = await startMailDrop(join(folder, 'sent-mail'))
  const postgres = await startEmbeddedPostgres({ folder })
  await bootstrapDatabase(postgres)
  await migrate(postgres.connection(OWNER_ROLE))
  await migrateQueue(postgres.connection(OWNER_ROLE))
  const env = toSettings(folder, postgres, relay.url)
  createMasterKey(env.NOROSHI_MASTER_KEY_FILE)
  const hub = await openHub({ ...parseConfig(env), databaseConnections: 2 })
  const village = await seedVillage(hub)
  return {
    ...village,
    ...{ hub, folder },
    startChild: (role, crashAt) =>
      superviseChild(role, { ...env, ...(crashAt === undefined ? {} : { CRASH_AT: crashAt }) }),
    killDatabase: () => killDatabase(postgres, hub),
    forgetWorkers: () => forgetWorkers(postgres),
    notices: () => listNotices(relay.folder),
    async stop() {
      await hub.database.close()
      await postgres.stop()
      await relay.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function toSettings(folder: string, postgres: EmbeddedPostgres, relayUrl: string) {
  const { host, user, database } = postgres.connection(APP_ROLE)
  return {
    NODE_COMPILE_CACHE: CODE_CACHE,
    NOROSHI_DATA: folder,
    NOROSHI_PORT: '0',
    // One job at a time, so that each kill strikes exactly one.
    NOROSHI_WORKERS: '1',
    NOROSHI_BASE_URL: 'http://localhost:8080',
    NOROSHI_DATABASE_URL: `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}`,
    NOROSHI_MASTER_KEY_FILE: join(folder, 'walk.key'),
    NOROSHI_MAIL_FROM: 'noroshi@hub.example',
    NOROSHI_MAIL_RELAY_URL: relayUrl,
    NOROSHI_RELEASE_DELAY_MINUTES: '0',
  }
}

async function killDatabase(postgres: EmbeddedPostgres, hub: Hub): Promise<void> {
  const pid = postgres.pid()
  if (pid === undefined) throw new Error('PostgreSQL does not run.')
  process.kill(pid, 'SIGKILL')
  for (let tries = 0; tries < 200; tries += 1) {
    await pause(100)
    const isBack = postgres.pid() !== pid && (await answers(hub))
    if (isBack) return
  }
  throw new Error('PostgreSQL did not come back.')
}

async function forgetWorkers(postgres: EmbeddedPostgres): Promise<void> {
  const pool = openQueuePool(postgres.connection(APP_ROLE), 1)
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

const answers = (hub: Hub): Promise<boolean> =>
  hub.database.inStaff({}, async () => true).catch(() => false)

/** Waits until the process stands still at its place, or has ended there. */
export async function waitUntilHeld(pid: number): Promise<'paused' | 'ended'> {
  for (let tries = 0; tries < 600; tries += 1) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
    const state = stat?.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
    if (state === 'T') return 'paused'
    if (state === undefined || state === 'Z' || state === 'X') return 'ended'
    await pause(50)
  }
  throw new Error('The process never came to its place.')
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
