/** What is counted under one key. */
export interface Counted {
  count: number
  /** At most this many earlier ones may be missing, because the key was once dropped to stay within memory. */
  missedMax: number
}

/**
 * Counts of the most frequent keys in bounded memory, after Metwally's space-saving (ICDT 2005) done in
 * batches: at twice the capacity the lower half is dropped. Exact until then; afterwards a count may be too low by
 * no more than its `missedMax`.
 */
export class TopCounts<K extends string | number, T extends Counted> {
  private readonly capacity: number
  private readonly worthOf: (one: T) => number
  private readonly counts = new Map<K, T>()
  /** The highest true count that a dropped key may have had. */
  private floor = 0

  /** Keys of greater worth are kept longest; without it, the most frequent ones. */
  constructor(capacity: number, worthOf: (one: T) => number = (one) => one.count) {
    this.capacity = capacity
    this.worthOf = worthOf
  }

  get isExact(): boolean {
    return this.floor === 0
  }

  get size(): number {
    return this.counts.size
  }

  find(key: K): T | undefined {
    return this.counts.get(key)
  }

  /** Takes in a key that is not there. */
  add(key: K, one: T): T {
    if (this.counts.size >= this.capacity * 2) this.dropLowerHalf()
    one.missedMax = this.floor
    this.counts.set(key, one)
    return one
  }

  values(): Iterable<T> {
    return this.counts.values()
  }

  /** The greatest by a measure of their own, greatest first. */
  list(most: number, measure: (one: T) => number): T[] {
    return [...this.counts.values()]
      .filter((one) => measure(one) > 0)
      .sort((a, b) => measure(b) - measure(a))
      .slice(0, most)
  }

  private dropLowerHalf(): void {
    const { counts, capacity, worthOf } = this
    const worths = Float64Array.from(counts.values(), worthOf).sort()
    const least = worths[worths.length - capacity] ?? 0
    // Of those that are worth just the least, as many stay as there is room for.
    let room = capacity - worths.filter((worth) => worth > least).length
    for (const [key, one] of counts) {
      const worth = worthOf(one)
      if (worth > least || (worth === least && room-- > 0)) continue
      this.floor = Math.max(this.floor, one.count + one.missedMax)
      counts.delete(key)
    }
  }
}
