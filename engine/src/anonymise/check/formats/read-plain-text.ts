import type { DocumentPlace } from './document-place.ts'
import type { DocumentToRead } from './document-to-read.ts'

/** A text of no structure: the place is its line. */
export function readPlainText({ bytes, place, reading }: DocumentToRead): void {
  reading.addWhole(bytes, lineOf(bytes, place), false)
}

/** The line in which a byte stands, counted from 1. */
export function lineOf(bytes: Uint8Array, place: DocumentPlace): (offset: number) => DocumentPlace {
  return (offset) => {
    let line = 1
    for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1))
      line += 1
    return [...place, { kind: 'line', name: line }]
  }
}
