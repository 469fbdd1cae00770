import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** All mails below a folder, in memory, so that no contender waits for the disk. */
export function readMails(folder: string): readonly Uint8Array[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.eml') && statSync(file).isFile())
    .map((file) => readFileSync(file))
}
