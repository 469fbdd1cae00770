import { KANA_ROMAJI } from './kana-romaji.ts'
import type { Digits, Letter, Script } from './letter.ts'
import { mergeSounds } from './merge-sounds.ts'
import { SAME_LETTER, toPlainLetter } from './same-letter.ts'

/**
 * Reduces text to one spelling for all spellings: kana and romaji become one romanisation without long
 * vowels and doubled letters, old kanji become new ones, accents, width, case and homoglyphs go.
 * 「キタハマ」, 「きたはま」, `Kitahama` and `ＫＩＴＡＨＡＭＡ` all reduce to `kitahama`.
 */
export function reduceText(text: string, digits: Digits = 'as-digits'): readonly Letter[] {
  const letters: Letter[] = []
  let isApart = true
  for (const { written, start, end } of splitCharacters(text)) {
    const reduced = toRepeated(written, letters.at(-1)) ?? reduceCharacter(written, digits)
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

interface Reduced {
  readonly letters: string
  readonly script: Script
}

/** 佐々木 and 佐佐木 are one name. */
const toRepeated = (written: string, before: Letter | undefined): Reduced | undefined =>
  /^[々〻]/u.test(written) && before?.script === 'han'
    ? { letters: before.letter, script: 'han' }
    : undefined

interface Character {
  readonly written: string
  readonly start: number
  readonly end: number
}

/** Characters that show nothing: format controls, and the fillers of Hangul, which count as letters (UTS #39). */
const INVISIBLE = String.raw`\p{Cf}\u115f\u1160\u3164\uffa0`
const CHARACTER = new RegExp(
  String.raw`[^ﾞﾟ\p{Mn}\p{Me}${INVISIBLE}][ﾞﾟ\p{Mn}\p{Me}${INVISIBLE}]{0,8}`,
  'gsu',
)
const NOTHING = new RegExp(`[${INVISIBLE}]`, 'gu')

/** Characters with their voicing marks; invisible ones belong to the one before. */
function* splitCharacters(text: string): Generator<Character> {
  for (const match of text.matchAll(CHARACTER)) {
    const written = match[0].replace(NOTHING, '')
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

function reduceCharacter(written: string, digits: Digits): Reduced | undefined {
  const plain = (toPlainLetter(written) ?? written).normalize('NFKC').toLowerCase()
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

/** The reduced form of a name as one string, to compare with. */
export function reduceName(name: string, digits: Digits = 'as-digits'): string {
  return reduceText(name, digits)
    .map(({ letter }) => letter)
    .join('')
}
