import { toBuffer } from '../../../charset/text-decoders.ts'
import type { DocumentPlace } from './document-place.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { readExif } from './read-exif.ts'
import { readPixels } from './read-pixels.ts'
import { readTrailing } from './read-trailing.ts'
import { readXmp } from './read-xmp.ts'
import type { DocumentToRead } from './document-to-read.ts'

const [END, SCAN, COMMENT, APP0, APP15] = [0xd9, 0xda, 0xfe, 0xe0, 0xef]
/** Heads of a picture, one for each way of coding it (T.81 table B.1). */
const FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]
const EXIF = 'Exif\0\0'
const XMP = 'http://ns.adobe.com/xap/1.0/\0'
const XMP_REST = 'http://ns.adobe.com/xmp/extension/\0'
const PHOTOSHOP = 'Photoshop 3.0\0'

/** JPEG (ITU-T T.81 annex B): every segment that is no table of the picture, wherever it stands, and what follows the end. */
export async function readJpeg(document: DocumentToRead): Promise<void> {
  const { place, reading } = document
  const bytes = toBuffer(document.bytes)
  const extended: Buffer[] = []
  let at = 2
  const markers = new Set<number>()
  for (let count = 0; at + 2 <= bytes.length; count += 1) {
    const marker = bytes[at + 1] ?? 0
    if (count >= DOCUMENT_LIMITS.chunksMax) {
      reading.refuse(place, 'too-many-parts')
      return
    }
    if (bytes[at] !== 0xff) break
    markers.add(marker)
    if (marker === END) {
      at += 2
      break
    }
    // Fill bytes, and markers without a length.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else {
      if (at + 4 > bytes.length) break
      const end = at + 2 + bytes.readUInt16BE(at + 2)
      const data = bytes.subarray(at + 4, end)
      if (marker === COMMENT || (marker >= APP0 && marker <= APP15))
        await readSegment(marker, data, extended, document)
      at = marker === SCAN ? findScanEnd(bytes, end) : Math.max(end, at + 4)
    }
  }
  const isWhole = FRAMES.some((frame) => markers.has(frame)) && markers.has(SCAN)
  if (!isWhole || !markers.has(END)) reading.refuse(place, 'damaged')
  // Behind the end stand the pictures of a burst or a film, and whatever else somebody put there.
  await readTrailing(bytes.subarray(at), document)
  if (extended.length > 0) await readXmp(Buffer.concat(extended), document)
  await readPixels(document, 'image/jpeg')
}

async function readSegment(
  marker: number,
  data: Buffer,
  extended: Buffer[],
  document: DocumentToRead,
): Promise<void> {
  const { place, reading } = document
  const begins = (text: string) => data.toString('latin1', 0, text.length) === text
  if (begins(EXIF)) return readExif(data.subarray(EXIF.length), document)
  if (begins(XMP)) return readXmp(data.subarray(XMP.length), document)
  if (begins(XMP_REST)) {
    // Name, digest of 32 letters, full length and offset.
    extended.push(data.subarray(XMP_REST.length + 40))
    return undefined
  }
  const step: DocumentPlace = begins(PHOTOSHOP)
    ? [{ kind: 'iptc' }]
    : marker === COMMENT
      ? [{ kind: 'picture-comment' }]
      : [{ kind: 'chunk', name: `APP${marker - APP0}` }]
  reading.addBytes([...place, ...step], data)
  return undefined
}

/** Behind a scan's data: a marker that is neither a stuffed byte nor a restart (T.81 §B.1.1.5). */
function findScanEnd(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}
