import type { Digits } from './letter.ts'
import type { ReadingRoom } from './reading-room.ts'
import { type ReducedLetters, SCRIPTS } from './reduced-text.ts'

/** Letters that sound or look like others. */
interface Sound {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Sounds by the letter they begin with, which most letters of a text are not. */
type Sounds = readonly (readonly Sound[] | undefined)[]

function byFirst(pairs: readonly (readonly [from: string, to: string])[]): Sounds {
  const sounds: Sound[][] = []
  for (const [from, to] of pairs) {
    const sound = { from: toUnits(from), to: toUnits(to) }
    const first = from.charCodeAt(0)
    sounds[first] = [...(sounds[first] ?? []), sound]
  }
  return Array.from(sounds)
}

const toUnits = (letters: string): readonly number[] =>
  [...letters].map((letter) => letter.charCodeAt(0))

/** Romanisations to Kunrei, then one letter for each long or doubled one. Longest first. */
const SOUNDS = byFirst([
  ['cch', 'ty'],
  ['dzu', 'zu'],
  ['shi', 'si'],
  ['chi', 'ti'],
  ['tsu', 'tu'],
  ['sh', 'sy'],
  ['ch', 'ty'],
  ['ji', 'zi'],
  ['jy', 'zy'],
  ['j', 'zy'],
  ['du', 'zu'],
  ['fu', 'hu'],
  ['ph', 'hu'],
  ['ou', 'o'],
  ['mb', 'nb'],
  ['mp', 'np'],
])

/** Pairs of letters that are taken for one. */
const IMITATIONS = byFirst([
  ['rn', 'm'],
  ['vv', 'w'],
])

/** Applies `SOUNDS` within words to the letters of a room, joins glides (き+ゃ and kya) and drops doubled letters. */
export function mergeSounds(
  { letters, read, merged }: ReadingRoom,
  digits: Digits,
): ReducedLetters {
  // Imitations first and by themselves: `purnps` is read as `pumps` before `mp` sounds like `np`.
  const source = digits === 'as-letters' ? mergeLetters(letters, IMITATIONS, read) : letters
  return mergeLetters(source, SOUNDS, merged)
}

function mergeLetters(
  letters: ReducedLetters,
  sounds: Sounds,
  into: ReducedLetters,
): ReducedLetters {
  const { units, scripts, starts, ends, isApart, length } = letters
  into.length = 0
  let at = 0
  while (at < length) {
    const unit = units[at] ?? 0
    const apart = isApart[at] ?? 0
    if (unit === H && apart === 0 && isLengtheningH(letters, at, into)) {
      at += 1
      continue
    }
    const [script, start] = [scripts[at] ?? 0, starts[at] ?? 0]
    const sound = unit < sounds.length ? findSound(letters, at, sounds[unit]) : undefined
    const last = at + (sound?.from.length ?? 1) - 1
    const end = ends[last] ?? 0
    if (sound === undefined) push(into, unit, script, start, end, apart)
    else
      for (let index = 0; index < sound.to.length; index += 1)
        push(into, sound.to[index] ?? 0, script, start, end, index === 0 ? apart : 0)
    at = last + 1
  }
  return into
}

function findSound(
  letters: ReducedLetters,
  at: number,
  sounds: readonly Sound[] | undefined,
): Sound | undefined {
  if (sounds === undefined) return undefined
  // Every other letter of a text is asked about: a closure for each would cost more than the comparison.
  for (const sound of sounds) if (spells(letters, at, sound.from)) return sound
  return undefined
}

function spells(letters: ReducedLetters, at: number, sound: readonly number[]): boolean {
  if (at + sound.length > letters.length) return false
  for (let index = 0; index < sound.length; index += 1) {
    if (letters.units[at + index] !== sound[index]) return false
    if (letters.scripts[at + index] === SCRIPTS.han) return false
    if (index > 0 && letters.isApart[at + index] === 1) return false
  }
  return true
}

const [A, E, H, I, O, U, Y, F, W] = [0x61, 0x65, 0x68, 0x69, 0x6f, 0x75, 0x79, 0x66, 0x77]
const isVowel = (unit: number): boolean =>
  unit === A || unit === I || unit === U || unit === E || unit === O
/** Small kana are written as capitals. */
const isCapital = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a

/** Adds a letter unless it only lengthens or changes the one before. */
function push(
  into: ReducedLetters,
  unit: number,
  script: number,
  start: number,
  end: number,
  isApart: number,
): void {
  const before = into.length === 0 ? 0 : (into.units[into.length - 1] ?? 0)
  const isSound = script === SCRIPTS.latin || script === SCRIPTS.kana
  if (script === SCRIPTS.kana && isCapital(unit)) {
    pushSmall(into, unit + 0x20, start, end, isApart)
  } else if (before === 0 || isApart === 1 || !isSound) into.push(unit, script, start, end, isApart)
  else if (before === unit || (before === O && unit === U)) into.lengthen(end)
  // き + や is read as a glide: キヤ and キャ name the same company.
  else if (unit === Y && before === I && into.length > 1) into.turnLast(Y, script, end)
  else into.push(unit, script, start, end, isApart)
}

/** A small kana takes the place of the vowel before it: ファ is fa, シェ is sye, ティ is ti, ウィ is wi. */
function pushSmall(
  into: ReducedLetters,
  unit: number,
  start: number,
  end: number,
  isApart: number,
): void {
  const last = into.length - 1
  const [before, vowel] = [last < 1 ? 0 : into.units[last - 1], last < 0 ? 0 : into.units[last]]
  if (vowel === undefined || isApart === 1 || !isVowel(vowel)) {
    into.push(unit, SCRIPTS.kana, start, end, isApart)
    return
  }
  if (vowel === unit) return into.lengthen(end)
  const isBare = before === undefined || before === 0 || into.isApart[last] === 1 || isVowel(before)
  if (unit === Y) into.turnLast(Y, SCRIPTS.kana, end)
  else if (isBare || vowel === I) {
    into.turnLast(vowel === I ? Y : W, SCRIPTS.kana, end)
    into.push(unit, SCRIPTS.kana, start, end, 0)
  } else {
    // ふ is written hu, but ファ is fa.
    if (before === H && vowel === U) into.units[last - 1] = F
    into.turnLast(unit, SCRIPTS.kana, end)
  }
}

/** The h of `Ohno` and `Satoh` only lengthens the o: a consonant or nothing follows. */
function isLengtheningH(letters: ReducedLetters, at: number, into: ReducedLetters): boolean {
  if (into.length === 0 || into.units[into.length - 1] !== O) return false
  if (at + 1 >= letters.length || letters.isApart[at + 1] === 1) return true
  const next = letters.units[at + 1] ?? 0
  return !(isVowel(next) || next === Y)
}
