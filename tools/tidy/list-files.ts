import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** A rule broken somewhere. */
export interface Untidy {
  readonly place: string
  readonly say: string
}

/** Every file that is or would be committed, by its path from the root. */
export function listFiles(): string[] {
  const listed = execFileSync('git', [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
  ])
  return [...new Set(listed.toString('utf8').split('\0'))]
    .filter((path) => path !== '' && existsSync(path))
    .sort()
}

export function listSources(files: readonly string[]): string[] {
  return files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
}

const texts = new Map<string, string>()

/** Text of a file, read once. */
export function readText(path: string): string {
  const text = texts.get(path) ?? readFileSync(path, 'utf8')
  texts.set(path, text)
  return text
}
