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
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index] ?? 0
    const [start, end] = [at[index] ?? 0, after[index] ?? 0]
    const [next = 0, third = 0] = [units[index + 1], units[index + 2]]
    // Vowels are the letter of a kana too, so only what follows decides about digraphs.
    if (unit === T && next === C && third === H) continue
    if ((unit === S || unit === C) && next === H && isGlide(third)) {
      pushSound(out, unit === S ? S : T, start, end)
      pushSound(out, Y, at[index + 1] ?? start, after[index + 1] ?? end)
      index += 1
    } else if (unit === T && next === S && third === U) {
      pushSound(out, T, start, after[index + 1] ?? end)
      index += 1
    } else if (unit === O && next === H && !isVowel(third) && third !== Y) {
      pushSound(out, O, start, after[index + 1] ?? end)
      index += 1
    } else pushLetter(out, unit, next, start, end)
  }
  return out.finish()
}

const isVowel = (unit: number): boolean =>
  unit === A || unit === I || unit === U || unit === E || unit === O
const isGlide = (unit: number): boolean => isVowel(unit) || unit === Y

/** One letter in the spelling that all systems meet in. */
function pushLetter(out: FoldedText, unit: number, next: number, start: number, end: number): void {
  const push = (letter: number): void => pushSound(out, letter, start, end)
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
function pushSound(out: FoldedText, unit: number, start: number, end: number): void {
  const { last } = out
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
