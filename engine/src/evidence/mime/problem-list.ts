import { limits } from '../../limits.ts'
import type { Problem } from '../message.ts'
import { type ProblemCode, toProblem } from '../problem.ts'

/** Problems of one mail: each code once a place, at most `limits.problemsMax`. */
export class ProblemList {
  readonly #problems: Problem[] = []
  readonly #seen = new Set<string>()

  add(code: ProblemCode, path: string): void {
    const key = `${code} ${path}`
    if (this.#seen.has(key) || this.#problems.length > limits.problemsMax) return
    const isLast = this.#problems.length === limits.problemsMax
    this.#problems.push(toProblem(isLast ? 'over-many-problems' : code, path))
    this.#seen.add(key)
  }

  list(): readonly Problem[] {
    return this.#problems
  }
}
