import { type Folded, FoldedText } from './folded-text.ts'
import { LOOKALIKE_LETTERS } from './lookalike-letters.ts'
import { OLD_KANJI } from './old-kanji.ts'
import { SYLLABLES } from './spell-romaji.ts'

/**
 * `close` keeps digits and letters apart; `loose` also reads 0 as o, 1 and i as l, `rn` as m, `vv` as w;
 * `sound` writes kana in Latin letters.
 */
export type Closeness = 'close' | 'loose' | 'sound'

/** Folded form of each single UTF-16 unit, filled as met. */
const UNKNOWN = -1
const SEVERAL = -2
const DROPPED = 0
const newCache = (): Int32Array => new Int32Array(0x10000).fill(UNKNOWN)
const CACHES: Readonly<Record<Closeness, Int32Array>> = {
  close: newCache(),
  loose: newCache(),
  sound: newCache(),
}

/** Folded forms of what a table by unit cannot hold: pairs, letters with marks, and those that fold to several. */
const RARE: Readonly<Record<Closeness, Map<string, string>>> = {
  close: new Map(),
  loose: new Map(),
  sound: new Map(),
}
/** Some megabytes at most. Hostile text has new ones without end. */
const RARE_MAX = 50_000
/** A letter with two marks, or a pair with one. */
const RARE_CHARS_MAX = 4

/**
 * Folds width, case, kana, accents, old kanji and letters that look alike, and drops everything
 * that is neither letter nor digit: spaces, zero-width characters and hyphens put between the
 * letters of a name hide it from a plain search.
 */
export function foldOutgoing(text: string, closeness: Closeness): Folded {
  const cache = CACHES[closeness]
  const out = new FoldedText(text.length)
  const isLoose = closeness === 'loose'
  let unit = text.charCodeAt(0)
  for (let start = 0; start < text.length; ) {
    const next = text.charCodeAt(start + 1)
    const isSingle = !(next >= FIRST_MARK && isMark(next)) && (unit & 0xfc00) !== 0xd800
    const known = isSingle ? (cache[unit] ?? UNKNOWN) : SEVERAL
    const end = isSingle ? start + 1 : endOfCharacter(text, start)
    if (known > DROPPED && !isLoose) out.push(known, start, end)
    else if (known > DROPPED) pushJoined(out, known, start, end)
    else if (known < DROPPED) {
      const folded = foldWritten(text.slice(start, end), closeness)
      if (known === UNKNOWN) cache[unit] = cachedForm(folded)
      for (let index = 0; index < folded.length; index += 1) {
        const letter = folded.charCodeAt(index)
        if (isLoose) pushJoined(out, letter, start, end)
        else out.push(letter, start, end)
      }
    }
    unit = end === start + 1 ? next : text.charCodeAt(end)
    start = end
  }
  return out.finish()
}

/** `foldCharacter`, once for each character. */
function foldWritten(character: string, closeness: Closeness): string {
  const rare = RARE[closeness]
  const known = rare.get(character)
  if (known !== undefined) return known
  const folded = foldCharacter(character, closeness)
  const isRare = character.length > 1 || folded.length > 1
  if (isRare && rare.size < RARE_MAX && character.length <= RARE_CHARS_MAX)
    rare.set(character, folded)
  return folded
}

/** The folded text alone, for spellings. */
export function foldSpelling(text: string, closeness: Closeness): string {
  return String.fromCharCode(...foldOutgoing(text.slice(0, 1000), closeness).units)
}

const cachedForm = (folded: string): number =>
  folded.length === 0 ? DROPPED : folded.length === 1 ? folded.charCodeAt(0) : SEVERAL

/** A base character and the marks that belong to it: voiced marks of half-width kana, combining marks. */
function endOfCharacter(text: string, start: number): number {
  const isPair = (text.charCodeAt(start) & 0xfc00) === 0xd800
  let end = Math.min(start + (isPair ? 2 : 1), text.length)
  const last = Math.min(text.length, end + MARKS_MAX)
  while (end < last && isMark(text.charCodeAt(end))) end += 1
  return end
}

/** As many as text has on one letter (UAX #15, stream-safe text). Normalising thousands takes the square of their number. */
const MARKS_MAX = 30

const FIRST_MARK = 0x300
const isMark = (unit: number): boolean =>
  unit >= FIRST_MARK &&
  (unit <= 0x36f || (unit >= 0x3099 && unit <= 0x309c) || unit === 0xff9e || unit === 0xff9f)

const [R, N, M, V, W] = [0x72, 0x6e, 0x6d, 0x76, 0x77]

/** `rn` and `vv` without anything between them become the letter they imitate. */
function pushJoined(out: FoldedText, unit: number, start: number, end: number): void {
  const isBeside = out.end === start
  if (isBeside && out.last === R && unit === N) out.turnLast(M, end)
  else if (isBeside && out.last === V && unit === V) out.turnLast(W, end)
  else out.push(unit, start, end)
}

function foldCharacter(character: string, closeness: Closeness): string {
  let folded = ''
  // A voiced mark of its own (゛) is a space and a mark to Unicode; here it belongs to the kana before it.
  const joined = character
    .replace(/[\u309b\uff9e]/gu, '\u3099')
    .replace(/[\u309c\uff9f]/gu, '\u309a')
  for (const letter of joined.normalize('NFKC').toLowerCase()) {
    if (!isMark(letter.charCodeAt(0))) folded += foldLetter(letter, closeness)
  }
  return folded
}

const LOOSE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'l',
  '|': 'l',
  i: 'l',
}

/** Fillers that Unicode counts as letters although nothing is seen. */
const INVISIBLE_LETTER = /[\u115f\u1160\u3164\uffa0]/u

function foldLetter(letter: string, closeness: Closeness): string {
  const alike = LOOKALIKE_LETTERS.get(letter) ?? OLD_KANJI.get(letter) ?? toEnclosed(letter)
  const kana = foldKana(alike, closeness)
  if (kana !== undefined) return kana
  const bare = alike.normalize('NFD').replace(/\p{Mn}/gu, '')
  const plain = LOOKALIKE_LETTERS.get(bare) ?? bare
  if (closeness === 'loose') {
    const loose = LOOSE[plain]
    if (loose !== undefined) return loose
  }
  return /^[\p{L}\p{N}]+$/u.test(plain) && !INVISIBLE_LETTER.test(plain) ? plain : ''
}

/** White letters on black (🅰, 🅺) and the halves of flags, which Unicode leaves as symbols. */
function toEnclosed(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const first = [0x1f150, 0x1f170, 0x1f1e6].find((base) => code >= base && code < base + 26)
  return first === undefined ? letter : String.fromCharCode(0x61 + code - first)
}

/** Large form of each small kana: キャノン and キヤノン are the same name. */
const SMALL_KANA = 'ぁぃぅぇぉっゃゅょゎゕゖ'
const LARGE_KANA = 'あいうえおつやゆよわかけ'

/** Hiragana without its marks: テ゛ル with the mark torn off, and 山崎 as やまさき or やまざき, are the same. */
function foldKana(letter: string, closeness: Closeness): string | undefined {
  const code = letter.codePointAt(0) ?? 0
  if (code === 0x30fc || code === 0x3099 || code === 0x309a) return ''
  if (code < 0x3041 || code > 0x30fa) return undefined
  const hiragana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : letter
  if (closeness === 'sound') return SYLLABLES.get(hiragana) ?? ''
  const small = SMALL_KANA.indexOf(hiragana)
  if (small >= 0) return LARGE_KANA[small] ?? ''
  const bare = hiragana.normalize('NFD').charAt(0)
  return /[ぁ-ゖ]/u.test(bare) ? bare : ''
}
