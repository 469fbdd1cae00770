import type { OutgoingDocument } from '../check-documents.ts'

/** A place of a format in which a name can stand, and a file that has one there. */
export interface HidingPlace {
  readonly format: string
  readonly place: string
  /** What the check has to tell of the place, in English. */
  readonly told: RegExp
  write(name: string): OutgoingDocument
}

/** A name cut into this many pieces. */
export function cut(name: string, count: number): readonly string[] {
  const letters = Array.from(name)
  const size = Math.ceil(letters.length / count)
  return Array.from({ length: count }, (_, at) =>
    letters.slice(at * size, (at + 1) * size).join(''),
  ).filter((piece) => piece !== '')
}

export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
