import { takeTurns } from '../../take-turns.ts'
import type { BulletinIndicator } from '../bulletin-content.ts'

/** Indicators of one bulletin, and letters of them all: with these its longest form is read by the check in seconds. */
const INDICATORS_MAX = 500
const INDICATOR_LETTERS_MAX = 60_000

/**
 * What there is room for beside the sources of logs: a text that is too long to be checked would not go out at all. Each
 * kind of place has its turn, or whoever lists enough senders would leave his links without room.
 */
export function takeRoom(
  found: readonly BulletinIndicator[],
  sources: readonly BulletinIndicator[],
): readonly BulletinIndicator[] {
  let lettersLeft = INDICATOR_LETTERS_MAX
  const turns = takeTurns([...Map.groupBy(found, ({ context }) => context).values()])
  const short = turns.filter(({ value }) => {
    if (value.length <= lettersLeft) lettersLeft -= value.length
    else return false
    return true
  })
  return short.slice(0, INDICATORS_MAX - sources.length)
}
