import { existsSync, readdirSync, readFileSync } from 'node:fs'

export interface CorpusMail {
  /** Path below the folder, with its extension. */
  readonly name: string
  readonly bytes: Uint8Array
}

const CORPUS = new URL('../../../corpus/', import.meta.url)

/** The synthetic mails of one corpus folder, sub-folders included, sorted by name. */
export function readCorpus(folder: 'benign' | 'malformed' | 'story'): readonly CorpusMail[] {
  const root = new URL(`${folder}/`, CORPUS)
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.eml'))
    .toSorted()
    .map((file) => ({ name: file, bytes: readFileSync(new URL(file, root)) }))
}
