import type { NameKey } from './name-keys.ts'
import { ORDINARY_WORDS } from './ordinary-words.ts'
import { SCRIPTS, type ReducedText } from './reduced-text.ts'

/** Names of this many reduced letters are recognised inside a longer word, as in a packed local part. */
export const INSIDE_WORD_MIN = 6
/** Kana names of this many reduced letters may be followed by a particle. */
const BEFORE_PARTICLE_MIN = 5
/** Longest gap between two letters of one name: zero-width characters, spaces, marks. */
const GAP_CHARS_MAX = 40

/** Whether the letters of a name that stand at `at` name somebody there, or only happen to follow one another. */
export function isName(text: string, reduced: ReducedText, at: number, name: NameKey): boolean {
  const end = at + name.key.length
  if (hasWideGap(text, reduced, at, end)) return false
  const written = (): string => text.slice(reduced.starts[at], reduced.ends[end - 1])
  if (name.isPart && ORDINARY_WORDS.has(written())) return false
  if (name.hasInitial === true && /[\n\r]/u.test(written())) return false
  const isWhole = name.hasInitial === true || name.isGuess === true
  const isLong = name.key.length >= INSIDE_WORD_MIN && !isWhole
  return isLong || (startsWord(reduced, at) && endsWord(reduced, end, name))
}

function hasWideGap(text: string, reduced: ReducedText, at: number, end: number): boolean {
  const { starts, ends, isApart } = reduced
  for (let index = at + 1; index < end; index += 1) {
    if (isApart[index] !== 1) continue
    const gap = text.slice(ends[index - 1], starts[index])
    if (gap.length > GAP_CHARS_MAX || /["{}<>]|\n\s*\n/u.test(gap)) return true
  }
  return false
}

function startsWord({ scripts, isApart }: ReducedText, at: number): boolean {
  const [before, here] = [scripts[at - 1], scripts[at]]
  if (before === undefined || isApart[at] === 1 || here === SCRIPTS.han) return true
  return before !== here || before === SCRIPTS.digit
}

function endsWord({ scripts, isApart, length }: ReducedText, end: number, name: NameKey): boolean {
  if (end >= length) return true
  const [last, next] = [scripts[end - 1], scripts[end]]
  if (isApart[end] === 1 || last === SCRIPTS.han) return true
  if (last === SCRIPTS.kana && name.key.length >= BEFORE_PARTICLE_MIN) return true
  return next !== last
}
