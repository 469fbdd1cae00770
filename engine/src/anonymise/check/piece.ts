/** Something decoded out of a text: where it stood, and what it became. */
export interface Piece {
  readonly at: number
  readonly bytes: Uint8Array
  /** Index in the text that a byte came from; `at` for all of them when absent. */
  readonly originOf?: (byte: number) => number
}

/** Reads one encoding wherever it occurs in a text. */
export interface Decoder {
  readonly name: string
  /** Text needs no charset; bytes may be in any. */
  readonly yields: 'text' | 'bytes'
  find(text: string): readonly Piece[]
}

/** Each match of a pattern, decoded. The pattern is global and its repetitions are bounded or do not overlap. */
export function findEach(
  text: string,
  pattern: RegExp,
  decode: (match: RegExpExecArray) => readonly Piece[],
): readonly Piece[] {
  const pieces: Piece[] = []
  for (const match of text.matchAll(pattern)) pieces.push(...decode(match))
  return pieces
}

/** The same for what decodes to the same wherever it stands: a repeated run is decoded once, where it stands first. */
export function findFirst(
  text: string,
  pattern: RegExp,
  decode: (match: RegExpExecArray) => readonly Piece[],
): readonly Piece[] {
  const seen = new Set<string>()
  return findEach(text, pattern, (match) => {
    if (seen.has(match[0])) return []
    seen.add(match[0])
    return decode(match)
  })
}

/** A text with each match replaced by what it stands for; the text around joins what an encoding parts. */
export function replaceEach(
  text: string,
  pattern: RegExp,
  decode: (match: RegExpExecArray) => string | Uint8Array | undefined,
): readonly Piece[] {
  const writer = new PieceWriter(text)
  for (const match of text.matchAll(pattern)) {
    const became = decode(match)
    if (became !== undefined) writer.replace(match.index, match.index + match[0].length, became)
  }
  return writer.finish()
}

/** An empty line, of texts with either end of line. */
const PARTINGS = ['\n\n', '\n\r\n'] as const

/** Units kept before and after what was replaced. No name is a quarter as long, in whatever it is written twice. */
const AROUND_UNITS = 1024
/**
 * What may be parted there: printable ASCII, as the frame of JSON is, with no run as long as a token that holds a file.
 * Letters that show nothing, and long tokens, hold together what stands before and after them.
 */
const FRAME = /^[\t\n\r\x20-\x7e]*$/u
const LONG_RUN = /[^\s",{}<>]{256}/u
/** From here on bytes are letters of another table until the next (ISO 2022): nothing is parted any more. */
const ESCAPE = 0x1b
const GAP = Buffer.from('\n\n', 'utf8')

/** Where the first of them stands, or the last; -1 when there is none. */
const firstParting = (text: string): number =>
  PARTINGS.map((parting) => text.indexOf(parting)).reduce((a, b) =>
    a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b),
  )
const lastParting = (text: string): number =>
  Math.max(...PARTINGS.map((parting) => text.lastIndexOf(parting)))

/** The first of two lengths where the one before may be missing. */
const shorter = (found: number, most: number): number => (found < 0 ? most : Math.min(found, most))

/** Puts a text together from what is kept of it and what parts of it became. */
export class PieceWriter {
  readonly #text: string
  readonly #chunks: Uint8Array[] = []
  /** Where chunks begin, in bytes, and the index in the text that they come from. */
  readonly #starts: number[] = []
  readonly #origins: number[] = []
  #done = 0
  #length = 0
  #isShifted = false

  constructor(text: string) {
    this.#text = text
  }

  /** Keeps the text up to `start`; what stands from there to `end` became something else. */
  replace(start: number, end: number, became: string | Uint8Array): void {
    this.#keepTo(start)
    const bytes = typeof became === 'string' ? Buffer.from(became, 'utf8') : became
    this.#isShifted ||= bytes.includes(ESCAPE)
    this.#add(bytes, start)
    this.#done = end
  }

  /**
   * Keeps what stands between two replacements, but for what neither touches: no name runs across an empty line, or as
   * far as from there to what was replaced, and it is searched as it stands already. Otherwise a long text with a few
   * escapes in it, and noise with one `=41`, are read anew at every depth.
   */
  #keepTo(end: number): void {
    const kept = this.#text.slice(this.#done, end)
    const isFirst = this.#done === 0
    const isLast = end === this.#text.length
    const around = this.#mayPart(kept) ? AROUND_UNITS : kept.length
    const head = isFirst ? 0 : shorter(firstParting(kept), around)
    const tail = isLast ? kept.length : Math.max(lastParting(kept), kept.length - around)
    if (tail <= head) return this.#keep(this.#done, end)
    this.#keep(this.#done, this.#done + head)
    this.#add(GAP, this.#done + head)
    this.#keep(this.#done + tail, end)
  }

  #mayPart(kept: string): boolean {
    this.#isShifted ||= kept.includes('\u001b')
    if (this.#isShifted || kept.length <= 2 * AROUND_UNITS) return false
    return FRAME.test(kept) && !LONG_RUN.test(kept)
  }

  #keep(start: number, end: number): void {
    this.#add(Buffer.from(this.#text.slice(start, end), 'utf8'), start)
  }

  /** One piece, or none when nothing was replaced. */
  finish(): readonly Piece[] {
    if (this.#done === 0 && this.#chunks.length === 0) return []
    this.#keepTo(this.#text.length)
    const [starts, origins, textEnd] = [this.#starts, this.#origins, this.#text.length]
    const originOf = (byte: number): number => {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= byte) low = middle
        else high = middle - 1
      }
      const within = byte - (starts[low] ?? 0)
      return Math.min((origins[low] ?? 0) + within, origins[low + 1] ?? textEnd)
    }
    return [{ at: 0, bytes: Buffer.concat(this.#chunks), originOf }]
  }

  #add(bytes: Uint8Array, origin: number): void {
    if (bytes.length === 0) return
    this.#starts.push(this.#length)
    this.#origins.push(origin)
    this.#chunks.push(bytes)
    this.#length += bytes.length
  }
}
