import { findPlace, GAP, listEmptyLines, listMembers } from './partings.ts'

/** Something decoded out of a text: where it stood, and what it became. */
export interface Piece {
  readonly at: number
  readonly bytes: Uint8Array
  /** Index in the text that a byte came from; `at` for all of them when absent. */
  readonly originOf?: (byte: number) => number
  /** Few bytes, or cut out of more that are no text: it may be text by chance. */
  readonly isCutOut?: boolean
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
const GAP_BYTES = Buffer.from(GAP, 'utf8')

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
  #emptyLinesFound: readonly number[] | undefined
  #membersFound: readonly number[] | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** Most decoders find nothing in a text, which is then not looked through for these. */
  get #emptyLines(): readonly number[] {
    this.#emptyLinesFound ??= listEmptyLines(this.#text)
    return this.#emptyLinesFound
  }

  get #members(): readonly number[] {
    this.#membersFound ??= listMembers(this.#text)
    return this.#membersFound
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
   * Keeps what stands between two replacements, but for what neither touches: no name runs across an empty line or from one
   * member of an object to the next, or as far as from there to what was replaced, and it is searched as it stands already.
   * Otherwise a long text with a few escapes in it, and noise with one `=41`, are read anew at every depth.
   */
  #keepTo(end: number): void {
    const start = this.#done
    const around = this.#mayPart(this.#text.slice(start, end)) ? AROUND_UNITS : end - start
    const partings = this.#isShifted ? [this.#emptyLines] : [this.#emptyLines, this.#members]
    const firsts = partings.map((places) => places[findPlace(places, start)] ?? end)
    const lasts = partings.map((places) => places[findPlace(places, end - 1) - 1] ?? start)
    // What stands before the first replacement or after the last is kept on one side alone.
    const head = start === 0 ? 0 : Math.min(start + around, ...firsts)
    const tail = end === this.#text.length ? end : Math.max(end - around, start, ...lasts)
    if (tail <= head) return this.#keep(start, end)
    this.#keep(start, head)
    this.#add(GAP_BYTES, head)
    this.#keep(tail, end)
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
      const low = Math.max(0, findPlace(starts, byte + 1) - 1)
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
