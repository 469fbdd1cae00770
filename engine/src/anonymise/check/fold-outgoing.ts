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

/**
 * Folds width, case, kana, accents, old kanji and letters that look alike, and drops everything
 * that is neither letter nor digit: spaces, zero-width characters and hyphens put between the
 * letters of a name hide it from a plain search.
 */
export function foldOutgoing(text: string, closeness: Closeness): Folded {
  const cache = CACHES[closeness]
  const out = new FoldedText(text.length)
  const push = closeness === 'loose' ? pushJoined : pushPlain
  let start = 0
  while (start < text.length) {
    const end = endOfCharacter(text, start)
    const unit = text.charCodeAt(start)
    const known = end === start + 1 ? (cache[unit] ?? UNKNOWN) : SEVERAL
    if (known > DROPPED) push(out, known, start, end)
    else if (known < DROPPED) {
      const folded = foldCharacter(text.slice(start, end), closeness)
      if (known === UNKNOWN) cache[unit] = cachedForm(folded)
      for (let index = 0; index < folded.length; index += 1) {
        push(out, folded.charCodeAt(index), start, end)
      }
    }
    start = end
  }
  return out.finish()
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
  while (end < text.length && isMark(text.charCodeAt(end))) end += 1
  return end
}

const isMark = (unit: number): boolean =>
  unit >= 0x300 &&
  (unit <= 0x36f || (unit >= 0x3099 && unit <= 0x309c) || unit === 0xff9e || unit === 0xff9f)

const [R, N, M, V, W] = [0x72, 0x6e, 0x6d, 0x76, 0x77]

const pushPlain = (out: FoldedText, unit: number, start: number, end: number): void =>
  out.push(unit, start, end)

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
    folded += foldLetter(letter, closeness)
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
