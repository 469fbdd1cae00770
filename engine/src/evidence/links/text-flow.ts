import { limits } from '../../limits.ts'

/** White space that is not one single space already: most spaces of a text need no replacing. */
const NOT_COLLAPSED = /[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+/g

/** Collects text as a browser lays it out: white space collapsed, blocks on lines of their own. */
export class TextFlow {
  readonly #chunks: string[] = []
  #length = 0
  /** What the text ends in: nothing more is needed after a line break or a space. */
  #last: 'line' | 'space' | 'text' = 'line'

  /** More was said than `limits.shownTextCharsMax`. */
  isFull = false

  add(text: string): void {
    const collapsed = text.replace(NOT_COLLAPSED, ' ')
    const isLed = this.#last !== 'text' && collapsed.startsWith(' ')
    const visible = isLed ? collapsed.slice(1) : collapsed
    if (visible === '') return
    this.#push(visible)
    this.#last = visible.endsWith(' ') ? 'space' : 'text'
  }

  breakLine(): void {
    if (this.#last === 'line') return
    this.#push('\n')
    this.#last = 'line'
  }

  toString(): string {
    return this.#chunks
      .join('')
      .replace(/(?<! ) +\n/g, '\n')
      .trim()
  }

  #push(text: string): void {
    const room = limits.shownTextCharsMax - this.#length
    if (text.length > room) this.isFull = true
    if (room <= 0) return
    this.#chunks.push(text.slice(0, room))
    this.#length += Math.min(text.length, room)
  }
}
