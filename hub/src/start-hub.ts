import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildWebWhenStale } from './build-web.ts'
import { type Config, parseConfig, UnfitSettings } from './config.ts'
import { APP_ROLE, bootstrapDatabase, OWNER_ROLE } from './database/bootstrap-database.ts'
import { checkServer } from './database/check-server.ts'
import { lockDataFolder } from './database/data-folder-lock.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { migrate } from './database/migrate.ts'
import type { DatabaseAddress } from './database/pool.ts'
import type { Hub } from './hub.ts'
import { migrateQueue } from './jobs/migrate-queue.ts'
import { writeLog } from './log.ts'
import { createMasterKey } from './master-key.ts'
import { openHub } from './open-hub.ts'
import type { Running } from './running.ts'
import { superviseChild } from './supervise-child.ts'

/** A hub with all its processes. */
export interface RunningHub extends Running {
  /** Where people reach it, with the port really opened. */
  readonly baseUrl: string
  readonly config: Config
  /** The supervisor's own hold on the hub, for preparing data. */
  readonly hub: Hub
}

/**
 * Starts everything: the database unless one is given, migrations, then the processes.
 * `prepare` runs after the migrations and before anybody is let in.
 */
export async function startHub(
  settings: Readonly<Record<string, string | undefined>>,
  prepare: (hub: Hub) => Promise<void> = async () => {},
): Promise<RunningHub> {
  const given = parseConfig(settings)
  const stops: (() => Promise<void> | void)[] = []
  const stop = async () => {
    for (const end of stops.reverse().splice(0)) await end()
  }
  try {
    const lock = lockDataFolder(given.dataFolder)
    stops.push(() => lock.release())
    const [database] = await Promise.all([openDatabaseServer(given, stops), buildWebWhenStale()])
    await bringUpToDate(database.owner, given.demo)
    const masterKeyFile = resolveMasterKey(given)
    const config = { ...given, databaseUrl: database.appUrl, masterKeyFile }
    const hub = await openHub({ ...config, databaseConnections: 4 })
    stops.push(() => hub.database.close())
    await prepare(hub)

    const env = {
      ...settings,
      NOROSHI_DATABASE_URL: database.appUrl,
      NOROSHI_DATABASE_OWNER_URL: '',
      NOROSHI_MASTER_KEY_FILE: masterKeyFile,
      // Keeps stripped sources between starts, which saves 20 MB a process.
      NODE_COMPILE_CACHE:
        settings['NODE_COMPILE_CACHE'] ?? join(resolve(given.dataFolder), 'code-cache'),
    }
    const worker = await superviseChild('worker', env)
    stops.push(() => worker.stop())
    const front = await superviseChild('front', env)
    stops.push(() => front.stop())
    const baseUrl =
      given.port === 0 && settings.NOROSHI_BASE_URL === undefined
        ? `http://localhost:${front.port}`
        : given.baseUrl
    return { baseUrl, config, hub, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

interface DatabaseServer {
  readonly appUrl: string
  /** Absent when somebody else applies migrations. */
  readonly owner: DatabaseAddress | undefined
}

async function openDatabaseServer(
  config: Config,
  stops: (() => Promise<void> | void)[],
): Promise<DatabaseServer> {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = config
  if (databaseUrl !== undefined) {
    await checkServer({ connectionString: databaseUrl })
    return {
      appUrl: databaseUrl,
      owner: databaseOwnerUrl === undefined ? undefined : { connectionString: databaseOwnerUrl },
    }
  }
  const postgres = await startEmbeddedPostgres({
    folder: resolve(dataFolder),
    onRestart: (reason) => writeLog('error', 'database-restarted', { reason }),
  })
  stops.push(() => postgres.stop())
  await bootstrapDatabase(postgres)
  await checkServer(postgres.connection(OWNER_ROLE))
  return { appUrl: toUrl(postgres), owner: postgres.connection(OWNER_ROLE) }
}

function toUrl(postgres: EmbeddedPostgres): string {
  const { host, user, database } = postgres.connection(APP_ROLE)
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}`
}

async function bringUpToDate(owner: DatabaseAddress | undefined, isDemo: boolean): Promise<void> {
  if (owner === undefined) return
  const applied = await migrate(owner)
  // A demonstration's database is always new; its terminal belongs to the story.
  if (!isDemo) for (const name of applied) writeLog('info', 'migrated', { name })
  await migrateQueue(owner)
}

/** The key's file. One is made only together with the database it belongs to. */
function resolveMasterKey({ dataFolder, masterKeyFile }: Config): string {
  const path = resolve(masterKeyFile ?? join(dataFolder, 'master.key'))
  if (existsSync(path)) return path
  if (masterKeyFile !== undefined) throw new UnfitSettings(`There is no master key at ${path}.`)
  if (existsSync(join(dataFolder, 'evidence'))) {
    throw new UnfitSettings(
      `There is evidence in ${dataFolder} but no master.key. Restore the key from your backup.`,
    )
  }
  createMasterKey(path)
  return path
}
