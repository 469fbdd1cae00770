import type { Search, SearchHit } from './build-search.ts'
import { findSpans } from './find-spans.ts'
import { type Layer, type LetterBudget, readLayers } from './read-layers.ts'

/**
 * Whether something met in a decoded reading is what a permitted value holds: its code says the name when it is
 * decoded, and there the value itself no longer stands. It is met in one of the values read alone, and no longer met
 * once they are taken out of the bytes; the same name encoded anywhere else is met as before.
 */
export function toDecodedExcuse(
  whole: Layer | undefined,
  { values, search, letters }: { values: readonly string[]; search: Search; letters: LetterBudget },
): (hit: SearchHit) => boolean {
  if (whole === undefined || whole.charset !== 'utf-8' || values.length === 0) return () => false
  const held = namesIn(values.join('\n\n'), { search, letters })
  const elsewhere = namesIn(withoutValues(whole.text, values), { search, letters })
  // What cannot be read to its end excuses nothing.
  if (held === undefined || elsewhere === undefined) return () => false
  return (hit) => held.has(toKey(hit)) && !elsewhere.has(toKey(hit))
}

const toKey = ({ organisationId, trace }: SearchHit): string => `${organisationId}\u0000${trace}`

/** Who is met in a text when it is decoded; nothing when it could not be read to its end. */
function namesIn(
  text: string,
  { search, letters }: { search: Search; letters: LetterBudget },
): ReadonlySet<string> | undefined {
  const met = new Set<string>()
  const isComplete = readLayers(
    new TextEncoder().encode(text),
    (layer) => {
      if (layer.how.length > 0) for (const hit of search.find(layer)) met.add(toKey(hit))
    },
    letters,
  )
  return isComplete ? met : undefined
}

/** Lines in their place, so that nothing around them joins. */
function withoutValues(text: string, values: readonly string[]): string {
  const spans = values.flatMap((value) => findSpans(text, value)).toSorted(([a], [b]) => a - b)
  const kept: string[] = []
  let at = 0
  for (const [start, end] of spans) {
    if (start > at) kept.push(text.slice(at, start))
    at = Math.max(at, end)
  }
  return [...kept, text.slice(at)].join('\n\n')
}
