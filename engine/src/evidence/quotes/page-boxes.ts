import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { ByteRange } from '../message.ts'

/** Elements that set something apart on a page. */
const BOXES: ReadonlySet<string> = new Set(['table', 'div', 'section', 'center', 'fieldset'])
/** Open at once: each end tag looks through them, and a page of start tags alone would take minutes. */
const DEPTH_MAX = 300

export interface PageBox extends ByteRange {
  readonly isTable: boolean
}

/** The elements of a page that may frame a notice, by where they end. */
export function readPageBoxes(html: string): readonly PageBox[] {
  const reader = new PageBoxReader(html)
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader)
  tokenizer.write(html)
  tokenizer.end()
  return reader.boxes
}

/** The smallest table around a place, else the smallest other box: what is laid out in a table stands in boxes of its own. */
export function findBoxAt(boxes: readonly PageBox[], { start }: ByteRange): PageBox | undefined {
  const around = boxes.filter((box) => box.start <= start && start < box.end)
  return around.find(({ isTable }) => isTable) ?? around[0]
}

class PageBoxReader implements TokenizerCallbacks {
  readonly boxes: PageBox[] = []
  readonly #html: string
  readonly #open: { readonly name: string; readonly start: number }[] = []
  #name = ''
  #start = 0

  constructor(html: string) {
    this.#html = html
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, Math.min(end, start + 40)).toLowerCase()
    this.#start = start - 1
  }

  onopentagend(): void {
    if (BOXES.has(this.#name) && this.#open.length < DEPTH_MAX)
      this.#open.push({ name: this.#name, start: this.#start })
  }

  /** What was left open inside ends with it. */
  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, Math.min(end, start + 40)).toLowerCase()
    if (!BOXES.has(name)) return
    const at = this.#open.findLastIndex((one) => one.name === name)
    const opened = this.#open[at]
    if (opened === undefined) return
    this.#open.length = at
    this.boxes.push({ start: opened.start, end: end + 1, isTable: name === 'table' })
  }

  onselfclosingtag(): void {}
  ontext(): void {}
  ontextentity(): void {}
  onattribname(): void {}
  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
