import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { join } from 'node:path'
import type { DatabaseHome } from './database-home.ts'
import type { OperatingUser } from './operating-user.ts'

const run = promisify(execFile)
const MAJOR_VERSION = '18'

interface ClusterOptions {
  readonly binaries: string
  readonly home: DatabaseHome
  readonly user: OperatingUser | undefined
  readonly owner: string
}

/** Creates the database files on the first start; refuses files of another major version. */
export async function createCluster({
  binaries,
  home,
  user,
  owner,
}: ClusterOptions): Promise<void> {
  const version = join(home.cluster, 'PG_VERSION')
  if (existsSync(version)) {
    const found = readFileSync(version, 'utf8').trim()
    if (found === MAJOR_VERSION) return
    throw new Error(
      `The database files are of PostgreSQL ${found}, this hub brings ${MAJOR_VERSION}. Export with the older release and import with this one.`,
    )
  }
  // C.UTF-8 with ICU sorts あ before ア and keeps trigrams of Japanese text alive; plain C loses both.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  await run(
    join(binaries, 'bin', 'initdb'),
    [
      ...[
        '-D',
        home.cluster,
        '-U',
        owner,
        '-E',
        'UTF8',
        '-k',
        '--auth=reject',
        '--no-instructions',
      ],
      ...[`--locale=${locale}`, '--locale-provider=icu', '--icu-locale=und'],
    ],
    { ...user, cwd: home.cluster, env: {} },
  )
  // Whoever can enter the socket's folder is the server's own user or root and could read the files anyway.
  writeFileSync(join(home.cluster, 'pg_hba.conf'), 'local all all trust\n')
}
