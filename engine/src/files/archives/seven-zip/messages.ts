import type { ProblemCode } from '../../../evidence/problem.ts'
import type { SevenZipRun } from './start-seven-zip.ts'

/** What 7-Zip says when something stays closed, in the order in which it is looked for. */
const SAYINGS: readonly (readonly [RegExp, ProblemCode])[] = [
  [/wrong password|encrypted archive/i, 'wrong-password'],
  [/allocate|not enough memory|memory limit/i, 'over-much-memory'],
  [/missing volume|cannot find volume/i, 'archive-part-missing'],
  [/unsupported|not implemented/i, 'unsupported-compression'],
]

/** `ERROR: what is wrong : name of the member`. */
const MEMBER_ERROR = /^ERROR: ([A-Z][^:]{1,200}?) : (.*)$/s

export function isWrongPassword({ lines, errors }: SevenZipRun): boolean {
  return [...errors, ...lines].some((line) => /wrong password/i.test(line))
}

/** Why nothing could be opened; undefined when the run went well. */
export function findOpeningProblem(run: SevenZipRun): ProblemCode | undefined {
  if (run.code === 0) return undefined
  return toProblemCode([...run.errors, ...run.lines].join('\n'))
}

/** Problems of members by the name that was shown. */
export function findMemberProblems({ errors }: SevenZipRun): ReadonlyMap<string, ProblemCode> {
  const problems = new Map<string, ProblemCode>()
  for (const line of errors) {
    const [, said, name] = MEMBER_ERROR.exec(line) ?? []
    if (said !== undefined && name !== undefined) problems.set(name, toProblemCode(said))
  }
  return problems
}

function toProblemCode(said: string): ProblemCode {
  return SAYINGS.find(([pattern]) => pattern.test(said))?.[1] ?? 'archive-damaged'
}
