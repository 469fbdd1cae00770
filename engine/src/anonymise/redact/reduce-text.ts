import { rotateCode, toRot13 } from '../../codes/rot13.ts'
import type { Digits } from './letter.ts'
import { mergeSounds } from './merge-sounds.ts'
import { reduceCharacter, type ReducedCharacter } from './reduce-character.ts'
import { inReadingRoom, type ReadingRoom } from './reading-room.ts'
import { joinUnits, type ReducedLetters, SCRIPTS, type ReducedText } from './reduced-text.ts'
import type { Characters } from './split-characters.ts'

/** In which way the letters of a text are taken: as they stand, or as attackers hide a name in a link. */
export type Reading = Digits | 'backwards' | 'rotated'

/**
 * Reduces text to one spelling for all spellings: kana and romaji become one romanisation without long
 * vowels and doubled letters, old kanji become new ones, accents, width, case and homoglyphs go.
 * 「キタハマ」, 「きたはま」, `Kitahama` and `ＫＩＴＡＨＡＭＡ` all reduce to `kitahama`.
 * The text is split once for all its readings. What `use` is given holds while it runs: the next reading is written
 * over it.
 */
export function readText<Found>(
  text: string,
  readings: readonly Reading[],
  use: (reduced: ReducedText, reading: Reading) => readonly Found[],
): Found[] {
  if (readings.length === 0) return []
  return inReadingRoom((room) => {
    room.characters.split(text)
    return readings.flatMap((reading) => use(readLetters(room, reading), reading))
  })
}

/** What a reading reads, to compare with what was reduced; positions of the letters are those of this. */
export function writeReading(text: string, reading: Reading): string {
  if (reading === 'backwards') return [...text].reverse().join('')
  return reading === 'rotated' ? toRot13(text) : text
}

/** The reduced form of a name as one string, to compare with. */
export function reduceName(name: string, digits: Digits = 'as-digits'): string {
  return inReadingRoom((room) => {
    room.characters.split(name)
    return readLetters(room, digits).join()
  })
}

function readLetters(room: ReadingRoom, reading: Reading): ReducedLetters {
  const { characters, letters } = room
  const isBackwards = reading === 'backwards'
  const { codes, starts, ends, length, text } = characters
  letters.length = 0
  let isApart = 1
  for (let index = 0; index < length; index += 1) {
    const at = isBackwards ? length - 1 - index : index
    const reduced = toRepeated(codes[at] ?? 0, letters) ?? reduceAt(characters, at, reading)
    if (reduced === undefined) {
      isApart = 1
      continue
    }
    const [start, end] = [starts[at] ?? 0, ends[at] ?? 0]
    const from = isBackwards ? text.length - end : start
    const to = isBackwards ? text.length - start : end
    for (let letter = 0; letter < reduced.letters.length; letter += 1) {
      letters.push(reduced.letters.charCodeAt(letter), reduced.script, from, to, isApart)
      isApart = 0
    }
  }
  return mergeSounds(room, toDigits(reading))
}

const toDigits = (reading: Reading): Digits =>
  reading === 'as-letters' ? 'as-letters' : 'as-digits'

function reduceAt(
  characters: Characters,
  at: number,
  reading: Reading,
): ReducedCharacter | undefined {
  const digits = toDigits(reading)
  if (characters.isBare[at] === 1) {
    const code = characters.codes[at] ?? 0
    return reduceCode(reading === 'rotated' ? rotateCode(code) : code, digits)
  }
  const seen = characters.seen(at)
  return reduceCharacter(reading === 'rotated' ? toRot13(seen) : seen, digits)
}

/** 佐々木 and 佐佐木 are one name. */
function toRepeated(code: number, letters: ReducedLetters): ReducedCharacter | undefined {
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
