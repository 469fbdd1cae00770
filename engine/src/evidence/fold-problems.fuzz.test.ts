import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { fuzzSettings } from '../testing/fuzz-settings.ts'
import { foldProblems } from './fold-problems.ts'
import { toProblem } from './problem.ts'

const problem = fc
  .record({
    code: fc.constantFrom('archive-bomb' as const, 'wrong-password' as const),
    path: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 6 }).map((at) => at.join('/')),
  })
  .map(({ code, path }) => toProblem(code, path))

test('folding keeps every problem in the count, stays within limits and is the same twice', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(problem, { selector: ({ code, path }) => `${code} ${path}`, maxLength: 400 }),
      (problems) => {
        const folded = foldProblems(problems)
        expect(folded.length).toBeLessThanOrEqual(limits.problemsMax)
        expect(folded.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(problems.length)
        for (const { places = [] } of folded)
          expect(places.length).toBeLessThanOrEqual(limits.problemPlacesMax)
        expect(foldProblems(problems)).toEqual(folded)
        expect(foldProblems(folded)).toEqual(folded)
      },
    ),
    fuzzSettings(200),
  )
})
