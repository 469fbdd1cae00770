import { isAscii } from 'node:buffer'
import { limits } from '../../limits.ts'
import { decodeText, type DecodedText } from '../../charset/decode-text.ts'
import { type ParameterisedValue, parseParameters } from '../headers/parameters.ts'
import type { HtmlReading } from '../links/html-reading.ts'
import { readHtml } from '../links/read-html.ts'
import type { Message, Part } from '../message.ts'
import type { ProblemCode } from '../problem.ts'
import { decodeTransfer, findTransferProblem } from './decode-transfer.ts'
import type { ParsedField } from './parsed-field.ts'

/** What every part of one mail shares. */
export interface MailSource {
  readonly bytes: Buffer
  /** Nested mails are opened through the mail's own parser; undefined when they are too deep. */
  readonly openMail: ((bytes: Uint8Array, path: string) => Message) | undefined
}

export interface PartStart {
  readonly path: string
  readonly headers: readonly ParsedField[]
  readonly start: number
  readonly bodyStart: number
  /** The type of a part that declares none: message/rfc822 in a digest (RFC 2046 §5.1.5). */
  readonly defaultType: string
  /** Name of the uuencoded file this part is; it has no header of its own. */
  readonly uuencodedName?: string
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined
}

const TOKEN = /^[^\s/;]+\/[^\s/;]+$/

/** A part of the tree. Bodies are decoded when they are first read. */
export class MimePart implements Part {
  readonly path: string
  readonly type: string
  readonly charset?: string
  readonly fileName?: string
  readonly disposition?: 'inline' | 'attachment'
  readonly contentId?: string
  readonly headers: readonly ParsedField[]
  readonly range: { start: number; end: number }
  readonly bodyRange: { readonly start: number; end: number }
  readonly children: MimePart[] = []
  /** The boundary parameter, when this is a multipart that names one. */
  readonly boundary: string | undefined
  readonly transferEncoding: string
  readonly #source: MailSource
  #content: Uint8Array | undefined
  #decoded: DecodedText | undefined
  #html: HtmlReading | undefined
  #message: Message | undefined

  constructor(source: MailSource, part: PartStart) {
    this.#source = source
    this.path = part.path
    this.headers = part.headers
    const end = source.bytes.length
    this.range = { start: part.start, end }
    this.bodyRange = { start: part.bodyStart, end }

    const { value, parameters } = readParameters(part.headers, 'content-type')
    this.type = TOKEN.test(value) ? value : part.defaultType
    this.boundary = this.type.startsWith('multipart/') ? parameters.get('boundary') : undefined
    const charset = parameters.get('charset')?.trim().toLowerCase()
    if (charset !== undefined && charset !== '') this.charset = charset

    const disposition = readParameters(part.headers, 'content-disposition')
    // RFC 2183 §2.8: an unknown disposition is to be treated as an attachment.
    if (disposition.value !== '') {
      this.disposition = disposition.value === 'inline' ? 'inline' : 'attachment'
    }
    const fileName =
      part.uuencodedName ?? disposition.parameters.get('filename') ?? parameters.get('name')
    if (fileName !== undefined && fileName !== '') this.fileName = fileName
    const contentId = findRaw(part.headers, 'content-id')?.trim().replace(/^<|>$/g, '')
    if (contentId !== undefined && contentId !== '') this.contentId = contentId
    this.transferEncoding =
      part.uuencodedName === undefined ? readTransferEncoding(part.headers) : 'x-uuencode'
  }

  get isMultipart(): boolean {
    return this.type.startsWith('multipart/')
  }

  get isHtml(): boolean {
    if (this.type === 'text/html' || this.type === 'application/xhtml+xml') return true
    return !this.isMultipart && /\.(?:s?html?|xht(?:ml)?)\.?$/i.test(this.fileName ?? '')
  }

  /** Whether the part declares a mail, or is a file named like one. */
  get isMail(): boolean {
    if (this.type === 'message/rfc822' || this.type === 'message/global') return true
    return this.type.startsWith('application/') && /\.eml$/i.test(this.fileName ?? '')
  }

  get content(): Uint8Array {
    this.#content ??= this.isMultipart
      ? this.#body()
      : decodeTransfer(this.#body(), this.transferEncoding)
    return this.#content
  }

  get text(): string | undefined {
    return this.#isText ? this.#decode().text : undefined
  }

  /** A multipart in which no part was found is read as text, or its words would be seen by nobody. */
  get #isText(): boolean {
    if (this.isMultipart) return this.children.length === 0
    return this.type.startsWith('text/') || this.isHtml
  }

  /** Text and links of an HTML part; undefined for others. */
  get html(): HtmlReading | undefined {
    if (!this.isHtml) return undefined
    this.#html ??= readHtml(this.#decode().text)
    return this.#html
  }

  get message(): Message | undefined {
    if (!this.isMail) return undefined
    this.#message ??= this.#source.openMail?.(this.content, this.path)
    return this.#message
  }

  /** What can only be said after the header values were decoded. */
  findHeaderProblems(): readonly ProblemCode[] {
    if (this.headers.length === 0) return []
    const head = this.#source.bytes.subarray(this.range.start, this.bodyRange.start)
    const codes = head.includes(0) ? ['nul-bytes' as const] : []
    // Decoding every field of every mail would cost more than parsing it.
    if (!mayHaveProblem(head)) return codes
    // Nobody reads X- fields as text, and some servers fill kilobytes of them with encoded words.
    const read = this.headers.filter(
      ({ key, range }) =>
        !key.startsWith('x-') &&
        mayHaveProblem(this.#source.bytes.subarray(range.start, range.end)),
    )
    return [...codes, ...read.map(({ problem }) => problem).filter(isDefined)]
  }

  /** What can only be said after the body was decoded. */
  findBodyProblems(): readonly ProblemCode[] {
    if (this.isMultipart) return []
    const transfer = findTransferProblem(this.#body(), this.transferEncoding)
    const charset = this.text === undefined ? undefined : this.#decode().problem
    return [transfer, charset, ...(this.html?.problems ?? [])].filter(isDefined)
  }

  #body(): Buffer {
    return this.#source.bytes.subarray(this.bodyRange.start, this.bodyRange.end)
  }

  #decode(): DecodedText {
    this.#decoded ??= decodeText(this.content, this.charset ?? this.#findMetaCharset())
    return this.#decoded
  }

  /** HTML may declare its charset itself (WHATWG "prescan a byte stream", first 1,024 bytes). */
  #findMetaCharset(): string | undefined {
    if (!this.isHtml) return undefined
    const head = Buffer.from(this.content.subarray(0, 1024)).toString('latin1')
    return /<meta[^<>]{1,200}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1]
  }
}

/** Whether a header or a field of it is long, not ASCII, or holds escapes or encoded words. */
function mayHaveProblem(bytes: Buffer): boolean {
  if (bytes.length >= limits.fieldValueBytesMax || !isAscii(bytes)) return true
  return bytes.includes(ESCAPE) || bytes.includes('=?')
}

const ESCAPE = 0x1b

function findRaw(headers: readonly ParsedField[], key: string): string | undefined {
  const raw = headers.find((field) => field.key === key)?.raw
  return raw?.slice(0, limits.fieldValueBytesMax)
}

const EMPTY: ParameterisedValue = { value: '', parameters: new Map() }

function readParameters(headers: readonly ParsedField[], key: string): ParameterisedValue {
  const raw = findRaw(headers, key)
  return raw === undefined ? EMPTY : parseParameters(raw)
}

function readTransferEncoding(headers: readonly ParsedField[]): string {
  const raw = findRaw(headers, 'content-transfer-encoding') ?? ''
  return raw
    .replace(/\([^()]*\)/g, '')
    .trim()
    .replace(/[;\s][^]*$/, '')
    .replace(/^"|"$/g, '')
    .toLowerCase()
}
