import type { CodeBudget } from './parse-cmap.ts'
import { toBuffer } from '../../charset/text-decoders.ts'
import type { ProblemCode } from '../../evidence/problem.ts'
import { limits } from '../../limits.ts'
import { payForTrial, TRIAL_MS } from '../pay-for-trial.ts'
import type { FileToRead } from '../file-reading.ts'
import { decodeStream, type DecodedStream } from './decode-stream.ts'
import { decryptObjects } from './decrypt-objects.ts'
import { findDecryptionKey, toBytes } from './decryption-key.ts'
import {
  type PdfDict,
  type PdfObject,
  type PdfValue,
  toDict,
  toItems,
  toName,
  toNumber,
} from './pdf-value.ts'
import { scanObjects } from './scan-objects.ts'
import { ValueReader } from './value-reader.ts'

/** References that lead to references; a ring of them has no end. */
const REFERENCES_MAX = 20

/** The objects of one file, unpacked and decrypted as far as we can. */
export class PdfDocument {
  /** Every version of every object: what a later saving replaced is evidence too. */
  readonly objects: readonly PdfObject[]
  readonly trailers: readonly PdfDict[]
  readonly problems = new Set<ProblemCode>()
  readonly isEncrypted: boolean
  /** Opens the file; empty when anybody may read it. */
  password = ''
  readonly #byNumber = new Map<number, PdfObject>()
  readonly #budget: FileToRead['budget']
  /** Shared by the maps of all fonts. */
  readonly codeBudget: CodeBudget = { codesLeft: limits.pdfFontCodesMax }
  #bytesLeft: number

  constructor({ bytes, passwords, budget }: FileToRead) {
    this.#budget = budget
    const unpacked = limits.pdfUnpackedBytesFree + bytes.length * limits.unpackedPerByteMax
    this.#bytesLeft = Math.min(unpacked, limits.pdfUnpackedBytesMax)
    const { objects, trailers, isCut } = scanObjects(toBuffer(bytes))
    if (isCut) this.problems.add('file-damaged')
    const crossReferences = objects.flatMap(({ value }) => {
      const dict = toDict(value)
      return toName(dict?.entries.get('Type')) === 'XRef' && dict !== undefined ? [dict] : []
    })
    this.trailers = [...trailers, ...crossReferences]
    for (const object of objects) this.#byNumber.set(object.number, object)
    const encrypt = this.#findInTrailers('Encrypt')
    this.isEncrypted = encrypt !== undefined
    const opened = encrypt === undefined ? objects : this.#decrypt(objects, encrypt, passwords)
    for (const object of opened) this.#byNumber.set(object.number, object)
    this.objects = [...opened, ...this.#unpackObjects(opened)]
  }

  /** The value behind a reference; the value itself when it is none. */
  readonly resolve = (value: PdfValue): PdfValue => {
    let found = value
    for (let steps = 0; steps < REFERENCES_MAX; steps++) {
      if (typeof found !== 'object' || found.is !== 'ref') return found
      found = this.#byNumber.get(found.number)?.value
    }
    return undefined
  }

  /** The entry of a dictionary, references resolved. */
  get(dict: PdfDict | undefined, key: string): PdfValue {
    return this.resolve(dict?.entries.get(key))
  }

  /** The object behind a reference, for its stream. */
  objectOf(value: PdfValue): PdfObject | undefined {
    return typeof value === 'object' && value.is === 'ref'
      ? this.#byNumber.get(value.number)
      : undefined
  }

  get catalog(): PdfDict | undefined {
    return (
      this.#findInTrailers('Root') ??
      this.objects.map(({ value }) => toDict(value)).find((dict) => this.isType(dict, 'Catalog'))
    )
  }

  get info(): PdfDict | undefined {
    return this.#findInTrailers('Info')
  }

  /** Nothing is kept from us for want of a password. */
  get isOpen(): boolean {
    return !this.problems.has('wrong-password')
  }

  isType(dict: PdfDict | undefined, type: string): boolean {
    return toName(dict?.entries.get('Type')) === type
  }

  /** The bytes of a stream, paid for out of what may be unpacked. */
  decode({ value, stream }: PdfObject, bytesMax: number = limits.memberBytesMax): DecodedStream {
    const dict = toDict(value)
    if (stream === undefined || dict === undefined) return { bytes: Buffer.alloc(0) }
    const room = Math.max(0, Math.min(bytesMax, this.#bytesLeft, this.#budget.bytesLeft))
    if (room === 0) {
      this.problems.add('over-unpacked')
      return { bytes: Buffer.alloc(0), rest: 'over-unpacked' }
    }
    const decoded = decodeStream(stream, dict, { resolve: this.resolve, bytesMax: room })
    // A stream that gave nothing may have run into the limit, and costs what it could have given.
    const isEmpty = decoded.bytes.length === 0 && stream.length > 1024
    const paid = isEmpty ? Math.min(room, stream.length * 100) : decoded.bytes.length
    this.#bytesLeft -= paid
    this.#budget.bytesLeft -= paid
    return decoded
  }

  #findInTrailers(key: string): PdfDict | undefined {
    for (const trailer of this.trailers) {
      const dict = toDict(this.resolve(trailer.entries.get(key)))
      if (dict !== undefined) return dict
    }
    return undefined
  }

  #decrypt(
    objects: readonly PdfObject[],
    encrypt: PdfDict,
    passwords: readonly string[],
  ): readonly PdfObject[] {
    const id = this.trailers.map((trailer) => toItems(this.get(trailer, 'ID'))[0])
    const firstId = toBytes(this.resolve(id.find((one) => one !== undefined)))
    const isStandard = toName(this.get(encrypt, 'Filter')) === 'Standard'
    const tried = isStandard ? ['', ...passwords.slice(0, limits.passwordsMax)] : []
    const plain = this.#withPlainEntries(encrypt)
    const payable = tried.filter(() => payForTrial(this.#budget, TRIAL_MS.pdf))
    const found = findDecryptionKey(plain, firstId, payable)
    if (found === undefined) {
      this.problems.add('wrong-password')
      return []
    }
    this.password = found.password
    const { opened, isCut } = decryptObjects(objects, plain, found.key)
    if (isCut) this.problems.add('over-much-read')
    return opened
  }

  /** The Encrypt dictionary may keep its numbers in objects of their own. */
  #withPlainEntries(dict: PdfDict): PdfDict {
    return {
      is: 'dict',
      entries: new Map([...dict.entries].map(([key, value]) => [key, this.resolve(value)])),
    }
  }

  /** Objects inside object streams (§7.5.7), where writers since 2003 put most of them. */
  #unpackObjects(objects: readonly PdfObject[]): PdfObject[] {
    const unpacked: PdfObject[] = []
    for (const object of objects) {
      const dict = toDict(object.value)
      if (object.stream === undefined || !this.isType(dict, 'ObjStm')) continue
      const { bytes } = this.decode(object)
      const first = toNumber(this.get(dict, 'First'))
      const head = new ValueReader(bytes)
      const count = Math.min(toNumber(this.get(dict, 'N')), limits.pdfObjectsMax - unpacked.length)
      for (let index = 0; index < count && head.at < first; index++) {
        const number = toNumber(head.read())
        const at = first + toNumber(head.read())
        const inner = { number, value: new ValueReader(bytes, at).read() }
        unpacked.push(inner)
        this.#byNumber.set(number, inner)
      }
    }
    return unpacked
  }
}
