import type { Search } from './build-search.ts'
import { findSpans } from './find-spans.ts'
import type { SearchHit } from './judge-hit.ts'
import { type LetterBudget, readLayers } from './read-layers.ts'

interface Reading {
  readonly search: Search
  readonly letters: LetterBudget
}

/**
 * Whether something met in a decoded reading is what a permitted value holds: its code says the name when it is
 * decoded, and there the value itself no longer stands. It is met in one of the values that stand in the bytes, and no
 * longer met once they are taken out of these; the same name encoded anywhere else is met as before. Bytes that are no
 * text (a packed stream) would be others once they were decoded and written again: in them nothing is excused.
 */
export function toDecodedExcuse(
  bytes: Uint8Array,
  { values, ...reading }: Reading & { readonly values: readonly string[] },
): (hit: SearchHit) => boolean {
  const text = values.length === 0 ? undefined : toExactText(bytes)
  if (text === undefined) return () => false
  const standing = values.map((value) => ({ value, spans: findWhole(text, value) }))
  const met = standing.filter(({ spans }) => spans.length > 0)
  if (met.length === 0) return () => false
  const held = namesIn(met.map(({ value }) => value).join('\n\n'), reading)
  const elsewhere = namesIn(
    cutOut(
      text,
      met.flatMap(({ spans }) => spans),
    ),
    reading,
  )
  // What cannot be read to its end excuses nothing.
  if (held === undefined || elsewhere === undefined) return () => false
  return (hit) => held.has(toKey(hit)) && !elsewhere.has(toKey(hit))
}

const toKey = ({ organisationId, trace }: SearchHit): string => `${organisationId}\u0000${trace}`

/** The text of bytes that are the same bytes when it is written in UTF-8 again. */
function toExactText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Who is met in a text when it is decoded; nothing when it could not be read to its end. */
function namesIn(text: string, { search, letters }: Reading): ReadonlySet<string> | undefined {
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

type Span = readonly [number, number]

/** Where a value stands to the letter and to its end: a code that only begins with it, or is cased otherwise, says something else. */
function findWhole(text: string, value: string): readonly Span[] {
  const goesOn = /[/?#]/u.test(value) ? LINK_GOES_ON : NAME_GOES_ON
  return findSpans(text, value).filter(([start, end]) => {
    const written = text
      .slice(start, end)
      .replace(/\[([.@])\]/gu, '$1')
      .replace(/\\{1,2}(?=')/gu, '')
    const isExact = written === value || written.replace(/^hxxp/u, 'http') === value
    return isExact && !goesOn.test(text.slice(end, end + 2))
  })
}

/** Signs of codes, in either width; of a name or an address a path may follow. */
const NAME_GOES_ON = /^(?:[\w%+=\uff10-\uff19\uff21-\uff3a\uff41-\uff5a-]|\.\w)/u
const LINK_GOES_ON = /^(?:[\w%+=/\uff10-\uff19\uff21-\uff3a\uff41-\uff5a-]|\.\w)/u

/** Lines in their place, so that nothing around them joins. */
function cutOut(text: string, found: readonly Span[]): string {
  const kept: string[] = []
  let at = 0
  for (const [start, end] of found.toSorted(([a], [b]) => a - b)) {
    if (start > at) kept.push(text.slice(at, start))
    at = Math.max(at, end)
  }
  return [...kept, text.slice(at)].join('\n\n')
}
