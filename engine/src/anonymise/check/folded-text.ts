/** Outgoing text reduced to what a reader recognises, with the way back to where it stood. */
export interface Folded {
  /** UTF-16 units of the folded text. */
  readonly units: Uint16Array
  /** For each unit, the index in the original of the character it came from. */
  readonly at: Int32Array
  /** Index in the original just after that character. */
  readonly after: Int32Array
}

/** A folded text in the making. Typed arrays that grow: one character (㍿, ﷺ) can fold to many. */
export class FoldedText {
  #units: Uint16Array
  #at: Int32Array
  #after: Int32Array
  #length = 0

  constructor(size: number) {
    this.#units = new Uint16Array(size + 16)
    this.#at = new Int32Array(size + 16)
    this.#after = new Int32Array(size + 16)
  }

  /** The unit pushed last; 0 before the first. */
  get last(): number {
    return this.#length === 0 ? 0 : (this.#units[this.#length - 1] ?? 0)
  }

  /** Where the character of the last unit begins. */
  get start(): number {
    return this.#length === 0 ? -1 : (this.#at[this.#length - 1] ?? -1)
  }

  /** Where the character of the last unit ends. */
  get end(): number {
    return this.#length === 0 ? -1 : (this.#after[this.#length - 1] ?? -1)
  }

  push(unit: number, start: number, end: number): void {
    if (this.#length === this.#units.length) this.#grow()
    this.#units[this.#length] = unit
    this.#at[this.#length] = start
    this.#after[this.#length] = end
    this.#length += 1
  }

  /** Puts another unit in the place of the last one, which then reaches to `end`. */
  turnLast(unit: number, end: number): void {
    if (this.#length === 0) return
    this.#units[this.#length - 1] = unit
    this.#after[this.#length - 1] = end
  }

  finish(): Folded {
    const length = this.#length
    return {
      units: this.#units.subarray(0, length),
      at: this.#at.subarray(0, length),
      after: this.#after.subarray(0, length),
    }
  }

  #grow(): void {
    const size = this.#units.length * 2
    const [units, at, after] = [new Uint16Array(size), new Int32Array(size), new Int32Array(size)]
    units.set(this.#units)
    at.set(this.#at)
    after.set(this.#after)
    this.#units = units
    this.#at = at
    this.#after = after
  }
}
