import { toBuffer } from '../../charset/text-decoders.ts'
import { parseGifHeader } from './parse-gif-header.ts'
import { parseJpegHeader } from './parse-jpeg-header.ts'
import { parsePngHeader } from './parse-png-header.ts'
import { parseWebpHeader } from './parse-webp-header.ts'
import { NO_SIZE, type PictureHeader, type Size } from './picture-header.ts'
import { parseTiffTags, TIFF_TAGS } from './tiff-tags.ts'

/** Size and metadata of a picture of a detected type; undefined for formats we do not know. */
export function parseHeader(bytes: Uint8Array, type: string): PictureHeader | undefined {
  const buffer = toBuffer(bytes)
  switch (type) {
    case 'image/png':
      return parsePngHeader(buffer)
    case 'image/jpeg':
      return parseJpegHeader(buffer)
    case 'image/gif':
      return parseGifHeader(buffer)
    case 'image/webp':
      return parseWebpHeader(buffer)
    case 'image/bmp':
      return { format: 'BMP', ...readBmpSize(buffer), passes: 1 }
    case 'image/tiff':
      return { format: 'TIFF', ...readTiffSize(buffer), passes: 1, exif: buffer }
    default:
      return undefined
  }
}

/** BITMAPINFOHEADER; a negative height means rows from the top. */
function readBmpSize(buffer: Buffer): Size {
  if (buffer.length < 26) return NO_SIZE
  if (buffer.readUInt32LE(14) === 12)
    return { width: buffer.readUInt16LE(18), height: buffer.readUInt16LE(20) }
  return { width: Math.abs(buffer.readInt32LE(18)), height: Math.abs(buffer.readInt32LE(22)) }
}

function readTiffSize(buffer: Buffer): Size {
  const tags = parseTiffTags(buffer)
  const read = (tag: number) => Number(tags.get(tag) ?? 0)
  return { width: read(TIFF_TAGS.width), height: read(TIFF_TAGS.height) }
}
