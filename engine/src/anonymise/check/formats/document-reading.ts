import { type UnpackBudget, startBudget } from '../../../files/archives/archive-member.ts'
import type { DocumentPlace } from './document-place.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { listTexts } from './list-texts.ts'
import type { Unsearched, UnsearchedReason } from './unsearched.ts'

/** Bytes to be searched, and what stands where in them. */
export interface SearchableLayer {
  readonly bytes: Uint8Array
  /** A part as it stands in the file. What it shows is told only where no piece with a finer place shows it. */
  readonly isWhole: boolean
  placeAt(offset: number): DocumentPlace
}

/** Parts pieces so that no name and no encoded text runs on from one into the next. */
const GAP = '\n\n|\n\n'

/** Long texts are searched in steps; a name or an encoded word that a step cuts apart stands whole in the next. */
const OVERLAP_BYTES = 4096

/** What is being read of one file: its searchable layers, and what stayed closed. Everything in it is bounded. */
export class DocumentReading {
  readonly #layers: SearchableLayer[] = []
  readonly #unsearched: Unsearched[] = []
  /** What the engine's readers of files may unpack. */
  readonly budget: UnpackBudget
  /** Pictures whose letters, if any, nobody has read. */
  pictureCount = 0
  #pieces: { readonly at: number; readonly place: DocumentPlace }[] = []
  #texts: string[] = []
  #pieceBytes = 0
  #segmentsLeft: number = DOCUMENT_LIMITS.segmentsMax
  #textBytesLeft: number = DOCUMENT_LIMITS.textBytesMax
  #filesLeft: number = DOCUMENT_LIMITS.filesMax
  #unpackedBytesLeft: number = DOCUMENT_LIMITS.unpackedBytesMax

  constructor(sizeBytes: number) {
    this.budget = startBudget(sizeBytes)
  }

  /** A piece of text with its place; pieces are searched many at a time. */
  addText(place: DocumentPlace, text: string): void {
    if (text.trim() === '') return
    const sizeBytes = Buffer.byteLength(text, 'utf8')
    if (!this.#pay(place, sizeBytes)) return
    if (this.#pieceBytes + sizeBytes > DOCUMENT_LIMITS.layerBytesMax) this.#closeLayer()
    this.#pieces.push({ at: this.#pieceBytes, place })
    this.#texts.push(text)
    this.#pieceBytes += sizeBytes + GAP.length
  }

  /** Bytes of no known charset: what could be text in them, in every charset that is tried. */
  addBytes(place: DocumentPlace, bytes: Uint8Array): void {
    for (const text of listTexts(bytes)) this.addText(place, text)
  }

  /** A text as it stands in the file, in its own charset. */
  addWhole(
    bytes: Uint8Array,
    placeAt: (offset: number) => DocumentPlace,
    isWhole: boolean = true,
  ): void {
    if (bytes.length === 0 || !this.#pay(placeAt(0), bytes.length)) return
    const step = DOCUMENT_LIMITS.layerBytesMax
    for (let start = 0; start < bytes.length; start += step)
      this.#layers.push({
        bytes: bytes.subarray(start, start + step + OVERLAP_BYTES),
        isWhole,
        placeAt: (offset) => placeAt(start + offset),
      })
  }

  /** What stands between the parts of a file, often with binary bytes among it. */
  addFrame(place: DocumentPlace, bytes: Uint8Array): void {
    this.addWhole(Buffer.from(listTexts(bytes).join(GAP), 'utf8'), () => place)
  }

  refuse(place: DocumentPlace, reason: UnsearchedReason): void {
    const key = JSON.stringify(place)
    const isKnown = this.#unsearched.some(
      (one) => one.reason === reason && JSON.stringify(one.place) === key,
    )
    if (!isKnown && this.#unsearched.length < DOCUMENT_LIMITS.refusalsMax)
      this.#unsearched.push({ place, reason })
  }

  /** Whether one more file may be opened. */
  mayOpen(place: DocumentPlace): boolean {
    this.#filesLeft -= 1
    if (this.#filesLeft < 0) this.refuse(place, 'too-many-parts')
    return this.#filesLeft >= 0
  }

  /** Bytes that may still be unpacked here. */
  get unpackedBytesLeft(): number {
    return Math.max(0, this.#unpackedBytesLeft)
  }

  payUnpacked(sizeBytes: number): void {
    this.#unpackedBytesLeft -= sizeBytes
  }

  finish(): {
    readonly layers: readonly SearchableLayer[]
    readonly unsearched: readonly Unsearched[]
  } {
    this.#closeLayer()
    return { layers: this.#layers, unsearched: this.#unsearched }
  }

  #pay(place: DocumentPlace, sizeBytes: number): boolean {
    this.#segmentsLeft -= 1
    this.#textBytesLeft -= sizeBytes
    if (this.#segmentsLeft < 0) this.refuse(place, 'too-many-parts')
    if (this.#textBytesLeft < 0) this.refuse(place, 'too-large')
    return this.#segmentsLeft >= 0 && this.#textBytesLeft >= 0
  }

  #closeLayer(): void {
    if (this.#texts.length === 0) return
    const pieces = this.#pieces
    const bytes = Buffer.from(this.#texts.join(GAP), 'utf8')
    this.#layers.push({ bytes, isWhole: false, placeAt: (offset) => findPlace(pieces, offset) })
    this.#pieces = []
    this.#texts = []
    this.#pieceBytes = 0
  }
}

/** The last piece that begins at or before an offset. */
function findPlace(
  pieces: readonly { readonly at: number; readonly place: DocumentPlace }[],
  offset: number,
): DocumentPlace {
  let [low, high] = [0, pieces.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return pieces[low]?.place ?? []
}
