import type { Digits, Letter } from './letter.ts'

type Sound = readonly [from: string, to: string]
/** Sounds by the letter they begin with, which most letters of a text are not. */
type Sounds = ReadonlyMap<string, readonly Sound[]>

function byFirst(sounds: readonly Sound[]): Sounds {
  const first = new Map<string, Sound[]>()
  for (const sound of sounds) {
    const [letter = ''] = sound[0]
    first.set(letter, [...(first.get(letter) ?? []), sound])
  }
  return first
}

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

/** Applies `SOUNDS` within words, joins glides (き+ゃ and kya) and drops doubled letters. */
export function mergeSounds(letters: readonly Letter[], digits: Digits): readonly Letter[] {
  // Imitations first and by themselves: `purnps` is read as `pumps` before `mp` sounds like `np`.
  const read = digits === 'as-letters' ? mergeLetters(letters, IMITATIONS) : letters
  return mergeLetters(read, SOUNDS)
}

function mergeLetters(letters: readonly Letter[], sounds: Sounds): readonly Letter[] {
  const merged: Letter[] = []
  let at = 0
  for (let first = letters[at]; first !== undefined; first = letters[at]) {
    if (isLengtheningH(letters, at, merged)) {
      at += 1
      continue
    }
    const sound = sounds.get(first.letter)?.find(([from]) => spells(letters, at, from))
    if (sound === undefined) push(merged, first)
    else pushSound(merged, first, letters[at + sound[0].length - 1] ?? first, sound[1])
    at += sound?.[0].length ?? 1
  }
  return merged
}

/** Puts the letters of a sound in the place of those from `first` to `last`. */
function pushSound(merged: Letter[], first: Letter, last: Letter, sound: string): void {
  for (const [index, letter] of [...sound].entries()) {
    push(merged, { ...first, letter, end: last.end, isApart: index === 0 && first.isApart })
  }
}

function spells(letters: readonly Letter[], at: number, sound: string): boolean {
  for (let index = 0; index < sound.length; index += 1) {
    const letter = letters[at + index]
    if (letter === undefined || letter.letter !== sound[index]) return false
    if (letter.script === 'han' || (index > 0 && letter.isApart)) return false
  }
  return true
}

/** Adds a letter unless it only lengthens or changes the one before. */
function push(merged: Letter[], letter: Letter): void {
  const before = merged.at(-1)
  const isSound = letter.script === 'latin' || letter.script === 'kana'
  if (letter.script === 'kana' && isCapital(letter.letter)) pushSmall(merged, letter)
  else if (before === undefined || letter.isApart || !isSound) merged.push(letter)
  else if (before.letter === letter.letter || isLongO(before, letter)) lengthen(merged, letter)
  else if (letter.letter === 'y' && before.letter === 'i' && merged.length > 1) {
    // き + や is read as a glide: キヤ and キャ name the same company.
    merged[merged.length - 1] = { ...letter, start: before.start, isApart: before.isApart }
  } else merged.push(letter)
}

const isCapital = (letter: string): boolean => letter >= 'A' && letter <= 'Z'

function lengthen(merged: Letter[], { end }: Letter): void {
  const before = merged.at(-1)
  if (before !== undefined) merged[merged.length - 1] = { ...before, end }
}

/** A small kana takes the place of the vowel before it: ファ is fa, シェ is sye, ティ is ti, ウィ is wi. */
function pushSmall(merged: Letter[], small: Letter): void {
  const letter = { ...small, letter: small.letter.toLowerCase() }
  const [before, vowel] = [merged.at(-2), merged.at(-1)]
  if (vowel === undefined || letter.isApart || !/^[aiueo]$/u.test(vowel.letter)) {
    merged.push(letter)
    return
  }
  if (vowel.letter === letter.letter) return lengthen(merged, letter)
  const isBare = before === undefined || vowel.isApart || /^[aiueo]$/u.test(before.letter)
  merged.pop()
  const here = { ...letter, start: vowel.start, isApart: vowel.isApart }
  if (letter.letter === 'y') merged.push(here)
  else if (isBare) merged.push({ ...here, letter: vowel.letter === 'i' ? 'y' : 'w' }, letter)
  else if (vowel.letter === 'i') merged.push({ ...here, letter: 'y' }, letter)
  else {
    // ふ is written hu, but ファ is fa.
    if (before.letter === 'h' && vowel.letter === 'u')
      merged[merged.length - 1] = { ...before, letter: 'f' }
    merged.push(here)
  }
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
