import { isRomaji } from './distinctive-words.ts'
import type { NameMatch } from './match-names.ts'

/**
 * Names of people with the other part beside them, where only one is known: of `Kuroyanagi Yoshie` a mailbox may tell no
 * more than Kuroyanagi. Japanese in Latin letters alone, for behind a name stand other words too (Kuroyanagi Invoice).
 */
export const widenNames = (text: string, matches: readonly NameMatch[]): readonly NameMatch[] =>
  matches.map((match) => {
    const { start, end, name } = match
    if (name.person === undefined || !LATIN.test(text.slice(start, end))) return match
    const [behind = '', given = ''] = BEHIND.exec(text.slice(end, end + NAME_MAX)) ?? []
    if (isGiven(given)) return { ...match, end: end + behind.length }
    const [before = '', other = ''] =
      BEFORE.exec(text.slice(Math.max(0, start - NAME_MAX), start)) ?? []
    return isGiven(other) ? { ...match, start: start - before.length } : match
  })

const LATIN = /^\p{Script=Latin}+$/u
const NAME_MAX = 16
const BEHIND = /^ ([A-Z][a-z]{2,13})(?![\p{L}\d])/u
const BEFORE = /(?<![\p{L}\d])([A-Z][a-z]{2,13}) $/u

/** Whether a word with a capital may be a given name. */
export const isGiven = (word: string): boolean =>
  word.length >= GIVEN_MIN && isRomaji(word.toLowerCase()) && !SHORT_ENGLISH.has(word.toLowerCase())
const GIVEN_MIN = 4
const SHORT_ENGLISH: ReadonlySet<string> = new Set(
  (
    'note home date rate name make take same mode node base more save time site size rise tone zone done gone none hire wire ' +
    'mine mean main rain soon moon noon seen been gain pain here were hope some come none bone rose nose sure pure your hour '
  ).split(' '),
)
