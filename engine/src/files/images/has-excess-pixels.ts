import { inflateSync } from 'node:zlib'
import { toBuffer } from '../../charset/text-decoders.ts'

const FIRST_CHUNK = 8
/** Samples of a pixel by colour type (PNG 3rd edition §11.2.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Interlacing begins each row up to seven times, with a byte and a started byte of pixels. */
const PASSES_MAX = 7

/** Bytes that the pixels of a PNG take before they become colours: up to eight for each. */
export function countRawPngBytes(bytes: Uint8Array): number {
  const buffer = toBuffer(bytes)
  if (buffer.length < 29) return 0
  const [width, height] = [buffer.readUInt32BE(16), buffer.readUInt32BE(20)]
  const bits = Number(buffer[24]) * (SAMPLES[buffer[25] ?? 0] ?? 4)
  return (Math.ceil((width * bits) / 8) + 1 + PASSES_MAX * 2) * height
}

/**
 * Whether the pixels of a PNG unpack to more than its header says. The decoder unpacks all of them
 * before it looks: a megabyte for a picture of 100 by 100 becomes a gigabyte in its memory.
 */
export function hasExcessPixels(bytes: Uint8Array): boolean {
  const maxOutputLength = Math.max(1, countRawPngBytes(bytes))
  try {
    inflateSync(joinPixelChunks(toBuffer(bytes)), { maxOutputLength, chunkSize: 256 * 1024 })
    return false
  } catch (error) {
    // What is damaged is left to the decoder, which reads up to there.
    return error instanceof RangeError
  }
}

function joinPixelChunks(buffer: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = FIRST_CHUNK; at + 8 <= buffer.length; ) {
    const length = buffer.readUInt32BE(at)
    if (buffer.toString('latin1', at + 4, at + 8) === 'IDAT')
      pieces.push(buffer.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return Buffer.concat(pieces)
}
