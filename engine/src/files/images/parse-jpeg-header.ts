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
    ...(exif === undefined ? {} : { exif }),
    ...(xmp === undefined ? {} : { xmp }),
  }
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which stand among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function startsWith(data: Buffer, text: string): boolean {
  return data.toString('latin1', 0, text.length) === text
}
