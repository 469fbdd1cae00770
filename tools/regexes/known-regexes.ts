import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WrittenRegex } from './list-regexes.ts'

/** Expressions that `node tools/check-regexes.ts` found linear, by hash: checking them takes minutes. */
export const CHECKED_FILE = join(import.meta.dirname, 'checked.txt')
const ACCEPTED_FILE = join(import.meta.dirname, 'accepted.txt')

export function hashOf({ source, flags }: WrittenRegex): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 12)
}

export function readChecked(): ReadonlySet<string> {
  return new Set(readFileSync(CHECKED_FILE, 'utf8').split('\n').filter(Boolean))
}

/** Expressions that are not linear and may stay, each under the reason why nobody can make them long. */
export function readAccepted(): ReadonlySet<string> {
  const lines = readFileSync(ACCEPTED_FILE, 'utf8').split('\n')
  return new Set(lines.filter((line) => line.startsWith('/')))
}
