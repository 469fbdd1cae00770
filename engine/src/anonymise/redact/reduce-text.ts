import { KANA_ROMAJI } from './kana-romaji.ts'
import { SAME_LETTER } from './same-letter.ts'

/** What a unit of reduced text was written in; decides where a name may begin and end. */
export type Script = 'latin' | 'kana' | 'han' | 'digit'

/** One reduced letter and where it was written. */
export interface Letter {
  readonly letter: string
  readonly script: Script
  readonly start: number
  readonly end: number
  /** Something that is no letter stands before it: a space, a mark, a zero-width character. */
  readonly isApart: boolean
}

/** `as-letters` also reads 0 as o, 1 and l as i, 3 as e, and `rn` as m: how look-alikes are made. */
export type Digits = 'as-digits' | 'as-letters'

/**
 * Reduces text to one spelling for all spellings: kana and romaji become one romanisation without long
 * vowels and doubled letters, old kanji become new ones, accents, width, case and homoglyphs go.
 * 「キタハマ」, 「きたはま」, `Kitahama` and `ＫＩＴＡＨＡＭＡ` all reduce to `kitahama`.
 */
export function reduceText(text: string, digits: Digits = 'as-digits'): readonly Letter[] {
  const letters: Letter[] = []
  let isApart = true
  for (const { written, start, end } of splitCharacters(text)) {
    const reduced = reduceCharacter(written, digits)
    if (reduced === undefined) {
      isApart = true
      continue
    }
    for (const letter of reduced.letters) {
      letters.push({ letter, script: reduced.script, start, end, isApart })
      isApart = false
    }
  }
  return mergeSounds(letters, digits)
}

interface Character {
  readonly written: string
  readonly start: number
  readonly end: number
}

/** Characters with their voicing marks; zero-width characters belong to the one before. */
function* splitCharacters(text: string): Generator<Character> {
  for (const match of text.matchAll(/[^ﾞﾟ\p{Mn}\p{Cf}][ﾞﾟ\p{Mn}\p{Cf}]{0,8}/gsu)) {
    const written = match[0].replace(/\p{Cf}/gu, '')
    yield { written, start: match.index, end: match.index + match[0].length }
  }
}

const DIGIT_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
  l: 'i',
}

function reduceCharacter(
  written: string,
  digits: Digits,
): { readonly letters: string; readonly script: Script } | undefined {
  const plain = written.normalize('NFKC').toLowerCase()
  const kana = KANA_ROMAJI.get(plain)
  if (kana !== undefined) return { letters: kana, script: 'kana' }
  const meant = digits === 'as-letters' ? DIGIT_LETTERS[plain] : undefined
  if (meant !== undefined) return { letters: meant, script: 'latin' }
  const bare = plain.normalize('NFD').replace(/\p{M}/gu, '')
  const same = [...bare].map((letter) => SAME_LETTER.get(letter) ?? letter).join('')
  if (/^[a-z]+$/u.test(same)) return { letters: same, script: 'latin' }
  if (/^[0-9]+$/u.test(same)) return { letters: same, script: 'digit' }
  if (/^[\p{L}\p{N}々]+$/u.test(same)) return { letters: same, script: 'han' }
  return undefined
}

/** Romanisations to Kunrei, then one letter for each long or doubled one. Longest first. */
const SOUNDS: readonly (readonly [from: string, to: string])[] = [
  ['shi', 'si'],
  ['chi', 'ti'],
  ['tsu', 'tu'],
  ['sh', 'sy'],
  ['ch', 'ty'],
  ['ji', 'zi'],
  ['jy', 'zy'],
  ['j', 'zy'],
  ['fu', 'hu'],
  ['ph', 'hu'],
  ['ou', 'o'],
  ['mb', 'nb'],
  ['mp', 'np'],
]

/** Pairs of letters that are taken for one. */
const IMITATIONS: readonly (readonly [from: string, to: string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
]

/** Applies `SOUNDS` within words, joins glides (き+ゃ and kya) and drops doubled letters. */
function mergeSounds(letters: readonly Letter[], digits: Digits): readonly Letter[] {
  // Imitations first and by themselves: `purnps` is read as `pumps` before `mp` sounds like `np`.
  const read = digits === 'as-letters' ? mergeLetters(letters, IMITATIONS) : letters
  return mergeLetters(read, SOUNDS)
}

function mergeLetters(
  letters: readonly Letter[],
  sounds: readonly (readonly [from: string, to: string])[],
): readonly Letter[] {
  const merged: Letter[] = []
  let at = 0
  while (at < letters.length) {
    if (isLengtheningH(letters, at, merged)) {
      at += 1
      continue
    }
    const rule = sounds.find(([from]) => spells(letters, at, from))
    const length = rule?.[0].length ?? 1
    const first = letters[at]
    const last = letters[at + length - 1]
    if (first === undefined || last === undefined) break
    for (const [index, letter] of [...(rule?.[1] ?? first.letter)].entries()) {
      const isApart = index === 0 && first.isApart
      push(merged, { ...first, letter, end: last.end, isApart })
    }
    at += length
  }
  return merged
}

function spells(letters: readonly Letter[], at: number, sound: string): boolean {
  for (let index = 0; index < sound.length; index += 1) {
    const letter = letters[at + index]
    if (letter === undefined || letter.letter !== sound[index]) return false
    if (letter.script === 'han' || (index > 0 && letter.isApart)) return false
  }
  return true
}

/** Adds a letter unless it only lengthens the one before. */
function push(merged: Letter[], letter: Letter): void {
  const before = merged.at(-1)
  const isSound = letter.script === 'latin' || letter.script === 'kana'
  if (before === undefined || letter.isApart || !isSound) {
    merged.push(letter)
    return
  }
  const beforeLast = merged.at(-2)
  if (before.letter === letter.letter || isLongO(before, letter)) {
    merged[merged.length - 1] = { ...before, end: letter.end }
  } else if (letter.letter === 'y' && before.letter === 'i' && beforeLast !== undefined) {
    // き + や is read as a glide: キヤ and キャ name the same company.
    merged[merged.length - 1] = { ...letter, start: before.start, isApart: before.isApart }
  } else merged.push(letter)
}

/** The h of `Ohno` and `Satoh` only lengthens the o: a consonant or nothing follows. */
function isLengtheningH(
  letters: readonly Letter[],
  at: number,
  merged: readonly Letter[],
): boolean {
  const here = letters[at]
  const next = letters[at + 1]
  if (here?.letter !== 'h' || here.isApart || merged.at(-1)?.letter !== 'o') return false
  return next === undefined || next.isApart || !'aiueoy'.includes(next.letter)
}

const isLongO = (before: Letter, letter: Letter): boolean =>
  before.letter === 'o' && letter.letter === 'u'

/** The reduced form of a name as one string, to compare with. */
export function reduceName(name: string, digits: Digits = 'as-digits'): string {
  return reduceText(name, digits)
    .map(({ letter }) => letter)
    .join('')
}
