import type { Traces } from '../traces.ts'
import { buildAutomaton } from './aho-corasick.ts'
import { type CleanBytes, rememberCleanBytes } from './clean-bytes.ts'
import { COMMON_WORDS } from './common-words.ts'
import { buildDigestSearch } from './find-digests.ts'
import { buildNetworkSearch } from './find-networks.ts'
import { buildNumberSearch } from './find-numbers.ts'
import { foldOutgoing, foldSpelling } from './fold-outgoing.ts'
import { foldSound, soundOf } from './fold-sound.ts'
import type { Folded } from './folded-text.ts'
import { DISGUISES, judgeHit, type Pattern, type SearchHit } from './judge-hit.ts'
import type { Layer } from './layer.ts'
import type { Doubt, Spelling } from './spelling.ts'
import { spellTraces } from './spell-traces.ts'

export interface Search {
  readonly traceCount: number
  readonly spellingCount: number
  /** Traces too short or too common to be searched at all. */
  readonly skipped: readonly string[]
  /** Traces that are ordinary words in at least one spelling searched. */
  readonly ordinary: readonly string[]
  /** What this search has found nothing in. */
  readonly clean: CleanBytes
  find(layer: Layer): readonly SearchHit[]
}

/** Encodings around a text within which replaced letters are still looked for. */
const LOOSE_DEPTH_MAX = 2

/** Searches built before, by what they search for: a hub checks the same providers again and again. */
const built = new Map<string, Search>()
/** Each holds some megabytes, and what a hub works on in one hour are few cases. */
const BUILT_MAX = 4

/** Everything known of the providers, ready to be searched for in any number of layers. */
export function buildSearch(traces: Traces): Search {
  const key = JSON.stringify(traces)
  const search = built.get(key) ?? build(traces)
  built.delete(key)
  built.set(key, search)
  for (const oldest of built.keys()) if (built.size > BUILT_MAX) built.delete(oldest)
  return search
}

function build(traces: Traces): Search {
  const spellings = spellTraces(traces)
  const close = toPatterns(spellings, (text) => foldSpelling(text, 'close'), isSearchable)
  const loose = toPatterns(spellings, (text) => foldSpelling(text, 'loose'), isLongLatin)
  // Where two parts of a name meet, letters may melt into one, as in Kato Osamu written in one word.
  const joined = spellings
    .filter(({ text }) => /\s/u.test(text))
    .map((spelling) => ({ ...spelling, text: spelling.text.replace(/\s/gu, '') }))
  const sound = toPatterns([...spellings, ...joined], soundOf, isAudible)
  const scans = [toScan(close, (text) => foldOutgoing(text, 'close')), toScan(sound, foldSound)]
  const looseScan = toScan(loose, (text) => foldOutgoing(text, 'loose'), 'letters replaced')
  const [numbers, networks] = [buildNumberSearch(traces), buildNetworkSearch(traces)]
  const findDigests = buildDigestSearch(traces)
  const { searched, weak, skipped } = sortTraces(spellings, close)
  return {
    traceCount: searched.size + numbers.traceCount + networks.traceCount,
    spellingCount:
      close.length + loose.length + sound.length + numbers.spellingCount + networks.traceCount,
    skipped: [...new Set([...skipped, ...numbers.skipped, ...networks.skipped])],
    ordinary: [...new Set(weak)],
    clean: rememberCleanBytes(),
    find: (layer) => [
      ...scans.flatMap((scan) => scan(layer)),
      // Letters are replaced where people read them; deeper inside encodings there is only noise.
      ...(layer.how.length <= LOOSE_DEPTH_MAX ? looseScan(layer) : []),
      // Turned round, numbers are other numbers.
      ...(DISGUISES.has(layer.how.at(-1) ?? '')
        ? []
        : [...numbers.find(layer.text), ...networks.find(layer.text), ...findDigests(layer.text)]),
    ],
  }
}

/** What will be looked at by a person, and what is not searched for at all, of these spellings. */
export function judgeSpellings(spellings: readonly Spelling[]): {
  readonly weak: readonly string[]
  readonly skipped: readonly string[]
} {
  const close = toPatterns(spellings, (text) => foldSpelling(text, 'close'), isSearchable)
  return sortTraces(spellings, close)
}

/** What is searched for in a spelling that refuses, what only in ordinary words, and what not at all. */
function sortTraces(
  spellings: readonly Spelling[],
  patterns: readonly Pattern[],
): { searched: ReadonlySet<string>; weak: readonly string[]; skipped: readonly string[] } {
  // Two names may have one spelling in common, as 北浜 and 株式会社北浜 have.
  const doubts = new Map(patterns.map(({ folded, doubt }) => [folded, doubt]))
  const [searched, weak] = [new Set<string>(), new Map<string, string>()]
  const names = new Map<string, string>()
  for (const spelling of spellings) {
    const key = `${spelling.organisationId} ${spelling.trace}`
    names.set(key, spelling.trace)
    if (searched.has(key)) continue
    const folded = foldSpelling(spelling.text, 'close')
    if (!doubts.has(folded)) continue
    const doubt = doubts.get(folded)
    if (doubt === undefined || doubt === 'alone') searched.add(key)
    if (doubt !== undefined) weak.set(key, spelling.trace)
  }
  const skipped = [...names].filter(([key]) => !searched.has(key) && !weak.has(key))
  return { searched, weak: [...weak.values()], skipped: skipped.map(([, trace]) => trace) }
}

/** Shortest spellings searched at all; below them text of any kind is full of chance hits. */
const LATIN_MIN = 3
const SOUND_MIN = 4
const KANA_MIN = 3
const OTHER_MIN = 2
const LOOSE_MIN = 6

/** Folded spellings, each once; what refuses wins over what is only looked at. */
function toPatterns(
  spellings: readonly Spelling[],
  fold: (text: string) => string,
  isKept: (folded: string, spelling: Spelling) => boolean,
): readonly Pattern[] {
  const patterns = new Map<string, Pattern>()
  for (const spelling of spellings) {
    const folded = fold(spelling.text)
    if (!isKept(folded, spelling)) continue
    const known = patterns.get(folded)
    if (known === undefined || weigh(spelling) > weigh(known)) {
      patterns.set(folded, { ...spelling, folded })
    }
  }
  return [...patterns.values()]
}

const WEIGHTS: Readonly<Record<Doubt, number>> = { bare: 0, everyday: 1, alone: 2 }
const weigh = ({ doubt }: Spelling): number => (doubt === undefined ? 3 : WEIGHTS[doubt])

function isSearchable(folded: string, { doubt }: Spelling): boolean {
  if (doubt === 'bare') return folded !== ''
  if (COMMON_WORDS.has(folded)) return false
  if (isLatin(folded)) return folded.length >= LATIN_MIN && /[a-z]/u.test(folded)
  return folded.length >= (isKana(folded) ? KANA_MIN : OTHER_MIN)
}

const isLongLatin = (folded: string, { text, doubt }: Spelling): boolean =>
  doubt === undefined &&
  folded.length >= LOOSE_MIN &&
  isLatin(folded) &&
  !COMMON_WORDS.has(text.toLowerCase())

/** Only what has letters that sound; kanji alone are searched as they are. */
const isAudible = (folded: string, { text, doubt }: Spelling): boolean =>
  doubt !== 'bare' &&
  folded.length >= (isLatin(folded) ? SOUND_MIN : KANA_MIN) &&
  /[a-z]/u.test(folded) &&
  !/\d/u.test(folded) &&
  !COMMON_WORDS.has(text.toLowerCase())

const isLatin = (folded: string): boolean => /^[a-z0-9]+$/u.test(folded)
const isKana = (folded: string): boolean => /^[ぁ-ゖ]+$/u.test(folded)

function toScan(
  patterns: readonly Pattern[],
  fold: (text: string) => Folded,
  how?: string,
): (layer: Layer) => readonly SearchHit[] {
  const automaton = buildAutomaton(patterns.map(({ folded }) => folded))
  return (layer) => {
    const hits: SearchHit[] = []
    const folded = fold(layer.text)
    automaton.scan(folded.units, (index, end) => {
      const pattern = patterns[index]
      const hit = pattern === undefined ? undefined : judgeHit(layer, folded, pattern, end)
      if (hit !== undefined) hits.push(how === undefined ? hit : { ...hit, how })
    })
    return hits
  }
}
