import { OLD_KANJI } from './old-kanji.ts'
import { LOOKALIKE_LETTERS } from './lookalike-letters.ts'

/** Outgoing text reduced to what a reader recognises, with the way back to where it stood. */
export interface Folded {
  readonly text: string
  /** For each unit of `text`, the index in the original of the character it came from. */
  readonly at: Int32Array
  /** Index in the original just after that character. */
  readonly after: Int32Array
}

/** `close` keeps digits and letters apart; `loose` also reads 0 as o, 1 and i as l, `rn` as m, `vv` as w. */
export type Closeness = 'close' | 'loose'

/** Folded form of each single UTF-16 unit, filled as met: text is mostly the same few thousand characters. */
const CACHES: Readonly<Record<Closeness, (string | undefined)[]>> = {
  close: new Array<string | undefined>(0x10000),
  loose: new Array<string | undefined>(0x10000),
}

/**
 * Folds width, case, kana, accents, old kanji and letters that look alike, and drops everything
 * that is neither letter nor digit: spaces, zero-width characters and hyphens put between the
 * letters of a name hide it from a plain search.
 */
export function foldOutgoing(text: string, closeness: Closeness): Folded {
  const units: string[] = []
  const at: number[] = []
  const after: number[] = []
  let start = 0
  while (start < text.length) {
    const end = endOfCharacter(text, start)
    const folded = foldCached(text, start, end, closeness)
    for (let index = 0; index < folded.length; index += 1) {
      units.push(folded[index] ?? '')
      at.push(start)
      after.push(end)
      if (closeness === 'loose') joinPair(units, at, after)
    }
    start = end
  }
  return { text: units.join(''), at: Int32Array.from(at), after: Int32Array.from(after) }
}

/** A base character and the marks that belong to it: voiced marks of half-width kana, combining marks. */
function endOfCharacter(text: string, start: number): number {
  const isPair = (text.charCodeAt(start) & 0xfc00) === 0xd800
  let end = Math.min(start + (isPair ? 2 : 1), text.length)
  while (end < text.length && isMark(text.charCodeAt(end))) end += 1
  return end
}

const isMark = (unit: number): boolean =>
  (unit >= 0x300 && unit <= 0x36f) ||
  unit === 0x3099 ||
  unit === 0x309a ||
  unit === 0xff9e ||
  unit === 0xff9f

function foldCached(text: string, start: number, end: number, closeness: Closeness): string {
  if (end !== start + 1) return foldCharacter(text.slice(start, end), closeness)
  const cache = CACHES[closeness]
  const unit = text.charCodeAt(start)
  const known = cache[unit]
  if (known !== undefined) return known
  const folded = foldCharacter(text.charAt(start), closeness)
  cache[unit] = folded
  return folded
}

/** `rn` and `vv` without anything between them become the letter they imitate. */
function joinPair(units: string[], at: number[], after: number[]): void {
  const last = units.length - 1
  if (last < 1 || after[last - 1] !== at[last]) return
  const pair = `${units[last - 1]}${units[last]}`
  const joined = pair === 'rn' ? 'm' : pair === 'vv' ? 'w' : undefined
  if (joined === undefined) return
  units.splice(last - 1, 2, joined)
  at.splice(last, 1)
  after.splice(last - 1, 1)
}

function foldCharacter(character: string, closeness: Closeness): string {
  let folded = ''
  for (const letter of character.normalize('NFKC').toLowerCase()) {
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
  const alike = LOOKALIKE_LETTERS.get(letter) ?? OLD_KANJI.get(letter) ?? letter
  const hiragana = toLargeHiragana(alike)
  if (hiragana !== undefined) return hiragana
  const bare = alike.normalize('NFD').replace(/\p{Mn}/gu, '')
  const plain = LOOKALIKE_LETTERS.get(bare) ?? bare
  if (closeness === 'loose') {
    const loose = LOOSE[plain]
    if (loose !== undefined) return loose
  }
  return /^[\p{L}\p{N}]+$/u.test(plain) && !INVISIBLE_LETTER.test(plain) ? plain : ''
}

/** Large form of each small kana: キャノン and キヤノン are the same name. */
const SMALL_KANA = 'ぁぃぅぇぉっゃゅょゎゕゖ'
const LARGE_KANA = 'あいうえおつやゆよわかけ'

function toLargeHiragana(letter: string): string | undefined {
  const code = letter.codePointAt(0) ?? 0
  if (code === 0x30fc) return ''
  if (code < 0x3041 || code > 0x30fa) return undefined
  const hiragana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : letter
  const small = SMALL_KANA.indexOf(hiragana)
  return small < 0 ? (/[ぁ-ゖ]/u.test(hiragana) ? hiragana : '') : (LARGE_KANA[small] ?? '')
}
