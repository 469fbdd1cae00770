import { OLD_KANJI } from './old-kanji.ts'
import { LOOKALIKE_LETTERS } from './lookalike-letters.ts'

/** Outgoing text reduced to what a reader recognises, with the way back to where it stood. */
export interface Folded {
  /** UTF-16 units of the folded text. */
  readonly units: Uint16Array
  /** For each unit, the index in the original of the character it came from. */
  readonly at: Int32Array
  /** Index in the original just after that character. */
  readonly after: Int32Array
}

/** `close` keeps digits and letters apart; `loose` also reads 0 as o, 1 and i as l, `rn` as m, `vv` as w. */
export type Closeness = 'close' | 'loose'

/** Folded form of each single UTF-16 unit, filled as met. */
const UNKNOWN = -1
const SEVERAL = -2
const DROPPED = 0
const CACHES: Readonly<Record<Closeness, Int32Array>> = {
  close: new Int32Array(0x10000).fill(UNKNOWN),
  loose: new Int32Array(0x10000).fill(UNKNOWN),
}

/**
 * Folds width, case, kana, accents, old kanji and letters that look alike, and drops everything
 * that is neither letter nor digit: spaces, zero-width characters and hyphens put between the
 * letters of a name hide it from a plain search.
 */
export function foldOutgoing(text: string, closeness: Closeness): Folded {
  const cache = CACHES[closeness]
  const out = new FoldedText(text.length, closeness === 'loose')
  let start = 0
  while (start < text.length) {
    const end = endOfCharacter(text, start)
    const unit = text.charCodeAt(start)
    const known = end === start + 1 ? (cache[unit] ?? UNKNOWN) : SEVERAL
    if (known > DROPPED) out.push(known, start, end)
    else if (known < DROPPED) {
      const folded = foldCharacter(text.slice(start, end), closeness)
      if (known === UNKNOWN) cache[unit] = cachedForm(folded)
      for (let index = 0; index < folded.length; index += 1) {
        out.push(folded.charCodeAt(index), start, end)
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
  (unit <= 0x36f || unit === 0x3099 || unit === 0x309a || unit === 0xff9e || unit === 0xff9f)

const [R, N, M, V, W] = [0x72, 0x6e, 0x6d, 0x76, 0x77]

/** Typed arrays that grow: one character (㍿, ﷺ) can fold to many. */
class FoldedText {
  #units: Uint16Array
  #at: Int32Array
  #after: Int32Array
  #length = 0
  #joinsPairs: boolean

  constructor(size: number, joinsPairs: boolean) {
    this.#units = new Uint16Array(size + 16)
    this.#at = new Int32Array(size + 16)
    this.#after = new Int32Array(size + 16)
    this.#joinsPairs = joinsPairs
  }

  push(unit: number, start: number, end: number): void {
    const length = this.#length
    if (this.#joinsPairs && length > 0 && this.#after[length - 1] === start) {
      const joined = joinedLetter(this.#units[length - 1] ?? 0, unit)
      if (joined !== undefined) {
        this.#units[length - 1] = joined
        this.#after[length - 1] = end
        return
      }
    }
    if (length === this.#units.length) this.#grow()
    this.#units[length] = unit
    this.#at[length] = start
    this.#after[length] = end
    this.#length += 1
  }

  finish(): Folded {
    const length = this.#length
    return {
      units: this.#units.subarray(0, length),
      at: this.#at.subarray(0, length),
      after: this.#after.subarray(0, length),
    }
  }

  #grow(): void {
    const size = this.#units.length * 2
    const [units, at, after] = [new Uint16Array(size), new Int32Array(size), new Int32Array(size)]
    units.set(this.#units)
    at.set(this.#at)
    after.set(this.#after)
    this.#units = units
    this.#at = at
    this.#after = after
  }
}

/** `rn` and `vv` without anything between them become the letter they imitate. */
function joinedLetter(first: number, second: number): number | undefined {
  if (first === R && second === N) return M
  return first === V && second === V ? W : undefined
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
