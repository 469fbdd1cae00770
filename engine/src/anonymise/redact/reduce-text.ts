import type { Digits, Letter } from './letter.ts'
import { mergeSounds } from './merge-sounds.ts'
import { reduceCharacter, type ReducedCharacter } from './reduce-character.ts'
import { splitCharacters, withoutInvisible } from './split-characters.ts'

/**
 * Reduces text to one spelling for all spellings: kana and romaji become one romanisation without long
 * vowels and doubled letters, old kanji become new ones, accents, width, case and homoglyphs go.
 * 「キタハマ」, 「きたはま」, `Kitahama` and `ＫＩＴＡＨＡＭＡ` all reduce to `kitahama`.
 */
export function reduceText(text: string, digits: Digits = 'as-digits'): readonly Letter[] {
  const letters: Letter[] = []
  let isApart = true
  splitCharacters(text, (code, start, end, isBare) => {
    const reduced =
      toRepeated(code, letters) ??
      (isBare
        ? reduceCode(code, digits)
        : reduceCharacter(withoutInvisible(text.slice(start, end)), digits))
    if (reduced === undefined) isApart = true
    else
      for (const letter of reduced.letters) {
        letters.push({ letter, script: reduced.script, start, end, isApart })
        isApart = false
      }
  })
  return mergeSounds(letters, digits)
}

/** The reduced form of a name as one string, to compare with. */
export function reduceName(name: string, digits: Digits = 'as-digits'): string {
  return joinLetters(reduceText(name, digits))
}

export function joinLetters(letters: readonly Letter[]): string {
  let joined = ''
  for (const { letter } of letters) joined += letter
  return joined
}

/** 佐々木 and 佐佐木 are one name. */
function toRepeated(code: number, letters: readonly Letter[]): ReducedCharacter | undefined {
  if (code !== 0x3005 && code !== 0x303b) return undefined
  const before = letters.at(-1)
  return before?.script === 'han' ? { letters: before.letter, script: 'han' } : undefined
}

/** Reduced characters of the basic plane, filled as met; `null` is no letter. */
type Known = (ReducedCharacter | null | undefined)[]
const newKnown = (): Known => Array.from({ length: 0x10000 }, () => undefined)
const known: Readonly<Record<Digits, Known>> = { 'as-digits': newKnown(), 'as-letters': newKnown() }

function reduceCode(code: number, digits: Digits): ReducedCharacter | undefined {
  const before = known[digits][code]
  if (before !== undefined) return before ?? undefined
  const reduced = reduceCharacter(String.fromCodePoint(code), digits)
  if (code <= 0xffff) known[digits][code] = reduced ?? null
  return reduced
}
