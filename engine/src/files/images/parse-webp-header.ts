import { NO_SIZE, type PictureHeader, type Size } from './picture-header.ts'

const FIRST_CHUNK = 12
/** Chunks looked at; an animation has one for each frame before its metadata. */
const CHUNKS_MAX = 5_000

/** Size and metadata of a WebP (RFC 9649). */
export function parseWebpHeader(buffer: Buffer): PictureHeader {
  let size: Size = NO_SIZE
  let exif: Buffer | undefined
  let xmp: Buffer | undefined
  let frames = 0
  let at = FIRST_CHUNK
  for (let count = 0; count < CHUNKS_MAX && at + 8 <= buffer.length; count++) {
    const kind = buffer.toString('latin1', at, at + 4)
    const length = buffer.readUInt32LE(at + 4)
    const data = buffer.subarray(at + 8, at + 8 + length)
    if (size.width === 0) size = readSize(kind, data)
    if (kind === 'ANMF') frames++
    if (kind === 'EXIF') exif ??= data
    if (kind === 'XMP ') xmp ??= data
    // Chunks are padded to even lengths.
    at += 8 + length + (length % 2)
  }
  return {
    format: 'WebP',
    ...size,
    passes: Math.max(1, frames),
    ...(exif === undefined ? {} : { exif }),
    ...(xmp === undefined ? {} : { xmp }),
  }
}

function readSize(kind: string, data: Buffer): Size {
  if (data.length < 10) return NO_SIZE
  if (kind === 'VP8X')
    return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 }
  if (kind === 'VP8 ')
    return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }
  if (kind !== 'VP8L') return NO_SIZE
  const bits = data.readUInt32LE(1)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}
