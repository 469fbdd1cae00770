import { limits } from '../../limits.ts'
import { type PdfDict, type PdfObject, toDict, toNumber } from './pdf-value.ts'
import { ValueReader } from './value-reader.ts'

/** Everything of a file that has the form of an object, in the order in which it stands there. */
export interface ScannedObjects {
  readonly objects: readonly PdfObject[]
  readonly trailers: readonly PdfDict[]
  /** The file ends inside an object, or has more of them than are read. */
  readonly isCut: boolean
}

/** Trailers that are read; each saving of a file adds one. */
const TRAILERS_MAX = 50
/** Bytes that are read a second time in files with unclosed brackets. */
const SPARE_BYTES_MAX = 512 * 1024

/**
 * Finds objects by their form, not by the cross-reference table: hostile files have none, or one that
 * leads past what a lenient viewer opens all the same.
 */
export function scanObjects(bytes: Buffer): ScannedObjects {
  const scan = new ObjectScan(bytes)
  const objects = scan.list()
  return { objects, trailers: scanTrailers(bytes), isCut: scan.isCut }
}

class ObjectScan {
  readonly #bytes: Buffer
  /** Bytes that may still be read twice: an unclosed string runs to the end, object after object. */
  #spareWork: number
  #nextEndStream = -1
  #nextEndObject = -1
  isCut = false

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#spareWork = Math.min(bytes.length, SPARE_BYTES_MAX) + 1024
  }

  list(): PdfObject[] {
    const objects: PdfObject[] = []
    let at = this.#bytes.indexOf('obj')
    while (at >= 0) {
      if (objects.length >= limits.pdfObjectsMax) {
        this.isCut = true
        break
      }
      const number = this.#readNumberBefore(at)
      let next = at + 3
      if (number !== undefined) {
        const { object, end } = this.#readObject(number, at)
        objects.push(object)
        next = end
      }
      at = this.#bytes.indexOf('obj', next)
    }
    return objects
  }

  /** `12 0 obj`; undefined for `endobj` and for words in text. */
  #readNumberBefore(at: number): number | undefined {
    const before = this.#bytes.toString('latin1', Math.max(0, at - 24), at)
    const number = /(?:^|\D)(\d{1,10})\s{1,5}\d{1,5}\s{0,5}$/.exec(before)?.[1]
    return number === undefined ? undefined : Number(number)
  }

  #readObject(number: number, at: number): { object: PdfObject; end: number } {
    const reader = new ValueReader(this.#bytes, at + 3)
    const value = reader.read()
    const dict = toDict(value)
    const start = dict === undefined ? undefined : this.#findStreamStart(reader.at)
    if (dict !== undefined && start !== undefined) {
      const end = this.#findStreamEnd(start, toNumber(dict.entries.get('Length')))
      return { object: { number, value, at, stream: this.#bytes.subarray(start, end) }, end }
    }
    const object: PdfObject = { number, value, at }
    if (reader.at < this.#bytes.length) return { object, end: reader.at }
    // A value that runs to the end may hide objects behind an unclosed bracket: look into it again.
    this.isCut = true
    const swallowed = reader.at - at
    const isPaid = swallowed <= this.#spareWork
    if (isPaid) this.#spareWork -= swallowed
    return { object, end: isPaid ? at + 3 : reader.at }
  }

  #findStreamStart(at: number): number | undefined {
    const after = this.#bytes.toString('latin1', at, at + 64)
    const keyword = /^\s*stream(?:\r\n|\n|\r)?/.exec(after)?.[0]
    return keyword === undefined ? undefined : at + keyword.length
  }

  /** By its length when the file says it truly, else by the next keyword that ends it. */
  #findStreamEnd(start: number, length: number): number {
    const stated = start + length
    const behind = this.#bytes.toString('latin1', stated, stated + 14)
    if (length > 0 && /^\s{0,4}(?:endstream|endobj)/.test(behind)) return stated
    if (this.#nextEndStream < start) this.#nextEndStream = this.#find('endstream', start)
    if (this.#nextEndObject < start) this.#nextEndObject = this.#find('endobj', start)
    const end = Math.min(this.#nextEndStream, this.#nextEndObject)
    if (end >= this.#bytes.length) this.isCut = true
    return end
  }

  #find(word: string, from: number): number {
    const at = this.#bytes.indexOf(word, from)
    return at < 0 ? this.#bytes.length : at
  }
}

function scanTrailers(bytes: Buffer): PdfDict[] {
  const trailers: PdfDict[] = []
  let at = bytes.lastIndexOf('trailer')
  while (at >= 0 && trailers.length < TRAILERS_MAX) {
    const dict = toDict(new ValueReader(bytes.subarray(at, at + 65_536), 7).read())
    if (dict !== undefined) trailers.push(dict)
    at = at === 0 ? -1 : bytes.lastIndexOf('trailer', at - 1)
  }
  return trailers
}
