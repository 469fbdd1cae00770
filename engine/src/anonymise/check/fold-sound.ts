import { foldOutgoing } from './fold-outgoing.ts'
import { type Folded, FoldedText } from './folded-text.ts'

/** Codes of the letters, so that the rules below can be read. */
const [A, B, C, D, E, F, H] = [97, 98, 99, 100, 101, 102, 104]
const [I, J, M, N, O, P, S, T, U, V, W, Y, Z] = [
  105, 106, 109, 110, 111, 112, 115, 116, 117, 118, 119, 121, 122,
]

/**
 * Text reduced to how it sounds: kana become Latin letters, and Hepburn, Kunrei, Nihon-shiki and what is
 * typed on a keyboard meet in one spelling without long vowels and doubled letters. Satō, Satou, Satoh and
 * さとう are the same; so are Shinjirou and Sinziro, in whatever mixture of systems.
 */
export function foldSound(text: string): Folded {
  const { units, at, after } = foldOutgoing(text, 'sound')
  const out = new FoldedText(units.length)
  // Two words stay two: the s of `regards` is no part of Hiroshi.
  const isBeside = (index: number): boolean => {
    const [end = 0, start = 0] = [after[index], at[index + 1]]
    return index >= 0 && (start <= end || !/\s/u.test(text.slice(end, start)))
  }
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index] ?? 0
    const [start, end] = [at[index] ?? 0, after[index] ?? 0]
    const next = isBeside(index) ? (units[index + 1] ?? 0) : 0
    const third = next !== 0 && isBeside(index + 1) ? (units[index + 2] ?? 0) : 0
    const joins = isBeside(index - 1)
    const push = (letter: number, to = end): void => pushSound(out, letter, start, to, joins)
    if (unit === T && next === C && third === H) continue
    if ((unit === S || unit === C) && next === H && isGlide(third)) {
      push(unit === S ? S : T)
      pushSound(out, Y, at[index + 1] ?? start, after[index + 1] ?? end, true)
      index += 1
    } else if (unit === T && next === S && third === U) {
      push(T, after[index + 1])
      index += 1
    } else if (unit === O && next === H && !isVowel(third) && third !== Y) {
      push(O, after[index + 1])
      index += 1
    } else pushLetter(push, unit, next)
  }
  return out.finish()
}

const isVowel = (unit: number): boolean =>
  unit === A || unit === I || unit === U || unit === E || unit === O
const isGlide = (unit: number): boolean => isVowel(unit) || unit === Y

/** One letter in the spelling that all systems meet in. */
function pushLetter(push: (letter: number) => void, unit: number, next: number): void {
  if (unit === J) {
    push(Z)
    push(Y)
  } else if (unit === F || unit === V) {
    push(unit === F ? H : B)
    if (next !== U) push(U)
  } else if (unit === D && (next === I || next === U || next === Y || next === Z)) {
    if (next !== Z) push(Z)
  } else if (unit === M && (next === B || next === P || next === M)) push(N)
  else if (unit === W && next === O) return
  else if (unit === W && (next === I || next === E)) push(U)
  else push(unit)
}

/** Long vowels and doubled letters are written once; `kiya` and `kya`, `she` and `sie` meet. */
function pushSound(
  out: FoldedText,
  unit: number,
  start: number,
  end: number,
  joins: boolean,
): void {
  const last = joins || out.start === start ? out.last : 0
  const isRepeated = unit === last && unit >= A && unit <= Z
  if (isRepeated || (unit === U && last === O)) out.turnLast(last, end)
  else if (last === Y && unit === I) out.turnLast(I, end)
  else if (last === Y && unit === E) {
    out.turnLast(I, out.end)
    out.push(E, start, end)
  } else if (last === I && unit === Y) out.turnLast(Y, end)
  else out.push(unit, start, end)
}

/** The sound alone, for spellings. */
export function soundOf(text: string): string {
  return String.fromCharCode(...foldSound(text.slice(0, 1000)).units)
}
