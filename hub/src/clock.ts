import { setTimeout as pause } from 'node:timers/promises'

/** Time as the hub sees it. Passed in, so that a test can stand on any day and waits for nothing. */
export interface Clock {
  now(): Date
  /** Resolves after this many milliseconds. */
  sleep(ms: number): Promise<void>
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (ms) => {
    await pause(ms)
  },
}

const JAPAN_OFFSET_MS = 9 * 3_600_000

/** Calendar day in Japan, `YYYY-MM-DD`. Japan keeps no summer time, so the offset is constant. */
export function dayInJapan(at: Date): string {
  return new Date(at.getTime() + JAPAN_OFFSET_MS).toISOString().slice(0, 10)
}
