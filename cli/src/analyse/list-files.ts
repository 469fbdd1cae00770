import { readdirSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { limits } from '../limits.ts'

/** Standard input, as named on the command line. */
export const STANDARD_INPUT = '-'

/** Endings taken from a folder; a file named on the command line is read whatever its name. */
const MAIL_ENDINGS = new Set([
  '.log',
  '.gz',
  '.zst',
  '.eml',
  '.mbox',
  '.mbx',
  '.zip',
  '.msg',
  '.mht',
  '.txt',
  '',
])

/** The files behind the given names: folders are walked in order of name, hidden files left out. */
export function listFiles(names: readonly string[]): string[] {
  return names.flatMap((name) => (name === STANDARD_INPUT ? [name] : listBelow(name, 0)))
}

function listBelow(name: string, depth: number): string[] {
  // What cannot be looked at is kept in the list, so that reading it reports why.
  if (!statSync(name, { throwIfNoEntry: false })?.isDirectory()) return [name]
  if (depth >= limits.folderDepthMax) return []
  return readdirSync(name, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(name, entry.name)
      if (entry.isDirectory()) return listBelow(path, depth + 1)
      return entry.isFile() && MAIL_ENDINGS.has(extname(entry.name).toLowerCase()) ? [path] : []
    })
}
