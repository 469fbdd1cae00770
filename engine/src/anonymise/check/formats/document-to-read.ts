import type { DocumentFormat } from './document-format.ts'
import type { DocumentPlace } from './document-place.ts'
import type { DocumentReading } from './document-reading.ts'

/** One file to be read, at its place in another. */
export interface DocumentToRead {
  readonly bytes: Uint8Array
  readonly name: string
  /** As declared. Bytes that show another format beyond doubt are read as what they are. */
  readonly format?: DocumentFormat | undefined
  readonly place: DocumentPlace
  readonly depth: number
  readonly reading: DocumentReading
  /** Reads a file found inside this one. */
  readonly open: (file: InnerFile) => Promise<void>
}

export interface InnerFile {
  readonly bytes: Uint8Array
  readonly name: string
  readonly format?: DocumentFormat | undefined
  readonly place: DocumentPlace
}

export type FormatReader = (document: DocumentToRead) => void | Promise<void>
