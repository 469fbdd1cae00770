import { decodeText } from '../../charset/decode-text.ts'
import { limits } from '../../limits.ts'

/** Gathers text whose characters come as bytes in changing charsets and as `\u` numbers. */
export class RtfText {
  readonly #charsMax: number
  #text = ''
  #bytes: number[] = []
  #charset = 'windows-1252'

  constructor(charsMax: number = limits.fileTextCharsMax) {
    this.#charsMax = charsMax
  }

  addByte(value: number, charset: string): void {
    if (charset !== this.#charset) this.#flush()
    this.#charset = charset
    if (this.#text.length + this.#bytes.length < this.#charsMax) this.#bytes.push(value)
  }

  addText(text: string): void {
    this.#flush()
    if (this.#text.length < this.#charsMax) this.#text += text
  }

  toText(): string {
    this.#flush()
    return this.#text
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    this.#text += decodeText(Buffer.from(this.#bytes), this.#charset).text
    this.#bytes = []
  }
}
