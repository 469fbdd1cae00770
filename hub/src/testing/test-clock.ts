import type { Clock } from '../clock.ts'

/** A clock that stands still until it is moved, and on which sleeping takes no time. */
export interface TestClock extends Clock {
  set(at: Date | string): void
  advance(ms: number): void
  /** Every sleep asked for, in milliseconds. */
  readonly sleeps: readonly number[]
}

export function startTestClock(at: Date | string): TestClock {
  let now = new Date(at).getTime()
  const sleeps: number[] = []
  return {
    now: () => new Date(now),
    sleep: async (ms) => {
      sleeps.push(ms)
    },
    set: (to) => {
      now = new Date(to).getTime()
    },
    advance: (ms) => {
      now += ms
    },
    sleeps,
  }
}
