import { NO_SIZE, type PictureHeader, type Size } from './picture-header.ts'

const APP1 = 0xe1
const START_OF_SCAN = 0xda
const EXIF = 'Exif\0\0'
const XMP = 'http://ns.adobe.com/xap/1.0/\0'
/** Segments before the pixels; cameras write under twenty. */
const SEGMENTS_MAX = 1_000

/** Frame size and APP1 metadata of a JPEG (ITU-T T.81 annex B). */
export function parseJpegHeader(buffer: Buffer): PictureHeader {
  let size: Size = NO_SIZE
  let exif: Buffer | undefined
  let xmp: Buffer | undefined
  let at = 2
  for (let count = 0; count < SEGMENTS_MAX && at + 4 <= buffer.length; count++) {
    if (buffer[at] !== 0xff) break
    const marker = buffer[at + 1] ?? 0
    if (marker === START_OF_SCAN) break
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at++
      continue
    }
    const length = buffer.readUInt16BE(at + 2)
    const data = buffer.subarray(at + 4, at + 2 + length)
    if (isFrame(marker) && data.length >= 5)
      size = { width: data.readUInt16BE(3), height: data.readUInt16BE(1) }
    if (marker === APP1) {
      if (startsWith(data, EXIF)) exif ??= data.subarray(EXIF.length)
      if (startsWith(data, XMP)) xmp ??= data.subarray(XMP.length)
    }
    at += 2 + Math.max(2, length)
  }
  return {
    format: 'JPEG',
    ...size,
    passes: countScans(buffer, at),
    ...(exif === undefined ? {} : { exif }),
    ...(xmp === undefined ? {} : { xmp }),
  }
}

const SCAN = Buffer.from([0xff, START_OF_SCAN])
/** Scans counted; more make no difference. Programs write about ten. */
const SCANS_MAX = 10_000

/**
 * Scans from the first one on. Each says something of every block, be it in ten bytes that nothing
 * changes: a megabyte holds some 40,000 times the work of its picture. Among the bits of a picture the
 * marker cannot stand (T.81 §B.1.1.5).
 */
function countScans(buffer: Buffer, first: number): number {
  let scans = 0
  let at = buffer.indexOf(SCAN, first)
  for (; at >= 0 && scans < SCANS_MAX; at = buffer.indexOf(SCAN, at + 2)) scans++
  return Math.max(1, scans)
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which stand among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function startsWith(data: Buffer, text: string): boolean {
  return data.toString('latin1', 0, text.length) === text
}
