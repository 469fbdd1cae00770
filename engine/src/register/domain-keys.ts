import type { IndexedWord } from './deletion-index.ts'
import { listMovableWords } from './compare-domains.ts'
import { toSkeleton } from './skeleton.ts'

/** The three ways in which a domain is looked up; words of different kinds never meet. */
export const KEY_KINDS = { label: 1, flat: 2, bag: 3 } as const

/** Two letter edits are believed only in labels this long; see `imitationCostMax`. */
const TWO_EDITS_LETTERS_MIN = 10
/** Longer labels are compared with one edit only: the forms of a word grow with its square. */
const TWO_EDITS_LETTERS_MAX = 15

/** The keys under which a protected domain is stored. */
export function listDomainKeys(label: string, suffix: string, id: number): IndexedWord[] {
  const word = toSkeleton(label)
  const isLong = word.length >= TWO_EDITS_LETTERS_MIN && word.length <= TWO_EDITS_LETTERS_MAX
  return [
    { kind: KEY_KINDS.label, word, deletions: isLong ? 2 : 1, id },
    ...listWithoutJoiningWord(word, id),
    { kind: KEY_KINDS.flat, word: toFlatKey(`${label}.${suffix}`), deletions: 1, id },
    { kind: KEY_KINDS.bag, word: toBagKey(`${label}.${suffix}`), deletions: 1, id },
  ]
}

/** How many letters to delete when asking for this label: an edited one may be two longer or shorter. */
export function deletionsForQuestion(word: string): number {
  const isLong =
    word.length >= TWO_EDITS_LETTERS_MIN - 2 && word.length <= TWO_EDITS_LETTERS_MAX + 2
  return isLong ? 2 : 1
}

/** The whole name without dots and hyphens: `x-co.example` and `x.co.example` meet here. */
export function toFlatKey(name: string): string {
  return toSkeleton(name).replaceAll('.', '')
}

/** The name's words in sorted order: `x.com.cc` and `x-cc.com` meet here. */
export function toBagKey(name: string): string {
  return listMovableWords(name)
    .map((word) => toSkeleton(word.text))
    .sort()
    .join('.')
}

/** `bathandbodyworks` is also asked for as `bathbodyworks`. */
function listWithoutJoiningWord(word: string, id: number): IndexedWord[] {
  const at = word.indexOf('and', JOINED_LETTERS_MIN)
  if (at < 0 || at > word.length - 3 - JOINED_LETTERS_MIN) return []
  const short = word.slice(0, at) + word.slice(at + 3)
  return [{ kind: KEY_KINDS.label, word: short, deletions: 1, id }]
}

/** Letters on both sides below which `and` is part of a word, as in `sandra`. */
const JOINED_LETTERS_MIN = 4
