import type { Digits } from './letter.ts'
import { mergeSounds } from './merge-sounds.ts'
import { reduceCharacter, type ReducedCharacter } from './reduce-character.ts'
import { joinUnits, ReducedLetters, SCRIPTS, type ReducedText } from './reduced-text.ts'
import { splitCharacters, withoutInvisible } from './split-characters.ts'

/**
 * Reduces text to one spelling for all spellings: kana and romaji become one romanisation without long
 * vowels and doubled letters, old kanji become new ones, accents, width, case and homoglyphs go.
 * 「キタハマ」, 「きたはま」, `Kitahama` and `ＫＩＴＡＨＡＭＡ` all reduce to `kitahama`.
 */
export const reduceText = (text: string, digits: Digits = 'as-digits'): ReducedText =>
  readLetters(text, digits).finish()

/** The reduced form of a name as one string, to compare with. */
export const reduceName = (name: string, digits: Digits = 'as-digits'): string =>
  readLetters(name, digits).join()

/** Room for one text at a time. */
const letters = new ReducedLetters()

function readLetters(text: string, digits: Digits): ReducedLetters {
  letters.length = 0
  let isApart = 1
  splitCharacters(text, (code, start, end, isBare) => {
    const reduced =
      toRepeated(code) ??
      (isBare
        ? reduceCode(code, digits)
        : reduceCharacter(withoutInvisible(text.slice(start, end)), digits))
    if (reduced === undefined) isApart = 1
    else
      for (let at = 0; at < reduced.letters.length; at += 1) {
        letters.push(reduced.letters.charCodeAt(at), reduced.script, start, end, isApart)
        isApart = 0
      }
  })
  return mergeSounds(letters, digits)
}

/** 佐々木 and 佐佐木 are one name. */
function toRepeated(code: number): ReducedCharacter | undefined {
  if (code !== 0x3005 && code !== 0x303b) return undefined
  const last = letters.length - 1
  if (last < 0 || letters.scripts[last] !== SCRIPTS.han) return undefined
  const isPair = ((letters.units[last] ?? 0) & 0xfc00) === 0xdc00
  const units = letters.units.subarray(isPair ? last - 1 : last, last + 1)
  return { letters: joinUnits(units), script: SCRIPTS.han }
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
