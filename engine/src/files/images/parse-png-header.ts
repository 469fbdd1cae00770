import { NO_SIZE, type PictureHeader } from './picture-header.ts'

const FIRST_CHUNK = 8
/** Chunks looked at; metadata stand before the pixels or after some thousand chunks of them. */
const CHUNKS_MAX = 5_000

/** IHDR, eXIf and the XMP text of a PNG (PNG 3rd edition §11). */
export function parsePngHeader(buffer: Buffer): PictureHeader {
  const hasSize = buffer.length >= 24 && buffer.toString('latin1', 12, 16) === 'IHDR'
  const size = hasSize
    ? { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) }
    : NO_SIZE
  let exif: Buffer | undefined
  let xmp: Buffer | undefined
  let frames = 0
  let at = FIRST_CHUNK
  for (let count = 0; count < CHUNKS_MAX && at + 8 <= buffer.length; count++) {
    const length = buffer.readUInt32BE(at)
    const kind = buffer.toString('latin1', at + 4, at + 8)
    const data = buffer.subarray(at + 8, at + 8 + length)
    if (kind === 'fcTL') frames++
    if (kind === 'eXIf') exif ??= data
    if (kind === 'iTXt' && data.toString('latin1', 0, 17) === 'XML:com.adobe.xmp') xmp ??= data
    at += length + 12
  }
  return {
    format: 'PNG',
    ...size,
    passes: Math.max(1, frames),
    ...(exif === undefined ? {} : { exif }),
    ...(xmp === undefined ? {} : { xmp }),
  }
}
