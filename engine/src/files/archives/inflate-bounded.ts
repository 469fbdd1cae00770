import { limits } from '../../limits.ts'
import type { ProblemCode } from '../../evidence/problem.ts'
import type { UnpackBudget, UnpackedArchive } from './archive-member.ts'

/** Unpacks a file that holds one other file, up to the first limit that it would exceed. */
export function inflateBounded(
  name: string,
  packedBytes: number,
  budget: UnpackBudget,
  inflate: (maxOutputLength: number) => Uint8Array,
): UnpackedArchive {
  const [maxOutputLength, excess] = findBound(packedBytes, budget)
  try {
    const content = inflate(maxOutputLength)
    budget.bytesLeft -= content.length
    return { members: [{ name, sizeBytes: content.length, content }] }
  } catch (error) {
    const isTooLarge = error instanceof RangeError
    if (isTooLarge) budget.bytesLeft -= maxOutputLength
    const problem = isTooLarge ? excess : 'archive-damaged'
    return { members: [{ name, sizeBytes: 0, problem }], problem }
  }
}

/** The lowest bound and what exceeding it means. */
function findBound(packedBytes: number, budget: UnpackBudget): readonly [number, ProblemCode] {
  const bounds: readonly (readonly [number, ProblemCode])[] = [
    [Math.max(limits.ratioFreeBytes, packedBytes * limits.unpackRatioMax), 'archive-bomb'],
    [limits.memberBytesMax, 'over-large-member'],
    [Math.max(1, budget.bytesLeft), 'over-unpacked'],
  ]
  return bounds.reduce((least, one) => (one[0] < least[0] ? one : least))
}
