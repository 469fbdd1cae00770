import type { Traces } from '../traces.ts'
import { buildAutomaton } from './aho-corasick.ts'
import { FoldedText, type Folded } from './folded-text.ts'

/** A telephone, account or customer number, ready to be recognised. */
export interface NumberTrace {
  readonly trace: string
  readonly organisationId: string
}

export interface NumberHit extends NumberTrace {
  readonly start: number
  readonly end: number
}

export interface NumberSearch {
  readonly traceCount: number
  readonly spellingCount: number
  /** Numbers too short to be searched. */
  readonly skipped: readonly string[]
  find(text: string): readonly NumberHit[]
}

/** Shorter runs of digits occur everywhere; a four-digit extension names nobody by itself. */
const DIGITS_MIN = 6
/** Marks and spaces between two digits of one number: `) - ` has four. */
const GAP_MAX = 4

/** Known numbers however they are grouped, in whatever digits, with or without the country. */
export function buildNumberSearch(traces: Traces): NumberSearch {
  const patterns = new Map<string, NumberTrace>()
  const skipped: string[] = []
  let traceCount = 0
  for (const { id, numbers } of traces.organisations) {
    for (const trace of numbers) {
      const spelt = spellNumber(trace)
      if (spelt.length === 0) skipped.push(trace)
      else traceCount += 1
      for (const digits of spelt) patterns.set(digits, { trace, organisationId: id })
    }
  }
  const spelt = [...patterns]
  const automaton = buildAutomaton(spelt.map(([digits]) => digits))
  return {
    traceCount,
    spellingCount: spelt.length,
    skipped,
    find(text) {
      if (spelt.length === 0) return []
      const hits: NumberHit[] = []
      const folded = foldDigits(text)
      automaton.scan(folded.units, (index, end) => {
        const [digits = '', found] = spelt[index] ?? []
        const hit = found === undefined ? undefined : toHit(text, folded, end, digits, found)
        if (hit !== undefined) hits.push(hit)
      })
      return hits
    },
  }
}

/** +81 3, 0081 3, 81 (0)3 and 03 are the same number; the words beside an account number are no part of it. */
function spellNumber(written: string): readonly string[] {
  const runs = String.fromCharCode(...foldDigits(written).units)
  const digits = runs.replace(/[A-Z]/gu, '')
  // Letters may be part of it (GB57 NWBK 6340, KTH-20391) or a word beside it (tel 03).
  const withLetters =
    runs !== digits && runs.length >= DIGITS_MIN && digits.length > 0 ? [runs] : []
  if (digits.length < DIGITS_MIN || /^[A-Z]{2}\d{2}[A-Z]/u.test(runs)) return withLetters
  const country = /^(?:00)?81(?=0?[1-9]\d{7,9}$)0?/u.exec(digits)
  const isInternational = country !== null && /^\s*(?:\+|0{2}|＋)/u.test(written)
  const domestic = isInternational ? `0${digits.slice(country[0].length)}` : digits
  if (!/^0[1-9]\d{8,9}$/u.test(domestic)) return [...withLetters, domestic]
  const national = domestic.slice(1)
  return [...withLetters, domestic, national, `81${national}`, `810${national}`, `0081${national}`]
}

function toHit(
  text: string,
  folded: Folded,
  foldedEnd: number,
  digits: string,
  found: NumberTrace,
): NumberHit | undefined {
  const first = foldedEnd - digits.length
  const start = folded.at[first] ?? 0
  const end = folded.after[foldedEnd - 1] ?? 0
  // Inside a longer run of digits it is another number.
  const isContinued = isDigit(folded.units[foldedEnd]) && folded.at[foldedEnd] === end
  const isBegun = isDigit(folded.units[first - 1]) && folded.after[first - 1] === start
  if (isBegun || isContinued) return undefined
  for (let at = first; at + 1 < foldedEnd; at += 1) {
    const gap = text.slice(folded.after[at] ?? 0, folded.at[at + 1] ?? 0).replace(UNSEEN, '')
    if (gap.length > GAP_MAX || /["{}<>]|\n\s*\n/u.test(gap) || BROKEN.test(gap)) return undefined
  }
  return { ...found, start, end }
}

const isDigit = (unit: number | undefined): boolean =>
  unit !== undefined && unit >= 0x30 && unit <= 0x39

const UNSEEN = /[\p{Cf}\p{Mn}]/gu
/** Words between two digits part them, but for の, which is read between the parts of a number in Japan, and ー, typed for a hyphen. */
const BROKEN = /(?![のー])\p{L}/u

const KANJI_DIGITS = '〇一二三四五六七八九'
const OTHER_DIGITS: ReadonlyMap<string, string> = new Map([
  ...[...KANJI_DIGITS].map((letter, value): [string, string] => [letter, String(value)]),
  ['零', '0'],
  ['○', '0'],
  ['⓪', '0'],
  ['壱', '1'],
  ['弐', '2'],
  ['参', '3'],
])

/** Digits and capitals beside digits: the rest of a text has no part in numbers. */
function foldDigits(text: string): Folded {
  const out = new FoldedText(text.length)
  for (let start = 0; start < text.length; start += 1) {
    const unit = text.charCodeAt(start)
    if (unit < 0x80) {
      if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a)) {
        out.push(unit, start, start + 1)
      } else if (unit >= 0x61 && unit <= 0x7a) out.push(unit - 32, start, start + 1)
      continue
    }
    const letter = String.fromCodePoint(text.codePointAt(start) ?? 0)
    const digit = OTHER_DIGITS.get(letter) ?? toDigit(letter)
    if (digit !== undefined) out.push(digit.charCodeAt(0), start, start + letter.length)
    start += letter.length - 1
  }
  return out.finish()
}

/** A digit of any script, or circled, mathematical or full-width; full-width Latin letters too. */
function toDigit(letter: string): string | undefined {
  if (!MAYBE_DIGIT.test(letter)) return undefined
  const plain = letter.normalize('NFKC').toUpperCase()
  if (/^[0-9A-Z]$/u.test(plain)) return plain
  if (!/^\p{Nd}$/u.test(plain)) return undefined
  // Digits of a script stand in a row, zero first.
  let zero = plain.codePointAt(0) ?? 0
  const value = zero
  while (value - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(value - zero)
}
const MAYBE_DIGIT = /^[\p{N}\u{ff21}-\u{ff3a}\u{ff41}-\u{ff5a}]$/u
