import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { readText } from './list-files.ts'

/** One import, from file to file or to something that is not ours. */
export interface Import {
  readonly from: string
  readonly to: string
  readonly isOurs: boolean
}

const WORKSPACES = ['contract', 'engine', 'exchange', 'reports', 'hub', 'web', 'cli']
// Static, type-only and dynamic imports alike: a type that points up is a dependency too.
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s+['"]([^'"]+)['"]/g

/** Every import of these files, resolved to paths from the root where it is ours. */
export function listImports(sources: readonly string[]): Import[] {
  return sources.flatMap((from) =>
    [...withoutComments(readText(from)).matchAll(IMPORT)].map((match) => {
      const name = match[1] ?? match[2] ?? match[3] ?? ''
      const to = resolveOurs(from, name)
      return { from, to: to ?? name, isOurs: to !== undefined }
    }),
  )
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '$1')
}

function resolveOurs(from: string, name: string): string | undefined {
  if (name.startsWith('.')) return normalize(join(dirname(from), name))
  const [workspace = '', ...rest] = name.split('/')
  if (!WORKSPACES.includes(workspace)) return undefined
  const file = join(workspace, 'src', `${rest.join('/') || 'index'}.ts`)
  const folder = join(workspace, 'src', rest.join('/'), 'index.ts')
  return existsSync(file) ? file : folder
}
