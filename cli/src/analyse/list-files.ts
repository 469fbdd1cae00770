import { readdirSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
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
  // What cannot be looked at, or lies too deep, is kept in the list, so that reading it reports why.
  if (depth >= limits.folderDepthMax) return [name]
  const entries = readFolder(name)
  if (entries === undefined) return [name]
  return entries
    .filter((entry) => !entry.name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(name, entry.name)
      if (entry.isDirectory()) return listBelow(path, depth + 1)
      return entry.isFile() && isMail(name, entry.name) ? [path] : []
    })
}

/** What a folder holds; undefined of a file, and of a folder that the system does not open for us. */
function readFolder(name: string) {
  try {
    return statSync(name).isDirectory() ? readdirSync(name, { withFileTypes: true }) : undefined
  } catch {
    return undefined
  }
}

/** The folders of a Maildir that hold mails, named by moment, host and flags: `1700.M1.host:2,S`. */
const MAILDIR_FOLDERS = new Set(['cur', 'new'])

function isMail(folder: string, name: string): boolean {
  return MAIL_ENDINGS.has(extname(name).toLowerCase()) || MAILDIR_FOLDERS.has(basename(folder))
}
