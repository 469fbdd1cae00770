import { Refusal } from '../refusals.ts'
import { ATTEMPTS_AT_ONCE_MAX, CHECKS_AT_ONCE_MAX } from './limits.ts'

let running = 0
const waiting: (() => void)[] = []

/** Runs expensive checks a few at a time, so that a flood of guesses fills neither memory nor processors. */
export async function takeTurn<T>(check: () => Promise<T>): Promise<T> {
  if (running >= CHECKS_AT_ONCE_MAX) {
    if (waiting.length >= ATTEMPTS_AT_ONCE_MAX)
      throw new Refusal('slow-down', { retryAfterSeconds: 10 })
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running += 1
  try {
    return await check()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
