import { toLatinLookalike } from '../register/confusables.ts'

/** Not part of any expression: the scan begins anew. */
export const BREAK = 0
/** Passed over as if it were not there. */
export const SKIPPED = 0xff_ff
/** White space and hyphens; several in a row count once. */
export const SPACE = 1

/** Signs without width that filters read and people do not see. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u0300-\u036f\u3099\u309a\udb40\udd00-\uddef]/
const BLANK = /[\s\u00a0\u3000_\-‐‑‒–—−・･]/
/** Scripts in which letters pass for Latin ones; kanji and kana do not, `一` is a word there. */
const LATIN_LIKE = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}\p{sc=Cherokee}]/u
const QUOTE = /['’‘`´＇]/
/** Taken for each other at a glance: `lmmediate`, `0ffice`, `Iog in`. */
const AT_A_GLANCE: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', l: 'i', '|': 'i' }

/** What a unit is read as: one sign for all that look the same; empty when it is invisible. */
export function foldUnit(sign: string): string {
  if (INVISIBLE.test(sign)) return ''
  if (BLANK.test(sign)) return ' '
  if (QUOTE.test(sign)) return "'"
  // As it stands before it is composed: the lunate sigma looks like a c and decomposes to a sigma.
  const seen = toLatinLetter(sign).toLowerCase()
  if (seen < '\u0080') return AT_A_GLANCE[seen] ?? seen
  const plain = sign.normalize('NFKC').toLowerCase()
  if (plain.length !== 1) return sign
  const latin = toLatinLetter(plain)
  return AT_A_GLANCE[latin] ?? latin
}

/** The Latin letter that a letter of its kin passes for, lower case; any other sign as it stands. */
export function toLatinLetter(sign: string): string {
  if (sign <= '\u007f' || !LATIN_LIKE.test(sign)) return sign
  return toLatinLookalike(sign.toLowerCase())
}

/**
 * A table from UTF-16 unit to class for the signs that occur in expressions. `spaces` says what
 * white space is: Latin words stand apart by it, Japanese lines are broken anywhere.
 */
export function buildUnitClasses(
  signs: ReadonlySet<string>,
  spaces: 'apart' | 'skipped',
): { readonly classOf: Uint16Array; readonly classCount: number } {
  const folds = listFolds()
  const classOf = new Uint16Array(0x1_00_00)
  const byFold = new Map(
    [...signs].filter((sign) => sign !== ' ').map((sign, at) => [sign, at + 2]),
  )
  for (let unit = 0; unit < classOf.length; unit++) {
    const folded = folds[unit] ?? ''
    if (folded === '') classOf[unit] = SKIPPED
    else if (folded === ' ') classOf[unit] = spaces === 'apart' ? SPACE : SKIPPED
    else classOf[unit] = byFold.get(folded) ?? BREAK
  }
  return { classOf, classCount: byFold.size + 2 }
}

let known: readonly string[] | undefined

/** The fold of every unit; worked out when first asked for, since it takes some milliseconds. */
function listFolds(): readonly string[] {
  known ??= Array.from({ length: 0x1_00_00 }, (_, unit) => {
    const sign = String.fromCharCode(unit)
    return isPlain(unit) ? sign : foldUnit(sign)
  })
  return known
}

/** Kanji, Hangul, pairs and private signs are read as they stand. */
function isPlain(unit: number): boolean {
  return (
    unit >= 0x31_00 && unit < 0xf9_00 && !(unit >= 0xab_30 && unit < 0xac_00) && !isSelector(unit)
  )
}

/** Halves of the variation selectors U+E0100–U+E01EF, which change nothing one sees in Latin text. */
function isSelector(unit: number): boolean {
  return unit === 0xdb_40 || (unit >= 0xdd_00 && unit <= 0xdd_ef)
}
