import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** A sample mail, or log, of a technique; its file name says what must happen to it. */
export interface Sample {
  /** File name without its ending. */
  readonly name: string
  /** `hit-…` must be found, `miss-…` must not. */
  readonly outcome: 'hit' | 'miss'
  readonly bytes: Uint8Array
}

const TECHNIQUES = new URL('../techniques/', import.meta.url)

/** The samples in a technique's folder, sorted by name. */
export function readSamples(techniqueId: string): readonly Sample[] {
  const folder = new URL(`${techniqueId}/samples/`, TECHNIQUES)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => /\.(?:eml|log)$/.test(file))
    .toSorted()
    .map((file) => ({
      name: file.slice(0, file.lastIndexOf('.')),
      outcome: toOutcome(file),
      bytes: readFileSync(new URL(file, folder)),
    }))
}

function toOutcome(file: string): Sample['outcome'] {
  if (file.startsWith('hit-')) return 'hit'
  if (file.startsWith('miss-')) return 'miss'
  throw new Error(`A sample is named hit-… or miss-…: ${file}`)
}
