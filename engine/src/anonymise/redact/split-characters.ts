/** What a code point is to the character before it. */
const BASE = 1
const MARK = 2
const INVISIBLE = 3
type Part = typeof BASE | typeof MARK | typeof INVISIBLE

/** Voicing marks of half width, accents, enclosing marks. */
const MARKS = /^[ﾞﾟ\p{Mn}\p{Me}]/u
/** Characters that show nothing: format controls, and the fillers of Hangul, which count as letters (UTS #39). */
const INVISIBLES = /^[\p{Cf}\u115f\u1160\u3164\uffa0]/u

/** More marks on one character are drawn to be expensive and belong to none. */
const MARKS_MAX = 8

/** Parts of the basic plane, filled as met. */
const parts = new Uint8Array(0x10000)

function partOf(code: number): Part {
  if (code > 0xffff) return readPart(code)
  const known = parts[code]
  if (known === BASE || known === MARK || known === INVISIBLE) return known
  const part = readPart(code)
  parts[code] = part
  return part
}

function readPart(code: number): Part {
  const written = String.fromCodePoint(code)
  if (MARKS.test(written)) return MARK
  return INVISIBLES.test(written) ? INVISIBLE : BASE
}

const sizeOf = (code: number): number => (code > 0xffff ? 2 : 1)

/**
 * A text by its characters, each with its voicing marks and accents; invisible ones belong to the one before.
 * In columns, for a text is split once and read in several ways.
 */
export class Characters {
  text = ''
  /** Code points of the characters themselves. */
  codes = new Int32Array(START_CHARACTERS)
  /** Where in the text each begins and ends. */
  starts = new Int32Array(START_CHARACTERS)
  ends = new Int32Array(START_CHARACTERS)
  /** 1 where nothing seen was put on it. */
  isBare = new Uint8Array(START_CHARACTERS)
  length = 0

  /** Writes this text over the one before. */
  split(text: string): void {
    this.text = text
    this.length = 0
    if (text.length > this.codes.length) this.#makeRoom(text.length)
    let start = 0
    while (start < text.length) {
      const code = text.codePointAt(start) ?? 0
      start = partOf(code) === BASE ? this.#take(code, start) : start + sizeOf(code)
    }
  }

  /** A character as it is seen. */
  seen(at: number): string {
    const written = this.text.slice(this.starts[at], this.ends[at])
    return [...written].filter((one) => partOf(one.codePointAt(0) ?? 0) !== INVISIBLE).join('')
  }

  #take(code: number, start: number): number {
    const { text, length: at } = this
    let end = start + sizeOf(code)
    let isBare = 1
    for (let marks = 0; marks < MARKS_MAX && end < text.length; marks += 1) {
      const next = text.codePointAt(end) ?? 0
      const part = partOf(next)
      if (part === BASE) break
      if (part === MARK) isBare = 0
      end += sizeOf(next)
    }
    this.codes[at] = code
    this.starts[at] = start
    this.ends[at] = end
    this.isBare[at] = isBare
    this.length = at + 1
    return end
  }

  #makeRoom(size: number): void {
    this.codes = new Int32Array(size)
    this.starts = new Int32Array(size)
    this.ends = new Int32Array(size)
    this.isBare = new Uint8Array(size)
  }
}
const START_CHARACTERS = 1024
