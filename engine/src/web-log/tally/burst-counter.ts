import { limits } from '../../limits.ts'

interface Burst {
  window: number
  inWindow: number
  /** Those that no other mark had given away. */
  plain: number
  answered: number
}

/** What a request adds to a burst: nothing, everything so far in its window, or itself. */
export interface BurstGrowth {
  readonly count: number
  readonly plain: number
  readonly answered: number
}

const NONE: BurstGrowth = { count: 0, plain: 0, answered: 0 }

/**
 * Tells when one source does the same thing too often: so many times within ten minutes by the clock. The requests
 * before the one that crosses the line are counted with it.
 */
export class BurstCounter {
  private bursts = new Map<string, Burst>()

  grow(
    key: string,
    at: number,
    {
      threshold,
      isPlain,
      isAnswered,
    }: { threshold: number; isPlain: boolean; isAnswered: boolean },
  ): BurstGrowth {
    const window = Math.floor(at / limits.logBurstWindowMs)
    let burst = this.bursts.get(key)
    if (burst?.window !== window) burst = this.open(key, window)
    burst.inWindow++
    if (isPlain) burst.plain++
    if (isAnswered) burst.answered++
    if (burst.inWindow < threshold) return NONE
    if (burst.inWindow === threshold)
      return { count: threshold, plain: burst.plain, answered: burst.answered }
    return { count: 1, plain: isPlain ? 1 : 0, answered: isAnswered ? 1 : 0 }
  }

  /** When there are too many, those that have been quiet longest are forgotten. */
  private open(key: string, window: number): Burst {
    if (this.bursts.size >= limits.logBurstsMax) {
      const newest = [...this.bursts].sort(
        (a, b) => b[1].window - a[1].window || b[1].inWindow - a[1].inWindow,
      )
      this.bursts = new Map(newest.slice(0, limits.logBurstsMax / 2))
    }
    const burst = { window, inWindow: 0, plain: 0, answered: 0 }
    this.bursts.set(key, burst)
    return burst
  }
}
