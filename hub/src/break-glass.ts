import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BreakGlassAddress } from 'contract/people'
import { type Config, parseConfig, UnfitSettings } from './config.ts'
import { APP_ROLE } from './database/bootstrap-database.ts'
import { lockDataFolder } from './database/data-folder-lock.ts'
import { prepareDatabaseHome } from './database/database-home.ts'
import { startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { findOperatingUser } from './database/operating-user.ts'
import { openHub } from './open-hub.ts'
import { openBreakGlass } from './people/open-break-glass.ts'
import { readSettings } from './read-settings.ts'

const HELP = `noroshi break-glass --email ADDRESS [--data FOLDER]

For when no administrator can sign in: makes a link of 15 minutes for the administrator with this address, or for a new
one. Everybody at the hub sees that it was made. docs/how-to/break-glass.md
`

/** `noroshi break-glass`: an emergency link for an administrator. Resolves with the exit code. */
export async function breakGlass(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: 'string' }, email: { type: 'string' }, help: { type: 'boolean' } },
  })
  const email = BreakGlassAddress.safeParse(values.email)
  if (values.help === true || !email.success) {
    process.stdout.write(HELP)
    return values.help === true ? 0 : 2
  }
  const flags = values.data === undefined ? {} : { NOROSHI_DATA: values.data }
  try {
    return await makeLink(parseConfig(readSettings({ ...process.env, ...flags })), email.data)
  } catch (error) {
    if (!(error instanceof UnfitSettings)) throw error
    process.stderr.write(`${error.message}\n`)
    return 78
  }
}

async function makeLink(config: Config, email: string): Promise<number> {
  const masterKeyFile = resolve(config.masterKeyFile ?? join(config.dataFolder, 'master.key'))
  if (!existsSync(masterKeyFile)) {
    throw new UnfitSettings(`There is no hub in ${config.dataFolder}. Name its folder by --data.`)
  }
  const database = await findDatabase(config)
  try {
    const given = { ...config, masterKeyFile, databaseUrl: database.url, databaseConnections: 4 }
    const hub = await openHub(given)
    const link = await openBreakGlass(hub, email).finally(() => hub.database.close())
    if (link === undefined) {
      throw new UnfitSettings(
        `${email} belongs to somebody who is no administrator or is disabled. Give an administrator's address, or a new one.`,
      )
    }
    process.stdout.write(
      `Once, until ${link.expiresAt.toISOString()}: ${new URL(link.path, config.baseUrl).href}\n`,
    )
    process.stdout.write('Every administrator and lead of the hub is told.\n')
    return 0
  } finally {
    await database.stop()
  }
}

/** The hub's database: its own PostgreSQL, the built-in one of the hub that runs, or that one started for a moment. */
async function findDatabase(config: Config): Promise<{ url: string; stop(): Promise<void> }> {
  const nothing = async () => {}
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: nothing }
  const folder = resolve(config.dataFolder)
  const lock = tryLock(folder)
  // Only the user of the hub and root may enter the folder of the socket.
  if (lock === undefined) {
    const { socket } = prepareDatabaseHome(folder, findOperatingUser())
    return { url: toUrl(socket), stop: nothing }
  }
  try {
    const postgres = await startEmbeddedPostgres({ folder })
    const stop = () => postgres.stop().finally(() => lock.release())
    return { url: toUrl(postgres.connection(APP_ROLE).host), stop }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Nothing when a hub is running in the folder. */
function tryLock(folder: string): { release(): void } | undefined {
  try {
    return lockDataFolder(folder)
  } catch (error) {
    if (error instanceof UnfitSettings) return undefined
    throw error
  }
}

const toUrl = (socket: string) =>
  `postgresql://${APP_ROLE}@/noroshi?host=${encodeURIComponent(socket)}`
