import { toBuffer } from '../../../charset/text-decoders.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { readExif } from './read-exif.ts'
import { readTrailing } from './read-trailing.ts'
import { readXmp } from './read-xmp.ts'
import type { DocumentToRead } from './document-to-read.ts'

const FIRST_CHUNK = 12
/** Pixels, sizes, frames (RFC 9649 §2). */
const NUMBERS: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])

const PICTURES: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF'])

/** WebP: EXIF, XMP and every chunk that holds no pixels. */
export async function readWebp(document: DocumentToRead): Promise<void> {
  const { place, reading } = document
  const bytes = toBuffer(document.bytes)
  const declaredEnd = bytes.readUInt32LE(4) + 8
  const end = Math.min(bytes.length, declaredEnd)
  let at = FIRST_CHUNK
  let hasPicture = false
  for (let count = 0; at + 8 <= end; count += 1) {
    if (count >= DOCUMENT_LIMITS.chunksMax) break
    const kind = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (PICTURES.has(kind)) hasPicture = true
    if (kind === 'EXIF') await readExif(withoutPrefix(data), document)
    else if (kind === 'XMP ') await readXmp(data, document)
    else if (!NUMBERS.has(kind)) reading.addBytes([...place, { kind: 'chunk', name: kind }], data)
    // Chunks are padded to even lengths.
    at += 8 + length + (length % 2)
  }
  // The padding of the last chunk is left out by some writers.
  const isCut = declaredEnd > bytes.length || at < end || at > end + 1
  if (isCut || !hasPicture) reading.refuse(place, 'damaged')
  await readTrailing(bytes.subarray(at), document)
  reading.pictureCount += 1
}

/** Some writers put the prefix of JPEG before the tags. */
const withoutPrefix = (data: Buffer): Buffer =>
  data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data
