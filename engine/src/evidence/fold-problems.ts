import { limits } from '../limits.ts'
import type { Problem } from './message.ts'
import { toProblem } from './problem.ts'

/**
 * Identical problems of one layer as one, with a count and the first places: an archive of two hundred archives
 * that are all too deep must not fill the list and hide the one file that could not be read for another reason.
 * What is still too many ends in a problem that says so.
 */
export function foldProblems(problems: readonly Problem[]): readonly Problem[] {
  const folded = new Map<string, Problem>()
  for (const problem of problems) {
    const key = toLayerKey(problem)
    const known = folded.get(key)
    folded.set(key, known === undefined ? problem : mergeProblems(known, problem))
  }
  const all = [...folded.values()]
  const last = all[limits.problemsMax - 1]
  if (last === undefined || all.length === limits.problemsMax) return all
  return [...all.slice(0, limits.problemsMax - 1), toProblem('over-many-problems', last.path)]
}

/** How deep a place lies: the same for every member of archives that lie equally deep. */
export const toLayer = (path: string): string => path.replace(/[^./]+/g, '')

/** The sentence belongs to it, for some name the file they speak of. */
const toLayerKey = ({ code, path, say }: Problem): string => `${code} ${toLayer(path)} ${say.en}`

function mergeProblems(one: Problem, other: Problem): Problem {
  const all = [...new Set([...(one.places ?? [one.path]), ...(other.places ?? [other.path])])]
  // The same problem of the same place is one, however often it is told.
  const isSame = other.count === undefined && (one.places ?? [one.path]).includes(other.path)
  const count = (one.count ?? 1) + (isSame ? 0 : (other.count ?? 1))
  const { code, path, say } = one
  return count === 1
    ? one
    : { code, path, say, count, places: all.slice(0, limits.problemPlacesMax) }
}
