import type { Traces } from '../traces.ts'
import { buildAutomaton } from './aho-corasick.ts'
import { COMMON_WORDS } from './common-words.ts'
import { buildNumberIndex, findNumbers } from './find-numbers.ts'
import { findSpans } from './find-spans.ts'
import { foldOutgoing, foldSpelling, type Closeness, type Folded } from './fold-outgoing.ts'
import type { Layer } from './read-layers.ts'
import { spellTraces, type Spelling } from './spell-traces.ts'
import { standsAlone } from './stands-alone.ts'

export interface SearchHit {
  readonly start: number
  readonly end: number
  readonly trace: string
  readonly organisationId: string
  /** `reversed`, `rot13`, `letters replaced`; undefined for a plain spelling. */
  readonly how?: string
}

export interface Search {
  readonly traceCount: number
  readonly spellingCount: number
  readonly skipped: readonly string[]
  find(layer: Layer): readonly SearchHit[]
}

interface Pattern extends Spelling {
  readonly folded: string
  readonly how?: string
}

/** Encodings around a text within which replaced letters are still looked for. */
const LOOSE_DEPTH_MAX = 1

/** Everything known of the providers, ready to be searched for in any number of layers. */
export function buildSearch(traces: Traces, permitted: readonly string[]): Search {
  const spellings = spellTraces(traces)
  const close = toPatterns(spellings)
  const loose = toLoosePatterns(spellings)
  const numbers = buildNumberIndex(traces)
  const closeScan = toScan(close, 'close')
  const looseScan = toScan(loose, 'loose')
  const excuse = toExcuse(permitted)
  return {
    traceCount: countTraces(spellings) + numbers.digits.size + numbers.addresses.size,
    spellingCount: close.length + loose.length + numbers.digits.size + numbers.addresses.size,
    skipped: listSkipped(spellings),
    find(layer) {
      const hits = [
        ...closeScan(layer),
        // Letters are replaced where people read them; deeper inside encodings there is only noise.
        ...(layer.how.length <= LOOSE_DEPTH_MAX ? looseScan(layer) : []),
        ...findNumbers(layer.text, numbers),
      ]
      return hits.length === 0 ? hits : hits.filter(excuse(layer.text))
    },
  }
}

const countTraces = (spellings: readonly Spelling[]): number =>
  new Set(spellings.map(({ organisationId, trace }) => `${organisationId} ${trace}`)).size

/** Traces of which nothing is searched, so that a person knows to look. */
function listSkipped(spellings: readonly Spelling[]): string[] {
  const searched = new Set(
    spellings
      .filter(({ text }) => isSearchable(foldSpelling(text, 'close')))
      .map(({ trace }) => trace),
  )
  return [...new Set(spellings.map(({ trace }) => trace))].filter((trace) => !searched.has(trace))
}

/** Shortest spellings searched at all; below them text of any kind is full of chance hits. */
const LATIN_MIN = 3
const KANA_MIN = 3
const OTHER_MIN = 2
/** Turned-round spellings are searched from this length: `mori` turned round is `irom`. */
const TURNED_LATIN_MIN = 7
const TURNED_OTHER_MIN = 3

function toPatterns(spellings: readonly Spelling[]): readonly Pattern[] {
  const patterns = new Map<string, Pattern>()
  const add = (folded: string, spelling: Spelling, how?: string): void => {
    const pattern = { ...spelling, folded, ...(how === undefined ? {} : { how }) }
    if (!patterns.has(folded)) patterns.set(folded, pattern)
  }
  for (const spelling of spellings) {
    const folded = foldSpelling(spelling.text, 'close')
    if (!isSearchable(folded)) continue
    add(folded, spelling)
    if (folded.length >= (isLatin(folded) ? TURNED_LATIN_MIN : TURNED_OTHER_MIN)) {
      add([...folded].reverse().join(''), spelling, 'reversed')
    }
    if (isLatin(folded) && folded.length >= TURNED_LATIN_MIN) add(rot13(folded), spelling, 'rot13')
  }
  return [...patterns.values()]
}

function toLoosePatterns(spellings: readonly Spelling[]): readonly Pattern[] {
  const patterns = new Map<string, Pattern>()
  for (const spelling of spellings) {
    const close = foldSpelling(spelling.text, 'close')
    if (close.length < 6 || !isLatin(close) || COMMON_WORDS.has(close)) continue
    const folded = foldSpelling(spelling.text, 'loose')
    if (folded.length < 6 || patterns.has(folded)) continue
    patterns.set(folded, { ...spelling, folded, how: 'letters replaced' })
  }
  return [...patterns.values()]
}

function isSearchable(folded: string): boolean {
  if (COMMON_WORDS.has(folded)) return false
  if (isLatin(folded)) return folded.length >= LATIN_MIN && /[a-z]/u.test(folded)
  return folded.length >= (isKana(folded) ? KANA_MIN : OTHER_MIN)
}

const isLatin = (folded: string): boolean => /^[a-z0-9]+$/u.test(folded)
const isKana = (folded: string): boolean => /^[ぁ-ゖ]+$/u.test(folded)

const rot13 = (text: string): string =>
  text.replace(/[a-z]/gu, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97),
  )

function toScan(
  patterns: readonly Pattern[],
  closeness: Closeness,
): (layer: Layer) => readonly SearchHit[] {
  const automaton = buildAutomaton(patterns.map(({ folded }) => folded))
  return (layer) => {
    const hits: SearchHit[] = []
    const folded = foldOutgoing(layer.text, closeness)
    automaton.scan(folded.units, (index, end) => {
      const pattern = patterns[index]
      const hit = pattern === undefined ? undefined : toHit(layer, folded, pattern, end)
      if (hit !== undefined) hits.push(hit)
    })
    return hits
  }
}

function toHit(
  layer: Layer,
  folded: Folded,
  pattern: Pattern,
  foldedEnd: number,
): SearchHit | undefined {
  const start = folded.at[foldedEnd - pattern.folded.length] ?? 0
  const end = folded.after[foldedEnd - 1] ?? layer.text.length
  const isDecoded = layer.how.length > 0 || layer.charset !== 'utf-8'
  if (!standsAlone(layer.text, start, end, pattern.folded, isDecoded)) return undefined
  const { trace, organisationId, how } = pattern
  return { start, end, trace, organisationId, ...(how === undefined ? {} : { how }) }
}

/** A hit inside a permitted value, letter for letter, is what the provider agreed to. */
function toExcuse(permitted: readonly string[]): (text: string) => (hit: SearchHit) => boolean {
  const values = permitted.filter((value) => value.length > 0)
  return (text) => {
    const spans = values.flatMap((value) => findSpans(text, value))
    return (hit) => !spans.some(([start, end]) => start <= hit.start && hit.end <= end)
  }
}
