import { Refusal } from '../refusals.ts'
import { ATTEMPTS_AT_ONCE_MAX, CHECKS_AT_ONCE_MAX } from './limits.ts'

let running = 0
const known: (() => void)[] = []
const strangers: (() => void)[] = []

/**
 * Runs expensive checks a few at a time, so that a flood of guesses fills neither memory nor processors. Whoever
 * signed in before in the same browser stands in a line of their own, which goes first: a flood does not keep them out.
 */
export async function takeTurn<T>(check: () => Promise<T>, isKnown = false): Promise<T> {
  if (running >= CHECKS_AT_ONCE_MAX) {
    const line = isKnown ? known : strangers
    if (line.length >= ATTEMPTS_AT_ONCE_MAX)
      throw new Refusal('slow-down', { retryAfterSeconds: 10 })
    await new Promise<void>((resolve) => line.push(resolve))
  }
  running += 1
  try {
    return await check()
  } finally {
    running -= 1
    const next = known.shift() ?? strangers.shift()
    next?.()
  }
}
