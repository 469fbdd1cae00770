import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { TEMPORARY_AGE_MS_MAX } from './limits.ts'

/** Removes what a crash left half written. Younger files may belong to another process that is still writing. */
export async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now())
    if (age > TEMPORARY_AGE_MS_MAX) await rm(path, { force: true })
  }
}
