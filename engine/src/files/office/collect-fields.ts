/** Fields inside fields that are followed; Word itself stops at 20. */
const DEPTH_MAX = 64
const INSTRUCTION_CHARS_MAX = 4_000
const FIELDS_MAX = 2_000

interface OpenField {
  instruction: string
  hasResult: boolean
}

/**
 * Puts the instructions of Word's fields together (ECMA-376-1 §17.16). An instruction is split over
 * any number of runs and nested fields stand inside it: `DDEAUTO` hides as `D` `DEAU` `TO`, or as
 * `{ QUOTE 68 68 69 }`, which is worked out here.
 */
export class FieldCollector {
  readonly instructions: string[] = []
  readonly #open: OpenField[] = []
  #skipped = 0

  begin(): void {
    if (this.#open.length >= DEPTH_MAX) this.#skipped += 1
    else this.#open.push({ instruction: '', hasResult: false })
  }

  /** Text of an instruction; of a field's result when `separate` has come. */
  add(text: string): void {
    const field = this.#open.at(-1)
    if (field === undefined || field.hasResult || this.#skipped > 0) return
    if (field.instruction.length < INSTRUCTION_CHARS_MAX) field.instruction += text
  }

  separate(): void {
    const field = this.#open.at(-1)
    if (field !== undefined && this.#skipped === 0) field.hasResult = true
  }

  end(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1
      return
    }
    const field = this.#open.pop()
    if (field === undefined) return
    const value = expandQuote(field.instruction)
    if (value === undefined) this.keep(field.instruction)
    const outer = this.#open.at(-1)
    if (outer !== undefined && !outer.hasResult) this.add(value ?? '')
  }

  /** Whether the text that comes now is an instruction and not shown. */
  get isInInstruction(): boolean {
    const field = this.#open.at(-1)
    return field !== undefined && !field.hasResult
  }

  /** A whole instruction, as `w:fldSimple` carries it. */
  keep(instruction: string): void {
    const text = instruction.replace(/\s+/g, ' ').trim().slice(0, INSTRUCTION_CHARS_MAX)
    if (text !== '' && this.instructions.length < FIELDS_MAX) this.instructions.push(text)
  }
}

/** `QUOTE 68 68 69` writes characters by number; `QUOTE "text"` the text itself. */
function expandQuote(instruction: string): string | undefined {
  const rest = /^\s*QUOTE\s([^]*)$/i.exec(instruction)?.[1]
  if (rest === undefined) return undefined
  return rest
    .trim()
    .split(/\s+/)
    .map((word) => (/^\d{1,5}$/.test(word) ? String.fromCharCode(Number(word)) : word))
    .join(/^\s*\d/.test(rest) ? '' : ' ')
}
