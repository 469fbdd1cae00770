import { isLureWord } from '../../register/lure-words.ts'
import type { Traces } from '../traces.ts'
import { isRomaji } from './distinctive-words.ts'

/** Longer ones are found inside any word; shorter ones stand in too many. */
const LETTERS_MIN = 4
const LETTERS_MAX = 5

/**
 * Whether a word is the mailbox of somebody with an initial or, where it is Japanese, with another name beside it: `ksuda`,
 * `sudak` and `sudakei` for suda@… A link made for one recipient holds the name as whoever made it knows it (T19, T20).
 */
export function buildMailboxWords({ organisations }: Traces): (word: string) => boolean {
  const locals = new Set(
    organisations
      .flatMap(({ people }) => people.flatMap(({ addresses }) => addresses))
      .map((address) => address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase())
      .filter((local) => local.length >= LETTERS_MIN && local.length <= LETTERS_MAX)
      .filter((local) => /^[a-z]+$/u.test(local)),
  )
  const isReading = (local: string): boolean => locals.has(local) && isRomaji(local)
  return (written) => {
    if (locals.size === 0) return false
    const word = written.toLowerCase()
    // Whoever is called erify in Cc would take `verify` out of every link.
    if (isLureWord(word)) return false
    // An s behind a word makes it many.
    if (locals.has(word.slice(1)) || (!word.endsWith('s') && locals.has(word.slice(0, -1))))
      return true
    return LENGTHS.some(
      (length) =>
        (isReading(word.slice(0, length)) && isRomaji(word.slice(length))) ||
        (isReading(word.slice(-length)) && isRomaji(word.slice(0, -length))),
    )
  }
}
const LENGTHS: readonly number[] = [LETTERS_MIN, LETTERS_MAX]
