import { limits } from '../../limits.ts'
import { type FontDecoder, PLAIN_DECODER, toDecoder } from './font-decoder.ts'
import { listPages } from './list-pages.ts'
import type { PdfDocument } from './pdf-document.ts'
import {
  type PdfDict,
  type PdfObject,
  type PdfValue,
  toDict,
  toItems,
  toName,
  toNumber,
} from './pdf-value.ts'
import { ValueReader } from './value-reader.ts'

export interface PageText {
  readonly text: string
  /** Most of what is shown is in fonts whose codes say nothing by themselves. */
  readonly isOpaque: boolean
  /** Everything within the limits was followed, so the pages are no bomb. */
  readonly isWhole: boolean
}

/** Forms inside forms; a drawing of two levels is common. */
const FORM_DEPTH_MAX = 6
/** Values of all pages' content; a page full of text has 5,000. Forms that use forms multiply. */
const VALUES_MAX = 600_000
/** Moves within a line, in thousandths of the font size, that readers see as a space. */
const SPACE_MOVE = -180

/** Text of the pages, from the operators that show it (ISO 32000-2 §9.4). */
export function readPageText(document: PdfDocument): PageText {
  const flow = new ContentFlow(document)
  const pages = listPages(document)
  if (pages.length === 0) readLooseStreams(document, flow)
  for (const { dict, resources } of pages.slice(0, limits.pdfTextPagesMax)) {
    flow.run(readContents(document, dict), resources, 0)
    flow.breakLine()
  }
  return flow.finish()
}

/** Text that a content stream shows when it is drawn with these resources. */
export function readContentText(
  document: PdfDocument,
  bytes: Buffer,
  resources: PdfDict | undefined,
): PageText {
  const flow = new ContentFlow(document)
  flow.run(bytes, resources, 0)
  return flow.finish()
}

/** Objects whose streams make up a page's content. */
export function listContents(document: PdfDocument, page: PdfDict): readonly PdfObject[] {
  const contents = page.entries.get('Contents')
  const items = toItems(document.resolve(contents))
  return (items.length === 0 ? [contents] : items).flatMap((one) => document.objectOf(one) ?? [])
}

/** One operator may begin in one stream and end in the next. */
export function readContents(document: PdfDocument, page: PdfDict): Buffer {
  return Buffer.concat(
    listContents(document, page).flatMap((one) => [document.decode(one).bytes, LINE_BREAK]),
  )
}

/** A file cut off before its pages: content streams are known by the operators in them. */
function readLooseStreams(document: PdfDocument, flow: ContentFlow): void {
  for (const object of document.objects) {
    const dict = toDict(object.value)
    if (object.stream === undefined || dict?.entries.has('Type') || dict?.entries.has('Subtype'))
      continue
    const { bytes } = document.decode(object)
    if (bytes.includes('BT') && bytes.includes('Tf')) flow.run(bytes, undefined, 0)
  }
}

const LINE_BREAK = Buffer.from('\n')

class ContentFlow {
  readonly #document: PdfDocument
  readonly #decoders = new Map<PdfDict, FontDecoder>()
  readonly #chunks: string[] = []
  #chars = 0
  #shownBytes = 0
  #opaqueBytes = 0
  #valuesLeft = VALUES_MAX
  #decoder = PLAIN_DECODER
  #fontSize = 0
  #x = 0
  #y = 0
  /** Characters of the last string shown. */
  #lastChars = 0

  constructor(document: PdfDocument) {
    this.#document = document
  }

  finish(): PageText {
    const text = this.#chunks
      .join('')
      .replace(/[ \t]+/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n')
      .trim()
    return {
      text,
      isOpaque: this.#opaqueBytes * 3 > this.#shownBytes && this.#opaqueBytes > 40,
      isWhole: this.#valuesLeft > 0,
    }
  }

  breakLine(): void {
    this.#push('\n')
  }

  run(bytes: Buffer, resources: PdfDict | undefined, depth: number): void {
    const reader = new ValueReader(bytes)
    let operands: PdfValue[] = []
    while (!reader.isAtEnd && this.#valuesLeft > 0) {
      this.#valuesLeft--
      const value = reader.read()
      if (typeof value === 'object' && value.is === 'keyword') {
        if (value.word === 'ID') skipInlineImage(reader, bytes)
        else this.#operate(value.word, operands, resources, depth)
        operands = []
      } else if (operands.length < 50) operands.push(value)
    }
  }

  #operate(
    word: string,
    operands: readonly PdfValue[],
    resources: PdfDict | undefined,
    depth: number,
  ): void {
    switch (word) {
      case 'Tf':
        this.#decoder = this.#findDecoder(toName(operands[0]), resources)
        this.#fontSize = Math.abs(toNumber(operands[1]))
        break
      case 'Tj':
        this.#show(operands[0])
        break
      case "'":
      case '"':
        this.#push('\n')
        this.#show(operands.at(-1))
        break
      case 'TJ':
        for (const item of toItems(operands[0])) {
          if (typeof item === 'number' && item < SPACE_MOVE) this.#push(' ')
          else this.#show(item)
        }
        break
      case 'Td':
      case 'TD':
        this.#moveTo(this.#x + toNumber(operands[0]), this.#y + toNumber(operands[1]))
        break
      case 'Tm':
        this.#moveTo(toNumber(operands[4]), toNumber(operands[5]))
        break
      case 'T*':
        this.#push('\n')
        break
      case 'Do':
        this.#runForm(toName(operands[0]), resources, depth)
        break
    }
  }

  /** Some writers place every single letter; a move of about a letter is then no space. */
  #moveTo(x: number, y: number): void {
    const isNextLetter = this.#lastChars === 1 && Math.abs(x - this.#x) <= this.#fontSize * 1.2
    if (Math.abs(y - this.#y) > 1) this.#push('\n')
    else if (!isNextLetter) this.#push(' ')
    this.#x = x
    this.#y = y
  }

  #runForm(name: string, resources: PdfDict | undefined, depth: number): void {
    const forms = toDict(this.#document.get(resources, 'XObject'))
    const object = this.#document.objectOf(forms?.entries.get(name))
    const dict = toDict(object?.value)
    if (object === undefined || toName(this.#document.get(dict, 'Subtype')) !== 'Form') return
    if (depth >= FORM_DEPTH_MAX) return
    const own = toDict(this.#document.get(dict, 'Resources'))
    this.run(this.#readForm(object), own ?? resources, depth + 1)
  }

  /** Unpacked once: a form drawn a thousand times would use up what may be unpacked. */
  readonly #forms = new Map<PdfObject, Buffer>()
  #readForm(object: PdfObject): Buffer {
    const known = this.#forms.get(object)
    if (known !== undefined) return known
    const { bytes } = this.#document.decode(object)
    this.#forms.set(object, bytes)
    return bytes
  }

  #findDecoder(name: string, resources: PdfDict | undefined): FontDecoder {
    const fonts = toDict(this.#document.get(resources, 'Font'))
    const font = toDict(this.#document.get(fonts, name))
    if (font === undefined) return PLAIN_DECODER
    const known = this.#decoders.get(font)
    if (known !== undefined) return known
    const decoder = toDecoder(this.#document, font)
    this.#decoders.set(font, decoder)
    return decoder
  }

  #show(value: PdfValue): void {
    if (typeof value !== 'object' || value.is !== 'string') return
    this.#shownBytes += value.bytes.length
    if (this.#decoder.isOpaque) this.#opaqueBytes += value.bytes.length
    const text = this.#decoder.decode(value.bytes)
    this.#lastChars = text.length
    this.#push(text)
  }

  #push(text: string): void {
    const room = limits.fileTextCharsMax - this.#chars
    if (room <= 0) return
    this.#chunks.push(text.slice(0, room))
    this.#chars += text.length
  }
}

/** The samples of an inline image (§8.9.7) are no operators. */
function skipInlineImage(reader: ValueReader, bytes: Buffer): void {
  const end = bytes.indexOf('EI', reader.at + 1)
  reader.at = end < 0 ? bytes.length : end + 2
}
