import { limits } from '../../limits.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Widths a person can name; each is a multiple of the one before. */
const WIDTHS: readonly number[] = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  6 * HOUR,
  DAY,
  7 * DAY,
  28 * DAY,
  364 * DAY,
]

/** Requests over time, in steps that grow with the span. */
export interface Timeline {
  readonly startAt: Date
  readonly stepMs: number
  /** Requests in each step, and those among them that probe. */
  readonly requests: readonly number[]
  readonly probes: readonly number[]
  /** Requests whose time lies far from all others, left out so that the picture shows something. */
  readonly outside: number
}

interface Bucket {
  requests: number
  probes: number
}

/**
 * Counts by time in bounded memory whatever times a log claims: only steps in which something happened are
 * kept, and when they become too many, steps are joined.
 */
export class TimeBuckets {
  private buckets = new Map<number, Bucket>()
  private width = 0
  private lastKey = Number.NaN
  private last: Bucket = { requests: 0, probes: 0 }

  add(at: number, isProbe: boolean): void {
    const key = Math.floor(at / (WIDTHS[this.width] ?? DAY))
    if (key !== this.lastKey) this.open(key)
    this.last.requests++
    if (isProbe) this.last.probes++
  }

  /** A flood is noticed only after its first requests were counted as ordinary ones. */
  addLateProbes(at: number, count: number): void {
    const bucket = this.buckets.get(Math.floor(at / (WIDTHS[this.width] ?? DAY)))
    if (bucket !== undefined) bucket.probes = Math.min(bucket.requests, bucket.probes + count)
  }

  private open(key: number): void {
    const known = this.buckets.get(key)
    this.lastKey = key
    this.last = known ?? { requests: 0, probes: 0 }
    if (known === undefined) this.buckets.set(key, this.last)
    while (this.buckets.size > limits.logTimeBucketsMax && this.width + 1 < WIDTHS.length)
      this.widen(key * (WIDTHS[this.width] ?? DAY))
  }

  private widen(at: number): void {
    const before = WIDTHS[this.width] ?? DAY
    this.width++
    const after = WIDTHS[this.width] ?? DAY
    this.buckets = joinBuckets(this.buckets, before, after)
    this.lastKey = Math.floor(at / after)
    this.last = this.buckets.get(this.lastKey) ?? this.last
  }

  /** At most this many steps, without the stray times at either end. */
  toTimeline(stepsMax: number): Timeline | undefined {
    let step = WIDTHS[this.width] ?? DAY
    const range = findRange(this.buckets, step)
    if (range === undefined) return undefined
    const [startAt, endAt] = [range.first * step, (range.last + 1) * step]
    const kept = new Map(
      [...this.buckets].filter(([key]) => key >= range.first && key <= range.last),
    )
    const from = step
    const stepsOf = (width: number) =>
      Math.floor((endAt - 1) / width) - Math.floor(startAt / width) + 1
    for (const width of WIDTHS) if (width > step && stepsOf(step) > stepsMax) step = width
    const joined = joinBuckets(kept, from, step)
    const first = Math.floor(startAt / step)
    const steps = Array.from({ length: Math.min(stepsMax, stepsOf(step)) }, (_, at) =>
      joined.get(first + at),
    )
    return {
      startAt: new Date(first * step),
      stepMs: step,
      requests: steps.map((one) => one?.requests ?? 0),
      probes: steps.map((one) => one?.probes ?? 0),
      outside: range.outside,
    }
  }
}

function joinBuckets(buckets: Map<number, Bucket>, from: number, to: number): Map<number, Bucket> {
  const joined = new Map<number, Bucket>()
  for (const [key, { requests, probes }] of buckets) {
    const wide = Math.floor((key * from) / to)
    const one = joined.get(wide) ?? { requests: 0, probes: 0 }
    one.requests += requests
    one.probes += probes
    joined.set(wide, one)
  }
  return joined
}

/** One request in two thousand may claim a time of its own before it stretches the picture. */
const STRAY_SHARE = 1 / 2000
/** A silence this long inside a log is believed. */
const SILENCE_MS = 7 * DAY

/**
 * The range that holds all but the stray times, and how many those are. It grows from the middle request
 * outwards; what stands farther off than the range is long is stray, if it is little.
 */
function findRange(buckets: Map<number, Bucket>, width: number) {
  const keys = [...buckets.keys()].sort((a, b) => a - b)
  const counts = keys.map((key) => buckets.get(key)?.requests ?? 0)
  const total = sumOf(counts)
  const keyAt = (at: number) => keys[at] ?? 0
  let low = findMiddle(counts, total)
  let high = low
  const isNear = (gap: number) => gap <= Math.max(keyAt(high) - keyAt(low), SILENCE_MS / width)
  for (let grew = true; grew; ) {
    grew = false
    if (low > 0 && isNear(keyAt(low) - keyAt(low - 1))) grew = low-- > 0
    if (high < keys.length - 1 && isNear(keyAt(high + 1) - keyAt(high))) grew = high++ >= 0
  }
  if (sumOf(counts.slice(0, low)) > total * STRAY_SHARE) low = 0
  if (sumOf(counts.slice(high + 1)) > total * STRAY_SHARE) high = keys.length - 1
  const [first, last] = [keys[low], keys[high]]
  if (first === undefined || last === undefined) return undefined
  return { first, last, outside: total - sumOf(counts.slice(low, high + 1)) }
}

function findMiddle(counts: readonly number[], total: number): number {
  let sum = 0
  const middle = counts.findIndex((count) => (sum += count) * 2 >= total)
  return Math.max(0, middle)
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
