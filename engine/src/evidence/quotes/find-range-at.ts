import type { ByteRange } from '../message.ts'

export const isWithin = ({ start, end }: ByteRange, at: number): boolean => at >= start && at < end

/**
 * The one of some ranges, in order and apart from each other, that holds a place. A mail of a thousand links between ten
 * thousand quoted lines asks for each link, so that going through all of them each time would take seconds.
 */
export function findRangeAt<Range extends ByteRange>(
  ranges: readonly Range[],
  at: number,
): Range | undefined {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const range = ranges[low]
  return range !== undefined && isWithin(range, at) ? range : undefined
}
