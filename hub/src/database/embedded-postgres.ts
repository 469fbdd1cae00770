import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { clearLeftovers } from './clear-leftovers.ts'
import { createCluster } from './create-cluster.ts'
import { prepareDatabaseHome, type DatabaseHome } from './database-home.ts'
import { findOperatingUser, type OperatingUser } from './operating-user.ts'
import { preparePostgresBinaries } from './postgres-binaries.ts'
import { SERVER_SETTINGS } from './server-settings.ts'

/** A running built-in PostgreSQL. It listens on a Unix socket only. */
export interface EmbeddedPostgres {
  /** Address for node-postgres: the folder of the socket, a role, a database. */
  connection(role: string, database?: string): { host: string; user: string; database: string }
  /** Process id of the server, which changes when it had to be restarted. */
  pid(): number | undefined
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** The hub's data folder. */
  readonly folder: string
  /** Server settings on top of ours, such as `fsync: 'off'` for a throw-away test server. */
  readonly settings?: Readonly<Record<string, string>>
  /** Told when the server stopped by itself and is being started again. */
  readonly onRestart?: (reason: string) => void
}

/** Role that owns the cluster. Used once, to create the owner of our database. */
export const CLUSTER_ROLE = 'noroshi_cluster'

// After a crash the old server's last child may hold shared memory for a moment; measured under 2 s.
const START_ATTEMPTS = 40
const START_PAUSE_MS = 250
/** Beginnings of messages that only mean the previous server is not quite gone. */
const STILL_LEAVING = /postmaster\.pid|shared memory|could not bind Unix/

/** Starts the built-in server, creating its cluster on the first start, and keeps it running until stopped. */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const user = findOperatingUser()
  const home = prepareDatabaseHome(options.folder, user)
  const binaries = preparePostgresBinaries(home.folder, user)
  await createCluster({ binaries, home, user, owner: CLUSTER_ROLE })
  const launch = () => launchServer(binaries, home, user, options.settings ?? {})

  let isStopping = false
  let server = await launch()
  const watch = (running: ChildProcess) =>
    running.once('exit', (code, signal) => {
      if (isStopping) return
      options.onRestart?.(`PostgreSQL ended (${signal ?? code}) and is started again`)
      restart()
    })
  const restart = (): void => {
    launch().then(
      (started) => {
        server = started
        if (isStopping) server.kill('SIGINT')
        else watch(server)
      },
      async (error: unknown) => {
        options.onRestart?.(`PostgreSQL does not start: ${String(error)}`)
        await pause(1000)
        if (!isStopping) restart()
      },
    )
  }
  watch(server)
  // A hub that ends by an error takes its database along; one that is killed leaves it to the next start.
  const endWithUs = () => void server.kill('SIGINT')
  process.once('exit', endWithUs)

  return {
    connection: (role, database = 'noroshi') => ({ host: home.socket, user: role, database }),
    pid: () => server.pid,
    async stop() {
      isStopping = true
      process.off('exit', endWithUs)
      if (server.exitCode !== null || server.signalCode !== null) return
      const ended = once(server, 'exit')
      // SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything is written out.
      server.kill('SIGINT')
      await ended
    },
  }
}

async function launchServer(
  binaries: string,
  home: DatabaseHome,
  user: OperatingUser | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const flags = Object.entries({ ...SERVER_SETTINGS, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  for (let attempt = 1; ; attempt++) {
    await clearLeftovers(home.cluster)
    const server = spawn(
      join(binaries, 'bin', 'postgres'),
      ['-D', home.cluster, '-k', home.socket, ...flags],
      // Detached, so that Ctrl-C in a terminal reaches the hub first and the database is stopped last.
      { ...user, cwd: home.cluster, env: {}, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    )
    const log = await readUntilReady(server)
    if (log === undefined) return server
    if (attempt === START_ATTEMPTS || !STILL_LEAVING.test(log)) {
      throw new Error(`PostgreSQL did not start. Its last words: ${log.slice(-2000)}`)
    }
    await pause(START_PAUSE_MS)
  }
}

/** Resolves without a value once the server accepts connections, with its log if it ended instead. */
function readUntilReady(server: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-8000)
      if (log.includes('ready to accept connections')) resolve(undefined)
    })
    server.once('error', reject)
    server.once('exit', () => resolve(log))
  })
}
