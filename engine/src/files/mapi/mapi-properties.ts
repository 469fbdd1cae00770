import { decodeText } from '../../charset/decode-text.ts'
import { readFileTime, readU16, readU32 } from '../numbers.ts'

/** Types of values (MS-OXCDATA §2.11.1). */
export const MAPI_TYPES = {
  integer16: 0x0002,
  integer32: 0x0003,
  boolean: 0x000b,
  object: 0x000d,
  string8: 0x001e,
  unicode: 0x001f,
  time: 0x0040,
  binary: 0x0102,
} as const

/** Longest text that is read from one property; bodies reach some megabytes. */
const TEXT_BYTES_MAX = 16 * 1024 * 1024

const INTERNET_CODE_PAGE = 0x3fde
const MESSAGE_CODE_PAGE = 0x3ffd

interface MapiValue {
  readonly type: number
  readonly bytes: Uint8Array
}

/** Properties of a message, recipient or attachment (MS-OXPROPS), by the upper half of their tag. */
export class MapiProperties {
  readonly #values: ReadonlyMap<number, MapiValue>
  readonly #codePage: number | undefined

  /** @param codePage Of texts that are not Unicode, when this object does not say itself. */
  constructor(values: ReadonlyMap<number, MapiValue>, codePage?: number) {
    this.#values = values
    this.#codePage =
      this.number(MESSAGE_CODE_PAGE) ?? this.number(INTERNET_CODE_PAGE) ?? codePage ?? undefined
  }

  get codePage(): number | undefined {
    return this.#codePage
  }

  /** The charset in which bytes of HTML are written. */
  get htmlCharset(): string | undefined {
    return toCharset(this.number(INTERNET_CODE_PAGE))
  }

  has(id: number): boolean {
    return this.#values.has(id)
  }

  bytes(id: number): Uint8Array | undefined {
    return this.#values.get(id)?.bytes
  }

  /** Text without the NUL at its end; undefined when there is none. */
  text(id: number): string | undefined {
    const value = this.#values.get(id)
    if (value === undefined) return undefined
    const bytes = value.bytes.subarray(0, TEXT_BYTES_MAX)
    const text =
      value.type === MAPI_TYPES.unicode
        ? Buffer.from(bytes.subarray(0, bytes.length & ~1)).toString('utf16le')
        : decodeText(bytes, toCharset(this.#codePage)).text
    const end = text.indexOf('\0')
    const whole = end < 0 ? text : text.slice(0, end)
    return whole === '' ? undefined : whole
  }

  number(id: number): number | undefined {
    const value = this.#values.get(id)
    if (value === undefined || value.bytes.length < 2) return undefined
    return value.type === MAPI_TYPES.integer16 || value.type === MAPI_TYPES.boolean
      ? readU16(value.bytes, 0)
      : readU32(value.bytes, 0)
  }

  time(id: number): Date | undefined {
    const value = this.#values.get(id)
    return value?.type === MAPI_TYPES.time ? readFileTime(value.bytes, 0) : undefined
  }

  /** Whether the value is text, not bytes. */
  isText(id: number): boolean {
    const type = this.#values.get(id)?.type
    return type === MAPI_TYPES.unicode || type === MAPI_TYPES.string8
  }
}

/** Windows code page identifiers as charset names. */
const CHARSETS: Readonly<Record<number, string>> = {
  20127: 'us-ascii',
  20932: 'euc-jp',
  28591: 'iso-8859-1',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  50222: 'iso-2022-jp',
  51932: 'euc-jp',
  51949: 'euc-kr',
  52936: 'hz-gb-2312',
  54936: 'gb18030',
  65000: 'utf-7',
  65001: 'utf-8',
}

function toCharset(codePage: number | undefined): string | undefined {
  return codePage === undefined ? undefined : (CHARSETS[codePage] ?? `cp${codePage}`)
}
