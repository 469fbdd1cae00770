import { limits } from '../../limits.ts'
import { foldProblems, toLayer } from '../fold-problems.ts'
import type { Problem } from '../message.ts'
import { type ProblemCode, toProblem } from '../problem.ts'

interface Counted {
  readonly code: ProblemCode
  readonly places: string[]
  count: number
}

/** Problems of one mail: each code once a layer with the number of its places, at most `limits.problemsMax`. */
export class ProblemList {
  readonly #counted = new Map<string, Counted>()
  readonly #seen = new Set<string>()

  add(code: ProblemCode, path: string): void {
    const key = `${code} ${path}`
    if (this.#seen.has(key)) return
    if (this.#seen.size < limits.problemPlacesSeenMax) this.#seen.add(key)
    const layer = `${code} ${toLayer(path)}`
    const known = this.#counted.get(layer)
    if (known === undefined) this.#counted.set(layer, { code, places: [path], count: 1 })
    else {
      known.count += 1
      if (known.places.length < limits.problemPlacesMax) known.places.push(path)
    }
  }

  list(): readonly Problem[] {
    return foldProblems([...this.#counted.values()].map(toCountedProblem))
  }
}

function toCountedProblem({ code, places, count }: Counted): Problem {
  const problem = toProblem(code, places[0] ?? '')
  return count === 1 ? problem : { ...problem, count, places }
}
