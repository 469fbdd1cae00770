import { memoiseByContent } from '../../memoise.ts'
import type { Traces } from '../traces.ts'
import { listNameKeys, type NameKey } from './name-keys.ts'
import { buildNameTable, type NameTable } from './name-table.ts'
import { INSIDE_WORD_MIN, isName } from './is-name.ts'
import { readText, writeReading, type Reading } from './reduce-text.ts'
import type { ReducedText } from './reduced-text.ts'

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
  /** Whether any known name is written in a short value such as a local part, or what may be the beginning of one. */
  has(text: string): boolean
}

/** Names by how a text has to be read to find them. */
type NameTables = Readonly<Record<Reading | 'doubtful' | 'guesses', NameTable>>

/** Each holds some megabytes. A draft asks for up to six, most of them its case's own. */
const TABLES_KEPT = 8

const buildTables = memoiseByContent((traces: Traces): NameTables => {
  const keys = listNameKeys(traces, 'as-digits')
  const sure = keys.filter(isSure)
  return {
    'as-digits': buildNameTable(sure),
    doubtful: buildNameTable(keys.filter(({ isDoubtful }) => isDoubtful === true)),
    guesses: buildNameTable(keys.filter(({ isGuess }) => isGuess === true)),
    'as-letters': buildNameTable(
      listNameKeys(traces, 'as-letters').filter(
        (name) => isSure(name) && /^[a-z]{5,}$/u.test(name.key),
      ),
    ),
    backwards: buildNameTable(sure.filter(isTellingBackwards)),
    rotated: buildNameTable(sure.filter(isTellingRotated)),
  }
}, TABLES_KEPT)

const isSure = ({ isDoubtful, isGuess }: NameKey): boolean =>
  isDoubtful !== true && isGuess !== true

const READINGS = ['as-digits', 'as-letters', 'backwards', 'rotated'] as const

/** Everything known of the providers, ready to be found in texts; each text is read once for all of the traces. */
export function buildNameIndex(...all: readonly Traces[]): NameIndex {
  const tables = all.map(buildTables)
  const known = toWanted(READINGS.map((reading) => [reading, list(tables, reading)]))
  const doubtful = toWanted([['as-digits', list(tables, 'doubtful')]])
  const inPlaces = toWanted(
    READINGS.map((reading) => [
      reading,
      [...list(tables, reading), ...(reading === 'as-digits' ? list(tables, 'guesses') : [])],
    ]),
  )
  const find = (text: string): readonly NameMatch[] => widest(findIn(text, known))
  return {
    find,
    findDoubtful: (text) => widest(findIn(text, doubtful)),
    has: (text) => findIn(text, inPlaces).length > 0,
  }
}

/** Tables to look into, by the reading they need; a text is read in no way in which no name is looked for. */
type Wanted = ReadonlyMap<Reading, readonly NameTable[]>

const toWanted = (all: readonly (readonly [Reading, readonly NameTable[]])[]): Wanted =>
  new Map(all.filter(([, tables]) => tables.length > 0))

const list = (tables: readonly NameTables[], kind: keyof NameTables): readonly NameTable[] =>
  tables.map((one) => one[kind]).filter(({ isEmpty }) => !isEmpty)

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

function findIn(text: string, wanted: Wanted): readonly NameMatch[] {
  return readText(text, [...wanted.keys()], (reduced, reading) => {
    const found = findReduced(text, reduced, reading, wanted.get(reading) ?? [])
    return reading === 'backwards' ? found.map(toForwards(text.length)) : found
  })
}

function findReduced(
  text: string,
  reduced: ReducedText,
  reading: Reading,
  tables: readonly NameTable[],
): readonly NameMatch[] {
  let written: string | undefined
  return tables.flatMap((table) =>
    table.find(reduced, (name, at) => {
      written ??= writeReading(text, reading)
      return toMatch(written, reduced, at, name)
    }),
  )
}

function toMatch(
  written: string,
  reduced: ReducedText,
  at: number,
  name: NameKey,
): NameMatch | undefined {
  if (!isName(written, reduced, at, name)) return undefined
  const [start, end] = [reduced.starts[at], reduced.ends[at + name.key.length - 1]]
  return start === undefined || end === undefined ? undefined : { start, end, name }
}

const toForwards =
  (length: number) =>
  ({ start, end, name }: NameMatch): NameMatch => ({
    start: length - end,
    end: length - start,
    name,
  })

const isLatin = (key: string): boolean => /^[a-z0-9]+$/u.test(key)

/** Names long enough to be no chance when attackers write them backwards or in rot13 into links. */
const isTellingRotated = ({ key }: NameKey): boolean =>
  isLatin(key) && key.length >= INSIDE_WORD_MIN
const isTellingBackwards = ({ key }: NameKey): boolean =>
  key.length >= (isLatin(key) ? INSIDE_WORD_MIN : BACKWARDS_MIN)
const BACKWARDS_MIN = 3
