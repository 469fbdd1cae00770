/** What a letter was written in; decides where a name may begin and end. */
export const SCRIPTS = { latin: 1, kana: 2, han: 3, digit: 4 } as const
export type Script = (typeof SCRIPTS)[keyof typeof SCRIPTS]

/**
 * Reduced letters and where each was written, in columns: a text is reduced in several ways, and an object for
 * each of its letters costs more than reading them. A row is one UTF-16 unit; a rare kanji has two.
 * Rows from `length` on are those of other texts.
 */
export interface ReducedText {
  readonly length: number
  readonly units: Uint16Array
  /** Of `SCRIPTS`. */
  readonly scripts: Uint8Array
  /** Where in the original the letter begins, and where it ends. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 where something that is no letter stands before it: a space, a mark, a zero-width character. */
  readonly isApart: Uint8Array
  /** The letters as a string, to compare with. */
  join(): string
}

/** A reduced text in the making; columns that grow. */
export class ReducedLetters implements ReducedText {
  units = new Uint16Array(START_UNITS)
  scripts = new Uint8Array(START_UNITS)
  starts = new Int32Array(START_UNITS)
  ends = new Int32Array(START_UNITS)
  isApart = new Uint8Array(START_UNITS)
  length = 0

  push(unit: number, script: number, start: number, end: number, isApart: number): void {
    const at = this.length
    if (at === this.units.length) this.#grow()
    this.units[at] = unit
    this.scripts[at] = script
    this.starts[at] = start
    this.ends[at] = end
    this.isApart[at] = isApart
    this.length = at + 1
  }

  /** Another letter in the place of the last one: it begins where that one did. */
  turnLast(unit: number, script: number, end: number): void {
    const last = this.length - 1
    this.units[last] = unit
    this.scripts[last] = script
    this.ends[last] = end
  }

  /** The last letter reaches further. */
  lengthen(end: number): void {
    this.ends[this.length - 1] = end
  }

  join(): string {
    return joinUnits(this.units.subarray(0, this.length))
  }

  #grow(): void {
    const size = this.units.length * 2
    const { units, scripts, starts, ends, isApart } = this
    this.units = new Uint16Array(size)
    this.scripts = new Uint8Array(size)
    this.starts = new Int32Array(size)
    this.ends = new Int32Array(size)
    this.isApart = new Uint8Array(size)
    this.units.set(units)
    this.scripts.set(scripts)
    this.starts.set(starts)
    this.ends.set(ends)
    this.isApart.set(isApart)
  }
}
const START_UNITS = 1024

export const joinUnits = ({ buffer, byteOffset, byteLength }: Uint16Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('utf16le')
