import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { UnfitSettings } from './config.ts'

/** Settings from `settings` in the data folder (KEY=VALUE lines), overridden by the environment. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const path = join(environment.NOROSHI_DATA ?? '.noroshi', 'settings')
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return { ...environment }
  // It may hold the password of the mail relay or of the database.
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) {
    throw new UnfitSettings(`Others can read the settings. Run: chmod 600 ${path}`)
  }
  return { ...parseEnv(readFileSync(path, 'utf8')), ...environment }
}
