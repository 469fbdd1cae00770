import { findSpans } from './find-spans.ts'

/** Whether a place lies in one of the values, letter for letter; both values and places may be many. */
export function toPermittedSpans(
  text: string,
  values: readonly string[],
): (start: number, end: number) => boolean {
  const spans = values.flatMap((value) => findSpans(text, value)).toSorted(([a], [b]) => a - b)
  // The furthest end of all spans that begin no later than this one.
  const reach: number[] = []
  for (const [, end] of spans) reach.push(Math.max(reach.at(-1) ?? 0, end))
  return (start, end) => {
    let [low, high] = [-1, spans.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((spans[middle]?.[0] ?? 0) <= start) low = middle
      else high = middle - 1
    }
    return (reach[low] ?? -1) >= end
  }
}
