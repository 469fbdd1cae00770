import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { BLOCK_ELEMENTS } from '../links/html-elements.ts'
import type { ByteRange } from '../message.ts'
import { LINE_CHARS_MAX, type QuoteLine } from './quote-line.ts'

/** Elements in which mail programs put the mail that is answered, by class or id. */
const FRAMES =
  /gmail_quote|moz-forward-container|yahoo_quoted|protonmail_quote|OLK_SRC_BODY_SECTION|mail-editor-reference-message/iu
const FRAME_ATTRIBUTES: ReadonlySet<string> = new Set(['class', 'id', 'type'])
const ATTRIBUTE_CHARS_MAX = 300
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'title'])

export interface PageLines {
  readonly lines: readonly QuoteLine[]
  /** Elements of quoted mails, outermost, in order. */
  readonly framed: readonly ByteRange[]
  /** Elements of any quotation, outermost, in order. */
  readonly cited: readonly ByteRange[]
}

/** The lines that a page shows, and the elements in which a mail program has put an earlier mail. */
export function readPageLines(html: string): PageLines {
  const reader = new PageLineReader(html)
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader)
  tokenizer.write(html)
  tokenizer.end()
  return reader.finish()
}

class PageLineReader implements TokenizerCallbacks {
  readonly #html: string
  readonly #lines: QuoteLine[] = []
  readonly #framed: ByteRange[] = []
  #text = ''
  #start: number | undefined
  #tagName = ''
  #tagStart = 0
  #attribute = ''
  #isFrame = false
  #silent: string | undefined
  /** Open `<pre>`, in which a line of source is a line: a plain mail put into a page as it was. */
  #preCount = 0
  /** The next end of a line of source. */
  #newline = -1
  readonly #cited: ByteRange[] = []
  #citeStart = 0
  #citeDepth = 0
  #frame: { readonly name: string; readonly start: number; depth: number } | undefined

  constructor(html: string) {
    this.#html = html
  }

  finish(): PageLines {
    this.#breakLine(this.#html.length)
    const open = this.#frame
    const last = open === undefined ? [] : [{ start: open.start, end: this.#html.length }]
    const isCiting = this.#citeDepth > 0
    const cite = isCiting ? [{ start: this.#citeStart, end: this.#html.length }] : []
    return {
      lines: this.#lines,
      framed: [...this.#framed, ...last],
      cited: [...this.#cited, ...cite],
    }
  }

  ontext(start: number, end: number): void {
    for (let at = start; at < end; ) {
      const to = this.#preCount > 0 ? Math.min(this.#findNewline(at), end) : end
      this.#add(this.#html.slice(at, Math.min(to, at + LINE_CHARS_MAX)), at)
      if (to < end) this.#breakLine(to)
      at = to + 1
    }
  }

  ontextentity(codepoint: number, end: number): void {
    this.#add(String.fromCodePoint(codepoint), end - 1)
  }

  onopentagname(start: number, end: number): void {
    this.#tagName = this.#html.slice(start, Math.min(end, start + 40)).toLowerCase()
    this.#tagStart = start - 1
    this.#isFrame = false
  }

  onattribname(start: number, end: number): void {
    const name = this.#html.slice(start, Math.min(end, start + 10)).toLowerCase()
    this.#attribute = FRAME_ATTRIBUTES.has(name) ? name : ''
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute === '') return
    const value = this.#html.slice(start, Math.min(end, start + ATTRIBUTE_CHARS_MAX))
    const isCited = this.#attribute === 'type' && this.#tagName === 'blockquote'
    if (isCited ? value.toLowerCase() === 'cite' : FRAMES.test(value)) this.#isFrame = true
  }

  onopentagend(): void {
    this.#openElement()
  }

  onselfclosingtag(): void {
    this.#openElement()
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, Math.min(end, start + 40)).toLowerCase()
    if (this.#silent === name) this.#silent = undefined
    if (BLOCK_ELEMENTS.has(name)) this.#breakLine(start)
    if (name === 'pre') this.#preCount = Math.max(0, this.#preCount - 1)
    if (name === 'blockquote' && this.#citeDepth > 0) {
      this.#citeDepth -= 1
      if (this.#citeDepth === 0) this.#cited.push({ start: this.#citeStart, end })
    }
    const frame = this.#frame
    if (frame === undefined || frame.name !== name) return
    frame.depth -= 1
    if (frame.depth > 0) return
    this.#framed.push({ start: frame.start, end })
    this.#frame = undefined
  }

  onattribentity(): void {}
  onattribend(): void {}
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  /** Looked for once each: a `<pre>` of tags without any would be read to its end for every text between them. */
  #findNewline(at: number): number {
    const found = this.#newline < at ? this.#html.indexOf('\n', at) : this.#newline
    this.#newline = found < 0 ? this.#html.length : found
    return this.#newline
  }

  #openElement(): void {
    const name = this.#tagName
    if (SILENT.has(name)) this.#silent = name
    if (name === 'pre') this.#preCount += 1
    if (name === 'blockquote') {
      if (this.#citeDepth === 0) this.#citeStart = this.#tagStart
      this.#citeDepth += 1
    }
    if (BLOCK_ELEMENTS.has(name)) this.#breakLine(this.#tagStart)
    else if (name === 'td' || name === 'th') this.#add(' ', this.#tagStart)
    if (this.#frame !== undefined) {
      if (this.#frame.name === name) this.#frame.depth += 1
    } else if (this.#isFrame) {
      this.#frame = { name, start: this.#tagStart, depth: 1 }
    }
  }

  #add(text: string, at: number): void {
    if (this.#silent !== undefined) return
    this.#start ??= at
    if (this.#text.length < LINE_CHARS_MAX) this.#text += text
  }

  /** Empty lines are how a page is laid out. */
  #breakLine(end: number): void {
    const text = this.#text.replace(/\s+/gu, ' ').trim()
    if (text !== '')
      this.#lines.push({ text: text.slice(0, LINE_CHARS_MAX), start: this.#start ?? end, end })
    this.#text = ''
    this.#start = undefined
  }
}
