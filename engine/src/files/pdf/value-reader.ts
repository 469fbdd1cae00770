import type { PdfValue } from './pdf-value.ts'

/** Containers inside containers; real files stay under 20. */
const DEPTH_MAX = 60
/** Stands for `]`, `>>` and the end of the bytes while a container is read. */
const END = Symbol('end')

/** Reads values one after the other from bytes, forgiving what viewers forgive. */
export class ValueReader {
  readonly #bytes: Buffer
  /** Offset of the next byte. */
  at: number

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  get isAtEnd(): boolean {
    this.#skipSpace()
    return this.at >= this.#bytes.length
  }

  read(): PdfValue {
    const value = this.#readToken(0)
    return value === END ? undefined : value
  }

  #readToken(depth: number): PdfValue | typeof END {
    this.#skipSpace()
    const byte = this.#bytes[this.at]
    switch (byte) {
      case undefined:
        return END
      case 0x2f:
        return this.#readName()
      case 0x28:
        return this.#readString()
      case 0x5b:
        this.at++
        return { is: 'array', items: this.#readItems(depth + 1) }
      case 0x3c:
        if (this.#bytes[this.at + 1] !== 0x3c) return this.#readHexString()
        this.at += 2
        return this.#readDict(depth + 1)
      case 0x3e:
        this.at += this.#bytes[this.at + 1] === 0x3e ? 2 : 1
        return END
      case 0x5d:
        this.at++
        return END
      case 0x29:
      case 0x7b:
      case 0x7d:
        this.at++
        return { is: 'keyword', word: String.fromCharCode(byte) }
      default:
        return this.#readWord()
    }
  }

  /** Items up to the closing bracket; two numbers before an `R` are a reference. */
  #readItems(depth: number): PdfValue[] {
    const items: PdfValue[] = []
    if (depth > DEPTH_MAX) return items
    for (;;) {
      const start = this.at
      const item = this.#readToken(depth)
      if (item === END) return items
      if (typeof item !== 'object' || item.is !== 'keyword') items.push(item)
      else if (item.word === 'R' && items.length >= 2) {
        items.pop()
        const number = items.pop()
        items.push({ is: 'ref', number: typeof number === 'number' ? number : 0 })
      } else if (item.word === 'endobj' || item.word === 'stream') {
        // The container was never closed: the object ends it.
        this.at = start
        return items
      }
    }
  }

  #readDict(depth: number): PdfValue {
    const entries = new Map<string, PdfValue>()
    const items = this.#readItems(depth)
    for (let index = 0; index < items.length; index++) {
      const key = items[index]
      if (typeof key !== 'object' || key.is !== 'name') continue
      // The first of two equal keys is what most viewers take.
      if (!entries.has(key.name)) entries.set(key.name, items[index + 1])
      index++
    }
    return { is: 'dict', entries }
  }

  /** `/JavaScript` may be written `/J#61vaScript` to pass simple searches (§7.3.5). */
  #readName(): PdfValue {
    const start = ++this.at
    while (isRegular(this.#bytes[this.at])) this.at++
    const written = this.#bytes.toString('latin1', start, this.at)
    const name = written.replace(/#([0-9a-f]{2})/gi, (_escape, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    return { is: 'name', name }
  }

  #readWord(): PdfValue {
    const start = this.at
    while (isRegular(this.#bytes[this.at])) this.at++
    const word = this.#bytes.toString('latin1', start, Math.min(this.at, start + 64))
    if (/^[+-]{0,2}(?:\d{1,40}\.?\d{0,40}|\.\d{1,40})$/.test(word))
      return Number.parseFloat(word.replace(/^[+-]{2}/, '-'))
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? undefined : { is: 'keyword', word }
  }

  #readString(): PdfValue {
    const bytes: number[] = []
    let depth = 1
    this.at++
    while (this.at < this.#bytes.length) {
      const byte = this.#bytes[this.at++] ?? 0
      if (byte === 0x5c) {
        this.#readEscape(bytes)
        continue
      }
      if (byte === 0x28) depth++
      if (byte === 0x29 && --depth === 0) break
      bytes.push(byte)
    }
    return { is: 'string', bytes: Buffer.from(bytes) }
  }

  /** §7.3.4.2: octal with one to three digits, named controls, and a line break that continues. */
  #readEscape(bytes: number[]): void {
    const byte = this.#bytes[this.at++] ?? 0
    if (byte >= 0x30 && byte <= 0x37) {
      let code = byte - 0x30
      for (let digits = 1; digits < 3; digits++) {
        const next = this.#bytes[this.at] ?? 0
        if (next < 0x30 || next > 0x37) break
        code = code * 8 + next - 0x30
        this.at++
      }
      bytes.push(code & 0xff)
    } else if (byte === 0x0d) {
      if (this.#bytes[this.at] === 0x0a) this.at++
    } else if (byte !== 0x0a) bytes.push(NAMED_ESCAPES.get(byte) ?? byte)
  }

  #readHexString(): PdfValue {
    const end = this.#bytes.indexOf(0x3e, this.at)
    const stop = end < 0 ? this.#bytes.length : end
    const digits = this.#bytes.toString('latin1', this.at + 1, stop).replace(/[^0-9a-f]/gi, '')
    this.at = stop + 1
    const even = digits.length % 2 === 0 ? digits : `${digits}0`
    return { is: 'string', bytes: Buffer.from(even, 'hex') }
  }

  #skipSpace(): void {
    for (;;) {
      const byte = this.#bytes[this.at]
      if (byte === 0x25) {
        while (this.at < this.#bytes.length && !isLineBreak(this.#bytes[this.at])) this.at++
      } else if (byte !== undefined && isSpace(byte)) this.at++
      else return
    }
  }
}

const NAMED_ESCAPES: ReadonlyMap<number, number> = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
])

function isLineBreak(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 9 || byte === 0 || byte === 12
}

/** Everything but white space and delimiters (§7.2.3). */
function isRegular(byte: number | undefined): boolean {
  if (byte === undefined || isSpace(byte)) return false
  return !(
    byte === 0x28 ||
    byte === 0x29 ||
    byte === 0x3c ||
    byte === 0x3e ||
    byte === 0x5b ||
    byte === 0x5d ||
    byte === 0x7b ||
    byte === 0x7d ||
    byte === 0x2f ||
    byte === 0x25
  )
}
