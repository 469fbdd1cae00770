import { ANONYMISE_LIMITS } from '../limits.ts'
import type { Traces } from '../traces.ts'
import { buildSearch, type Search } from './build-search.ts'
import { toBytesKey } from './clean-bytes.ts'
import { toDecodedExcuse } from './excuse-decoded.ts'
import type { SearchHit } from './judge-hit.ts'
import { toPermittedSpans } from './permitted-spans.ts'
import type { Layer } from './layer.ts'
import { ENCODING_NAMES, type LetterBudget, readLayers } from './read-layers.ts'

/** Counts up whenever the check finds or passes something it did not before; certificates say which one read. */
export const LEAK_CHECK_VERSION = '2.8'

/** Bytes that are about to leave in one format. */
export interface OutgoingBytes {
  readonly format: string
  readonly bytes: Uint8Array
}

/** A place where outgoing bytes name somebody. */
export interface Leak {
  readonly format: string
  /** Byte offset in the format; for encoded text, of the token that holds it. */
  readonly offset: number
  /** The words around it, decoded, at most 80 characters. Hub only. */
  readonly excerpt: string
  /** What it gives away, as entered in the register. */
  readonly trace: string
  readonly organisationId: string
  /** How it was written, for example `base64 > utf-16le` or `as written`. */
  readonly how: string
}

/** What the check searched for, and what it could not search for. */
export interface TraceCheck {
  readonly leaks: readonly Leak[]
  /** Ordinary words that are also part of a name: a person looks at each, nothing is refused for them. */
  readonly weakTraces: readonly Leak[]
  readonly traceCount: number
  readonly spellingCount: number
  /** Spellings times the encodings each is searched in. */
  readonly encodedForms: number
  /** Traces too short or too common to be searched by themselves. */
  readonly skipped: readonly string[]
  /** Traces that are ordinary words: searched for, reported as weak, never refused. */
  readonly ordinary: readonly string[]
}

export interface CheckOptions {
  /** Identifying indicators that have been permitted, to the letter. */
  readonly permitted?: readonly string[]
  /** Letters that may be read in all formats together; each alone has its own limit. */
  readonly lettersMax?: number
}

/**
 * Searches the outgoing bytes of every format for everything known of the providers.
 * It shares no code with the redactor: what one overlooks, the other does not overlook in the same way.
 * What cannot be read to its end is reported as a leak, since nobody can say what is in it.
 */
export function findTraces(
  formats: readonly OutgoingBytes[],
  traces: Traces,
  options: CheckOptions = {},
): readonly Leak[] {
  return checkTraces(formats, traces, options).leaks
}

/** `findTraces` with the figures that the seal shows. */
export function checkTraces(
  formats: readonly OutgoingBytes[],
  traces: Traces,
  { permitted = [], lettersMax }: CheckOptions = {},
): TraceCheck {
  const search = buildSearch(traces)
  const values = permitted.filter((value) => value.length > 0)
  const excuse = toExcuse(values)
  const shared = lettersMax === undefined ? undefined : { lettersLeft: lettersMax }
  // What is excused is read once more, without taking from what the formats themselves may need.
  const lettersAgain = {
    lettersLeft:
      EXCUSE_READS_MAX * (lettersMax ?? ANONYMISE_LIMITS.readLettersMax * formats.length),
  }
  const found: Found = { leaks: new Map(), weak: new Map() }
  for (const outgoing of formats) {
    const letters = shared ?? { lettersLeft: ANONYMISE_LIMITS.readLettersMax }
    const key = toBytesKey(outgoing.bytes, permitted)
    const known = search.clean.lettersOf(key)
    if (known !== undefined && known <= letters.lettersLeft) letters.lettersLeft -= known
    else {
      const lettersBefore = letters.lettersLeft
      const isClean = searchBytes(outgoing, {
        ...{ search, excuse, permitted: values },
        ...{ letters, lettersAgain, found },
      })
      if (isClean) search.clean.add(key, lettersBefore - letters.lettersLeft)
    }
  }
  return {
    leaks: [...found.leaks.values()],
    weakTraces: [...found.weak.values()],
    traceCount: search.traceCount,
    spellingCount: search.spellingCount,
    encodedForms: search.spellingCount * (ENCODING_NAMES.length + 1),
    skipped: search.skipped,
    ordinary: search.ordinary,
  }
}

/** Permitted values by themselves, and the rest without them: each at most as long as the whole. */
const EXCUSE_READS_MAX = 2

interface Found {
  readonly leaks: Map<string, Leak>
  readonly weak: Map<string, Leak>
}

interface Searching {
  readonly search: Search
  readonly excuse: (text: string) => (hit: SearchHit) => boolean
  readonly permitted: readonly string[]
  readonly letters: LetterBudget
  readonly lettersAgain: LetterBudget
  readonly found: Found
}

/** True when the bytes were read to their end and nothing at all was met in them. */
function searchBytes(
  outgoing: OutgoingBytes,
  { search, excuse, permitted, letters, lettersAgain, found }: Searching,
): boolean {
  let isClean = true
  const layers: Layer[] = []
  const isComplete = readLayers(outgoing.bytes, (layer) => layers.push(layer), letters)
  let isOfPermitted: ((hit: SearchHit) => boolean) | undefined
  const isLeak = (layer: Layer) => (hit: SearchHit) => {
    if (layer.how.length === 0) return true
    isOfPermitted ??= toDecodedExcuse(outgoing.bytes, {
      ...{ values: permitted, search, letters: lettersAgain },
    })
    return !isOfPermitted(hit)
  }
  for (const layer of isComplete ? layers : takeSome(layers)) {
    const hits = search.find(layer)
    const kept = hits.length === 0 ? hits : hits.filter(excuse(layer.text)).filter(isLeak(layer))
    if (kept.length > 0) isClean = false
    for (const hit of kept) {
      const into = hit.isWeak === true ? found.weak : found.leaks
      if (into.size < ANONYMISE_LIMITS.leaksMax) addLeak(into, toLeak(outgoing.format, layer, hit))
    }
  }
  if (!isComplete) addLeak(found.leaks, unreadLeak(outgoing.format))
  return isComplete && isClean
}

/** The bytes as they are, then what is short enough: noise that turns into more noise is refused, not searched. */
function takeSome(layers: readonly Layer[]): readonly Layer[] {
  let left = ANONYMISE_LIMITS.unreadLettersMax
  return layers.filter(({ text, how }) => {
    if (how.length > 0 && text.length > left) return false
    left -= text.length
    return true
  })
}

/** A hit inside a permitted value, letter for letter, is what the provider agreed to. */
function toExcuse(values: readonly string[]): (text: string) => (hit: SearchHit) => boolean {
  return (text) => {
    const isPermitted = toPermittedSpans(text, values)
    return ({ start, end }) => !isPermitted(start, end)
  }
}

function addLeak(leaks: Map<string, Leak>, leak: Leak): void {
  const key = [leak.format, leak.offset, leak.organisationId, leak.trace].join('\u0000')
  if (leaks.size < ANONYMISE_LIMITS.leaksMax && !leaks.has(key)) leaks.set(key, leak)
}

function toLeak(format: string, layer: Layer, hit: SearchHit): Leak {
  const charset = layer.charset === 'utf-8' ? [] : [layer.charset]
  const how = [...layer.how, ...charset, ...(hit.how === undefined ? [] : [hit.how])]
  return {
    format,
    offset: layer.byteOffset(hit.start),
    excerpt: layer.text.slice(Math.max(0, hit.start - 24), hit.end + 24).slice(0, 80),
    trace: hit.trace,
    organisationId: hit.organisationId,
    how: how.length === 0 ? 'as written' : how.join(' > '),
  }
}

const unreadLeak = (format: string): Leak => ({
  format,
  offset: 0,
  excerpt: '',
  trace: '',
  organisationId: '',
  how: 'too large to be read to its end',
})
