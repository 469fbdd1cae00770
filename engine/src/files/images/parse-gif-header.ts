import { NO_SIZE, type PictureHeader } from './picture-header.ts'

const HEADER_BYTES = 13
const IMAGE = 0x2c
const EXTENSION = 0x21
/** Frames counted; more make no difference. */
const FRAMES_MAX = 1_000
/** Blocks of 255 bytes that are stepped over: 16 MB. */
const BLOCKS_MAX = 65_536

/** Logical screen and number of frames of a GIF (GIF89a §18, §20). */
export function parseGifHeader(buffer: Buffer): PictureHeader {
  if (buffer.length < 10) return { format: 'GIF', ...NO_SIZE, passes: 1 }
  const size = { width: buffer.readUInt16LE(6), height: buffer.readUInt16LE(8) }
  return { format: 'GIF', ...size, passes: Math.max(1, countFrames(buffer)) }
}

function countFrames(buffer: Buffer): number {
  const steps = { left: BLOCKS_MAX }
  let frames = 0
  let at = HEADER_BYTES + tableBytes(buffer[10] ?? 0)
  while (at < buffer.length && frames < FRAMES_MAX && steps.left > 0) {
    if (buffer[at] === IMAGE) {
      frames++
      at = skipBlocks(buffer, at + 11 + tableBytes(buffer[at + 9] ?? 0), steps)
    } else if (buffer[at] === EXTENSION) at = skipBlocks(buffer, at + 2, steps)
    else break
  }
  return frames
}

/** Bytes of a colour table, present when the highest bit of its flags is set. */
function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

/** Data stand in blocks behind their length, up to an empty one. */
function skipBlocks(buffer: Buffer, start: number, steps: { left: number }): number {
  let at = start
  while (steps.left-- > 0) {
    const length = buffer[at] ?? 0
    at += length + 1
    if (length === 0) break
  }
  return at
}
