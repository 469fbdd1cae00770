import { limits } from '../../limits.ts'

const NOT_COLLAPSED = /[\t\r\n\f]| {2}/

/** Collects text as a browser lays it out: white space collapsed, blocks on lines of their own. */
export class TextFlow {
  readonly #chunks: string[] = []
  #length = 0
  /** What the text ends in: nothing more is needed after a line break or a space. */
  #last: 'line' | 'space' | 'text' = 'line'

  /** More was said than `limits.shownTextCharsMax`. */
  isFull = false

  add(text: string): void {
    const collapsed = NOT_COLLAPSED.test(text) ? text.replace(/[ \t\r\n\f]+/g, ' ') : text
    const visible = this.#last === 'text' ? collapsed : collapsed.replace(/^ /, '')
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
    return this.#chunks.join('').replace(/ +\n/g, '\n').trim()
  }

  #push(text: string): void {
    const room = limits.shownTextCharsMax - this.#length
    if (text.length > room) this.isFull = true
    if (room <= 0) return
    this.#chunks.push(text.slice(0, room))
    this.#length += Math.min(text.length, room)
  }
}
