import { decodeText } from '../../charset/decode-text.ts'
import { toBuffer } from '../../charset/text-decoders.ts'

/** What an RTF body carries: the HTML or text it was made from, or text laid out by RTF itself. */
export interface RtfReading {
  /** `html` was HTML before Outlook wrapped it (MS-OXRTFEX). */
  readonly kind: 'html' | 'text' | 'rtf'
  readonly text: string
}

/** Groups open at once; deeper ones are read flat. */
const GROUPS_MAX = 500
const OUTPUT_CHARS_MAX = 8_000_000

/** Groups whose content is not text of the document. */
const SKIPPED = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'generator',
  'themedata',
  'datastore',
  'xmlnstbl',
  'header',
  'footer',
])

const BREAKS: Readonly<Record<string, string>> = {
  par: '\r\n',
  line: '\r\n',
  tab: '\t',
  row: '\r\n',
  cell: '\t',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
  endash: '\u2013',
  emdash: '\u2014',
}

interface Group {
  /** Inside a group that is not shown. */
  isSkipped: boolean
  /** Between `\htmlrtf` and `\htmlrtf0`: only for programs that cannot read HTML. */
  isOnlyRtf: boolean
  /** How many units stand after `\u` for programs without Unicode. */
  fallback: number
  charset: string
}

/** Reads an RTF body; see MS-OXRTFEX §2.2 for the wrapping of HTML. */
export function readRtf(rtf: Uint8Array): RtfReading {
  const bytes = toBuffer(rtf)
  const head = bytes.toString('latin1', 0, 1_000)
  const kind = /\\fromhtml1?\b/.test(head) ? 'html' : /\\fromtext\b/.test(head) ? 'text' : 'rtf'
  return { kind, text: new RtfReader(bytes, kind === 'html').read() }
}

const [BACKSLASH, OPEN, CLOSE, CR, LF] = [0x5c, 0x7b, 0x7d, 0x0d, 0x0a]

class RtfReader {
  readonly #bytes: Buffer
  readonly #isHtml: boolean
  readonly #groups: Group[] = []
  #group: Group = { isSkipped: false, isOnlyRtf: false, fallback: 1, charset: 'cp1252' }
  readonly #output: string[] = []
  #outputChars = 0
  /** Bytes in the code page that still wait to be decoded together: a character may have two. */
  #pending: number[] = []
  #at = 0
  #unitsToSkip = 0
  /** Charsets of fonts by their number, from the font table. */
  readonly #fonts = new Map<number, string>()
  #fontNumber = 0
  #isFontTable = false

  constructor(bytes: Buffer, isHtml: boolean) {
    this.#bytes = bytes
    this.#isHtml = isHtml
  }

  read(): string {
    while (this.#at < this.#bytes.length && this.#outputChars < OUTPUT_CHARS_MAX) this.#step()
    this.#flush()
    return this.#output.join('')
  }

  #step(): void {
    const byte = this.#bytes[this.#at] ?? 0
    if (byte === BACKSLASH) return this.#readControl()
    this.#at += 1
    if (byte === OPEN) return this.#open()
    if (byte === CLOSE) return this.#close()
    if (byte === CR || byte === LF) return
    this.#putByte(byte)
  }

  #open(): void {
    this.#flush()
    if (this.#groups.length >= GROUPS_MAX) return
    this.#groups.push(this.#group)
    this.#group = { ...this.#group }
    this.#unitsToSkip = 0
  }

  #close(): void {
    this.#flush()
    this.#group = this.#groups.pop() ?? this.#group
    this.#unitsToSkip = 0
    if (!this.#group.isSkipped) this.#isFontTable = false
  }

  #readControl(): void {
    const next = this.#bytes[this.#at + 1] ?? 0
    if (next === 0x27) return this.#readHex()
    const word = /^\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/.exec(
      this.#bytes.toString('latin1', this.#at, this.#at + 48),
    )
    if (word === null) return this.#readSymbol(next)
    this.#at += word[0].length
    this.#obey(word[1] ?? '', word[2] === undefined ? undefined : Number(word[2]))
  }

  /** `\'8a`: a byte of the code page. */
  #readHex(): void {
    const hex = this.#bytes.toString('latin1', this.#at + 2, this.#at + 4)
    this.#at += 4
    if (/^[0-9a-f]{2}$/i.test(hex)) this.#putByte(Number.parseInt(hex, 16))
  }

  #readSymbol(symbol: number): void {
    this.#at += 2
    if (symbol === BACKSLASH || symbol === OPEN || symbol === CLOSE) this.#putByte(symbol)
    else if (symbol === 0x7e) this.#putText('\u00a0')
    else if (symbol === 0x2a) this.#skipUnlessTag()
    else if (symbol === CR || symbol === LF) this.#putText('\r\n')
  }

  /** `{\*\name` is a group that may be passed over; `\htmltag` holds what the HTML had there. */
  #skipUnlessTag(): void {
    const name = this.#bytes.toString('latin1', this.#at, this.#at + 20)
    if (!this.#isHtml || !name.startsWith('\\htmltag')) this.#group.isSkipped = true
  }

  #obey(word: string, value: number | undefined): void {
    if (word === 'u') return this.#putUnit(value ?? 0)
    if (word === 'bin') {
      this.#at += Math.max(0, Math.min(value ?? 0, this.#bytes.length))
      return
    }
    this.#flush()
    const group = this.#group
    if (SKIPPED.has(word)) {
      group.isSkipped = true
      this.#isFontTable = word === 'fonttbl'
    } else if (word === 'htmlrtf') group.isOnlyRtf = value !== 0
    else if (word === 'uc') group.fallback = Math.max(0, Math.min(value ?? 1, 10))
    else if (word === 'ansicpg') group.charset = `cp${value ?? 1252}`
    else if (word === 'f') this.#useFont(value ?? 0)
    else if (word === 'fcharset') this.#nameFont(value ?? 0)
    else if (Object.hasOwn(BREAKS, word)) this.#putText(BREAKS[word] ?? '')
  }

  #useFont(number: number): void {
    this.#fontNumber = number
    const charset = this.#fonts.get(number)
    if (!this.#isFontTable && charset !== undefined) this.#group.charset = charset
  }

  #nameFont(value: number): void {
    const charset = FONT_CHARSETS[value]
    if (charset !== undefined && this.#fonts.size < 1_000)
      this.#fonts.set(this.#fontNumber, charset)
  }

  #putUnit(value: number): void {
    this.#putText(String.fromCharCode(value & 0xffff))
    this.#unitsToSkip = this.#group.fallback
  }

  #putByte(byte: number): void {
    if (this.#unitsToSkip > 0) {
      this.#unitsToSkip -= 1
      return
    }
    if (!this.#group.isSkipped && !this.#group.isOnlyRtf) this.#pending.push(byte)
  }

  #putText(text: string): void {
    this.#flush()
    if (this.#group.isSkipped || this.#group.isOnlyRtf) return
    this.#output.push(text)
    this.#outputChars += text.length
  }

  #flush(): void {
    if (this.#pending.length === 0) return
    const { text } = decodeText(Uint8Array.from(this.#pending), this.#group.charset)
    this.#pending = []
    this.#output.push(text)
    this.#outputChars += text.length
  }
}

/** `\fcharset` numbers of Windows. */
const FONT_CHARSETS: Readonly<Record<number, string>> = {
  128: 'cp932',
  129: 'cp949',
  134: 'cp936',
  136: 'cp950',
  161: 'cp1253',
  162: 'cp1254',
  177: 'cp1255',
  178: 'cp1256',
  204: 'cp1251',
  238: 'cp1250',
}
