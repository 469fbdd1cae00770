import type { Traces } from '../traces.ts'
import { listNameKeys, type NameKey } from './name-keys.ts'
import { ORDINARY_WORDS } from './ordinary-words.ts'
import type { Digits, Letter } from './letter.ts'
import { reduceText } from './reduce-text.ts'

/** A known name in a text. */
export interface NameMatch {
  readonly start: number
  readonly end: number
  readonly name: NameKey
}

/** Known names, ready to be found in any text. */
export interface NameIndex {
  find(text: string): readonly NameMatch[]
  /** Beginnings of names that may as well be ordinary words. */
  findDoubtful(text: string): readonly NameMatch[]
  /** Whether any known name is written in a short value such as a local part. */
  has(text: string): boolean
}

/** Names of this many reduced letters are recognised inside a longer word, as in a packed local part. */
const INSIDE_WORD_MIN = 6
/** Kana names of this many reduced letters may be followed by a particle. */
const BEFORE_PARTICLE_MIN = 5
/** Longest gap between two letters of one name: zero-width characters, spaces, marks. */
const GAP_CHARS_MAX = 40

export function buildNameIndex(traces: Traces): NameIndex {
  const keys = listNameKeys(traces, 'as-digits')
  const isSure = ({ isDoubtful }: NameKey): boolean => isDoubtful !== true
  const asDigits = toBuckets(keys.filter(isSure))
  const doubtful = toBuckets(keys.filter((key) => !isSure(key)))
  const asLetters = toBuckets(
    listNameKeys(traces, 'as-letters').filter((key) => isSure(key) && /^[a-z]{5,}$/u.test(key.key)),
  )
  const find = (text: string): readonly NameMatch[] =>
    widest([
      ...findIn(text, 'as-digits', asDigits),
      ...findIn(text, 'as-letters', asLetters),
      ...findTurned(text, asDigits),
    ])
  return {
    find,
    findDoubtful: (text) => widest(findIn(text, 'as-digits', doubtful)),
    has: (text) => find(text).length > 0,
  }
}

/** Without matches that lie inside another: 精機 in 北浜精機 would be replaced twice. */
function widest(matches: readonly NameMatch[]): readonly NameMatch[] {
  const sorted = [...matches].sort((a, b) => a.start - b.start || b.end - a.end)
  let covered = -1
  return sorted.filter(({ end }) => {
    if (end <= covered) return false
    covered = end
    return true
  })
}

/** Keys, and for the two letters that a key begins with the lengths there are: a text is read once, whatever the number of names. */
interface Buckets {
  readonly keys: ReadonlyMap<string, NameKey>
  /** Longest first, so that 北浜精機 wins over 北浜. */
  readonly lengths: ReadonlyMap<string, readonly number[]>
}

/** Of names that reduce to the same the first counts; a name that somebody entered whole wins over a part. */
function toBuckets(names: readonly NameKey[]): Buckets {
  const keys = new Map<string, NameKey>()
  const lengths = new Map<string, Set<number>>()
  for (const name of [...names].sort((a, b) => rank(a) - rank(b))) {
    if (keys.has(name.key)) continue
    keys.set(name.key, name)
    const head = name.key.slice(0, 2)
    lengths.set(head, (lengths.get(head) ?? new Set()).add(name.key.length))
  }
  const sorted = [...lengths].map(([head, set]) => [head, [...set].sort((a, b) => b - a)] as const)
  return { keys, lengths: new Map(sorted) }
}

const rank = ({ isPart, hasInitial }: NameKey): number => (hasInitial === true ? 2 : isPart ? 1 : 0)

function findIn(text: string, digits: Digits, buckets: Buckets): readonly NameMatch[] {
  const letters = reduceText(text, digits)
  const reduced = letters.map(({ letter }) => letter).join('')
  // Some letters are surrogate pairs, so positions in the joined text are counted apart.
  const offsets = toOffsets(letters)
  const matches: NameMatch[] = []
  for (let at = 0; at < letters.length; at += 1) {
    const from = offsets[at] ?? 0
    for (const length of buckets.lengths.get(reduced.slice(from, from + 2)) ?? []) {
      const name = buckets.keys.get(reduced.slice(from, from + length))
      const match = name === undefined ? undefined : toMatch(text, letters, at, name)
      if (match === undefined) continue
      matches.push(match)
      break
    }
  }
  return matches
}

function toMatch(
  text: string,
  letters: readonly Letter[],
  at: number,
  name: NameKey,
): NameMatch | undefined {
  const length = [...name.key].length
  if (!isName(text, letters, at, length, name)) return undefined
  const [first, last] = [letters[at], letters[at + length - 1]]
  if (first === undefined || last === undefined) return undefined
  return { start: first.start, end: last.end, name }
}

function toOffsets(letters: readonly Letter[]): readonly number[] {
  let offset = 0
  return letters.map(({ letter }) => {
    const at = offset
    offset += letter.length
    return at
  })
}

function isName(
  text: string,
  letters: readonly Letter[],
  at: number,
  length: number,
  name: NameKey,
): boolean {
  const end = at + length
  if (hasWideGap(text, letters, at, end)) return false
  const [first, last] = [letters[at], letters[end - 1]]
  if (first === undefined || last === undefined) return false
  if (name.isPart && isOrdinaryWord(text.slice(first.start, last.end))) return false
  if (name.hasInitial === true && /[\n\r]/u.test(text.slice(first.start, last.end))) return false
  const isLong = name.key.length >= INSIDE_WORD_MIN && name.hasInitial !== true
  return (isLong || startsWord(letters, at)) && (isLong || endsWord(letters, end, name))
}

const isOrdinaryWord = (written: string): boolean => ORDINARY_WORDS.has(written)

function hasWideGap(text: string, letters: readonly Letter[], at: number, end: number): boolean {
  for (let index = at + 1; index < end; index += 1) {
    const [before, here] = [letters[index - 1], letters[index]]
    if (before === undefined || here === undefined || !here.isApart) continue
    const gap = text.slice(before.end, here.start)
    if (gap.length > GAP_CHARS_MAX || /["{}<>]|\n\s*\n/u.test(gap)) return true
  }
  return false
}

function startsWord(letters: readonly Letter[], at: number): boolean {
  const [before, here] = [letters[at - 1], letters[at]]
  if (before === undefined || here === undefined || here.isApart || here.script === 'han')
    return true
  return before.script !== here.script || before.script === 'digit'
}

function endsWord(letters: readonly Letter[], end: number, name: NameKey): boolean {
  const [last, next] = [letters[end - 1], letters[end]]
  if (next === undefined || last === undefined || next.isApart || last.script === 'han') return true
  if (last.script === 'kana' && name.key.length >= BEFORE_PARTICLE_MIN) return true
  return next.script !== last.script
}

/** Names written backwards or in rot13, which attackers put into links. */
function findTurned(text: string, buckets: Buckets): readonly NameMatch[] {
  const isTelling = ({ name }: NameMatch): boolean => name.key.length >= 3
  const backwards = findIn([...text].reverse().join(''), 'as-digits', buckets)
    .filter(isTelling)
    .map((match) => ({ ...match, start: text.length - match.end, end: text.length - match.start }))
  const rotated = findIn(toRot13(text), 'as-digits', buckets).filter(
    ({ name }) => /^[a-z0-9]+$/u.test(name.key) && name.key.length >= INSIDE_WORD_MIN,
  )
  const isLongLatin = ({ name }: NameMatch): boolean =>
    !/^[a-z0-9]+$/u.test(name.key) || name.key.length >= INSIDE_WORD_MIN
  return [...backwards.filter(isLongLatin), ...rotated]
}

const toRot13 = (text: string): string =>
  text.replace(/[a-z]/giu, (letter) => {
    const base = letter < 'a' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })
