import { endsLikeZip, findSignature } from './document-format.ts'
import type { DocumentPlace } from './document-place.ts'
import { listTexts } from './list-texts.ts'
import type { DocumentToRead } from './document-to-read.ts'

/** Zeros and a few bytes more, with which some cameras fill up. */
const FILLING_BYTES_MAX = 64

/** What stands behind the end of a picture: another file, text, or bytes that nobody can read and that are refused. */
export async function readTrailing(
  bytes: Uint8Array,
  { bytes: all, place, reading, open }: DocumentToRead,
): Promise<void> {
  const here: DocumentPlace = [...place, { kind: 'trailing-bytes' }]
  // An archive is read from the end of the whole file.
  if (endsLikeZip(all) || bytes.every((byte) => byte === 0)) return
  if (findSignature(bytes) !== undefined) {
    await open({ bytes, name: '', place: here })
    return
  }
  const isReadable = bytes.length <= FILLING_BYTES_MAX || listTexts(bytes).length === 1
  if (isReadable) reading.addBytes(here, bytes)
  else reading.refuse(here, 'unknown-format')
}
