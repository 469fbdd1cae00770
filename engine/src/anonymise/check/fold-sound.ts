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
  const folded = foldOutgoing(text, 'sound')
  const { units, at, after } = folded
  const out = new SoundWriter(units.length)
  // Two words stay two: the s of `regards` is no part of Hiroshi.
  const isBeside = (index: number): boolean => {
    const [end = 0, start = 0] = [after[index], at[index + 1]]
    return start <= end || !/\s/u.test(text.slice(end, start))
  }
  let joins = false
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index] ?? 0
    out.turnTo(at[index] ?? 0, after[index] ?? 0, joins)
    joins = isBeside(index)
    if (unit < A || unit > Z) {
      out.pushOther(unit)
      continue
    }
    const next = joins ? (units[index + 1] ?? 0) : 0
    // Only before these does the letter after the next one count.
    const isPair = next === H || (unit === T && (next === C || next === S))
    const third = isPair && isBeside(index + 1) ? (units[index + 2] ?? 0) : 0
    if (isPair && pushPair(out, folded, index, third)) {
      if (unit === T && next === C) continue
      index += 1
      joins = isBeside(index)
    } else pushLetter(out, unit, next)
  }
  return out.finish()
}

const isVowel = (unit: number): boolean =>
  unit === A || unit === I || unit === U || unit === E || unit === O
const isGlide = (unit: number): boolean => isVowel(unit) || unit === Y

/** Two letters that are one sound in some system. False when they are two; `tch` loses its `t` alone. */
function pushPair(
  out: SoundWriter,
  { units, at, after }: Folded,
  index: number,
  third: number,
): boolean {
  const [unit, next] = [units[index] ?? 0, units[index + 1] ?? 0]
  const end = after[index + 1] ?? 0
  if (unit === T && next === C) return third === H
  if ((unit === S || unit === C) && next === H && isGlide(third)) {
    out.push(unit === S ? S : T)
    out.turnTo(at[index + 1] ?? 0, end, true)
    out.push(Y)
    return true
  }
  const isTsu = unit === T && next === S && third === U
  const isLong = unit === O && next === H && !isVowel(third) && third !== Y
  if (isTsu || isLong) out.push(unit, end)
  return isTsu || isLong
}

/** One letter in the spelling that all systems meet in. */
function pushLetter(out: SoundWriter, unit: number, next: number): void {
  if (unit === J) {
    out.push(Z)
    out.push(Y)
  } else if (unit === F || unit === V) {
    out.push(unit === F ? H : B)
    if (next !== U) out.push(U)
  } else if (unit === D && (next === I || next === U || next === Y || next === Z)) {
    if (next !== Z) out.push(Z)
  } else if (unit === M && (next === B || next === P || next === M)) out.push(N)
  else if (unit === W && next === O) return
  else if (unit === W && (next === I || next === E)) out.push(U)
  else out.push(unit)
}

/** Sounds in the making: long vowels and doubled letters are written once; `kiya` and `kya`, `she` and `sie` meet. */
class SoundWriter {
  readonly #out: FoldedText
  #start = 0
  #end = 0
  #joins = false

  constructor(size: number) {
    this.#out = new FoldedText(size)
  }

  /** The character whose sounds follow, and whether it stands beside the one before. */
  turnTo(start: number, end: number, joins: boolean): void {
    this.#start = start
    this.#end = end
    this.#joins = joins
  }

  /** What has no sound of its own: kanji, digits. */
  pushOther(unit: number): void {
    this.#out.push(unit, this.#start, this.#end)
  }

  push(unit: number, end: number = this.#end): void {
    const out = this.#out
    const last = this.#joins || out.start === this.#start ? out.last : 0
    if (unit === last || (unit === U && last === O)) out.turnLast(last, end)
    else if (last === Y && unit === I) out.turnLast(I, end)
    else if (last === Y && unit === E) {
      out.turnLast(I, out.end)
      out.push(E, this.#start, end)
    } else if (last === I && unit === Y) out.turnLast(Y, end)
    else out.push(unit, this.#start, end)
  }

  finish(): Folded {
    return this.#out.finish()
  }
}

/** The sound alone, for spellings. */
export function soundOf(text: string): string {
  return String.fromCharCode(...foldSound(text.slice(0, 1000)).units)
}
