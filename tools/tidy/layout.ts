import { existsSync, statSync } from 'node:fs'
import { STEPS } from '../../hub/src/case-flow.ts'
import { readText, type Untidy } from './list-files.ts'

const BLOB_BYTES_MAX = 64 * 1024
/** A picture of a whole page; a reader on a slow line waits a second for it. */
const IMAGE_BYTES_MAX = 400 * 1000
const MAP_LINES_MAX = 300

/** Sizes, numbers and folders that have to agree with each other. */
export function checkLayout(files: readonly string[]): Untidy[] {
  return [...checkSizes(files), ...checkMigrations(files), ...checkSteps(), ...checkMap()]
}

function checkSizes(files: readonly string[]): Untidy[] {
  return files
    .filter((path) => path !== 'package-lock.json' && !path.startsWith('corpus/'))
    .filter((path) => statSync(path).size > bytesMaxOf(path))
    .map((place) => ({ place, say: `Larger than ${bytesMaxOf(place) / 1000} kB.` }))
}

const bytesMaxOf = (path: string): number =>
  path.startsWith('docs/images/') ? IMAGE_BYTES_MAX : BLOB_BYTES_MAX

function checkMigrations(files: readonly string[]): Untidy[] {
  return files
    .filter((path) => path.startsWith('hub/migrations/'))
    .flatMap((place, index) => {
      const expected = String(index + 1).padStart(4, '0')
      const fits = place.startsWith(`hub/migrations/${expected}_`) && place.endsWith('.sql')
      return fits ? [] : [{ place, say: `Migration ${expected} was expected here.` }]
    })
}

function checkSteps(): Untidy[] {
  return STEPS.filter((step) => !existsSync(`hub/src/${step}`)).map((step) => ({
    place: 'hub/src/case-flow.ts',
    say: `There is no folder for the step ${step}.`,
  }))
}

function checkMap(): Untidy[] {
  const lines = readText('ARCHITECTURE.md').split('\n').length
  const say = `${lines} lines; the map has at most ${MAP_LINES_MAX}.`
  return lines > MAP_LINES_MAX ? [{ place: 'ARCHITECTURE.md', say }] : []
}
