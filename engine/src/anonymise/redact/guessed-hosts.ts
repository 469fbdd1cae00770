import { memoiseByContent } from '../../memoise.ts'
import { isLureWord } from '../../register/lure-words.ts'
import type { Traces } from '../traces.ts'
import type { ImitationIndex } from './find-imitated.ts'
import { listGuesses } from './list-guesses.ts'

/** One for each set of providers that a hub works on in one hour. */
const INDEXES_KEPT = 4

/**
 * Whom a host tells of by a word with which a name or a domain of theirs may begin, and which may be any word as well: all
 * that stands between two signs, with or without what forgers add (`ardent-login`, `ardentlogin`), for `ardently.test`
 * tells of nobody (T11).
 */
export const buildGuessedHosts = memoiseByContent(({ organisations }: Traces): ImitationIndex => {
  const owners = new Map(
    organisations.flatMap(({ id, ...called }) =>
      listGuesses(called).map((word): [string, string] => [word, id]),
    ),
  )
  return (domain) => {
    for (const piece of domain.split(PIECE_ENDS)) {
      const owner = ownerOfPiece(piece, owners)
      if (owner !== undefined) return owner
    }
    return undefined
  }
}, INDEXES_KEPT)

const PIECE_ENDS = /[^a-z\d]+/u

function ownerOfPiece(piece: string, owners: ReadonlyMap<string, string>): string | undefined {
  for (let at = 0; at <= piece.length; at += 1) {
    const [before, behind] = [piece.slice(0, at), piece.slice(at)]
    const [first, last] = [owners.get(before), owners.get(behind)]
    if (first !== undefined && isAdded(behind)) return first
    if (last !== undefined && isAdded(before)) return last
  }
  return undefined
}

const isAdded = (word: string): boolean => word === '' || isLureWord(word)
