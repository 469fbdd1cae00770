/** A value of the PDF language (ISO 32000-2 §7.3). `null` is undefined, as everywhere here. */
export type PdfValue =
  | undefined
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfArray
  | PdfDict
  | PdfKeyword

export interface PdfName {
  readonly is: 'name'
  readonly name: string
}

export interface PdfString {
  readonly is: 'string'
  readonly bytes: Buffer
}

export interface PdfRef {
  readonly is: 'ref'
  readonly number: number
}

export interface PdfArray {
  readonly is: 'array'
  readonly items: readonly PdfValue[]
}

export interface PdfDict {
  readonly is: 'dict'
  readonly entries: ReadonlyMap<string, PdfValue>
}

/** A bare word: an operator of a content stream, `endobj`, or rubbish. */
export interface PdfKeyword {
  readonly is: 'keyword'
  readonly word: string
}

/** One numbered object, with its stream when it has one. */
export interface PdfObject {
  readonly number: number
  readonly value: PdfValue
  /** Offset in the file; undefined for objects that stood in an object stream. */
  readonly at?: number
  /** Bytes as they stand in the file, filtered and perhaps encrypted. */
  readonly stream?: Buffer
}

export function toDict(value: PdfValue): PdfDict | undefined {
  return typeof value === 'object' && value.is === 'dict' ? value : undefined
}

export function toItems(value: PdfValue): readonly PdfValue[] {
  return typeof value === 'object' && value.is === 'array' ? value.items : []
}

export function toName(value: PdfValue): string {
  return typeof value === 'object' && value.is === 'name' ? value.name : ''
}

export function toNumber(value: PdfValue): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

/** Text string (§7.9.2.2): UTF-16 or UTF-8 by its byte order mark, else PDFDocEncoding. */
export function toText(value: PdfValue): string {
  if (typeof value !== 'object' || value.is !== 'string') return ''
  const { bytes } = value
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le')
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return bytes.subarray(3).toString('utf8')
  // Many writers put UTF-8 or Shift_JIS here; pure ASCII is the same in all of them.
  return bytes.toString('latin1')
}
