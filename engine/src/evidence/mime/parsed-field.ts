import type { ByteRange, HeaderField } from '../message.ts'
import type { ProblemCode } from '../problem.ts'
import type { HeaderText } from '../headers/encoded-words.ts'
import { decodeHeaderText } from '../headers/header-text.ts'

const LF = 0x0a

/** Where a field stands: its first byte, the colon's place, its value and its end. */
export interface FieldOffsets {
  readonly start: number
  readonly valueStart: number
  readonly end: number
}

/** A header field whose value is decoded when it is first read: most fields of a mail never are. */
export class ParsedField implements HeaderField {
  readonly name: string
  readonly key: string
  readonly range: ByteRange
  readonly valueRange: ByteRange
  readonly #view: Buffer
  #text: HeaderText | undefined
  #line: number | undefined

  constructor(view: Buffer, name: string, { start, valueStart, end }: FieldOffsets) {
    this.#view = view
    this.name = name
    this.key = name.toLowerCase()
    this.range = { start, end }
    this.valueRange = { start: valueStart, end }
  }

  get value(): string {
    return this.#read().text
  }

  /** What was wrong with the value's encoding. */
  get problem(): ProblemCode | undefined {
    return this.#read().problem
  }

  /** The value as it stands, one character per byte. */
  get raw(): string {
    return this.#view.toString('latin1', this.valueRange.start, this.valueRange.end)
  }

  get line(): number {
    this.#line ??= countLines(this.#view, this.range.start)
    return this.#line
  }

  #read(): HeaderText {
    this.#text ??= decodeHeaderText(this.#view.subarray(this.valueRange.start, this.valueRange.end))
    return this.#text
  }
}

function countLines(view: Buffer, end: number): number {
  let lines = 1
  for (let at = view.indexOf(LF); at >= 0 && at < end; at = view.indexOf(LF, at + 1)) lines += 1
  return lines
}
