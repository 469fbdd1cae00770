import { deflateSync } from 'node:zlib'
import { chunkOf, drawFinderPng, drawNoisePng, headOf, pngOf } from './draw-png.ts'
import { type HostileShape, mailWith, mailWithFiles, noise } from './hostile-shape.ts'

const png = (name: string, make: (sizeBytes: number) => Buffer): HostileShape => ({
  name,
  make: (size) => mailWith('a.png', make(size)),
})

/** Frame control of an animation (PNG 3rd edition §11.3.6.2). */
function frameControl(index: number, width: number, height: number): Buffer {
  const data = Buffer.alloc(26)
  data.writeUInt32BE(index)
  data.writeUInt32BE(width, 4)
  data.writeUInt32BE(height, 8)
  data.writeUInt16BE(1, 20)
  data.writeUInt16BE(100, 22)
  return chunkOf('fcTL', data)
}

/** Frames of white pixels, each a few kilobytes and the whole screen when drawn. */
export function drawAnimatedPng(side: number, sizeBytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1)), { level: 9 })
  const frames = Math.max(2, Math.floor(sizeBytes / (packed.length + 60)))
  const control = Buffer.alloc(8)
  control.writeUInt32BE(frames)
  const chunks = [headOf(side, side, 1, 0), chunkOf('acTL', control)]
  chunks.push(frameControl(0, side, side), chunkOf('IDAT', packed))
  for (let frame = 1, sequence = 1; frame < frames; frame++) {
    chunks.push(frameControl(sequence++, side, side))
    const number = Buffer.alloc(4)
    number.writeUInt32BE(sequence++)
    chunks.push(chunkOf('fdAT', Buffer.concat([number, packed])))
  }
  return pngOf(...chunks)
}

function segment(marker: number, data: readonly number[]): Buffer {
  const length = data.length + 2
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...data])
}

/**
 * A progressive JPEG (T.81 annex G) with as many scans as fit. Each says of all blocks that nothing
 * in them changes, in some bytes, and has to be gone through all the same.
 */
export function drawProgressiveJpeg(side: number, sizeBytes: number): Buffer {
  const frame = segment(0xc2, [8, side >> 8, side & 255, side >> 8, side & 255, 1, 1, 0x11, 0])
  const quantisation = segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)])
  // One code each: DC category 0, and AC "end of band for 2^14 blocks and more" (0xE0).
  const lengths = [1, ...Array.from({ length: 15 }, () => 0)]
  const tables = [segment(0xc4, [0, ...lengths, 0]), segment(0xc4, [0x10, ...lengths, 0xe0])]
  const blocks = Math.ceil(side / 8) ** 2
  const dc = Buffer.concat([segment(0xda, [1, 1, 0, 0, 0, 0]), Buffer.alloc(Math.ceil(blocks / 8))])
  // Each run: the code `0`, then fourteen bits of length; zeros stand for 16,384 blocks.
  const runs = Buffer.alloc(Math.ceil((Math.ceil(blocks / 16_384) * 15) / 8) + 1)
  const ac = Buffer.concat([segment(0xda, [1, 1, 0, 1, 63, 0]), runs])
  const count = Math.max(1, Math.floor((sizeBytes - dc.length - 300) / ac.length))
  const start = Buffer.from([0xff, 0xd8])
  const scans = Array.from({ length: count }, () => ac)
  return Buffer.concat([
    start,
    quantisation,
    frame,
    ...tables,
    dc,
    ...scans,
    Buffer.from([0xff, 0xd9]),
  ])
}

/** A GIF of one colour whose frames each cover the screen. */
function drawGif(side: number, sizeBytes: number): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1')
  head.writeUInt16LE(side, 6)
  head.writeUInt16LE(side, 8)
  const frame = Buffer.from(',\0\0\0\0\0\0\0\0\0\x02\x02D\x01\0', 'latin1')
  frame.writeUInt16LE(side, 5)
  frame.writeUInt16LE(side, 7)
  const frames = Array.from({ length: Math.floor(sizeBytes / frame.length) }, () => frame)
  return Buffer.concat([head, ...frames, Buffer.from(';')])
}

function drawBmp(side: number): Buffer {
  const head = Buffer.alloc(62)
  head.write('BM')
  head.writeUInt32LE(62, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(side, 18)
  head.writeInt32LE(side, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(1, 28)
  head.writeUInt32LE(0xff_ffff, 58)
  return Buffer.concat([head, noise((side * side) / 8)])
}

export const PICTURE_SHAPES: readonly HostileShape[] = [
  png('a picture of noise', () => drawNoisePng(2_800, 2_800, 1)),
  png('a picture of squares', () => drawNoisePng(4_900, 4_900, 4)),
  png('a picture of large squares', () => drawNoisePng(4_900, 4_900, 16)),
  png('a picture of the corners of codes', () => drawFinderPng(4_900, 4_900, 2)),
  png('a picture of larger corners of codes', () => drawFinderPng(4_900, 4_900, 6)),
  png('a white picture of the largest size', () =>
    pngOf(headOf(4_999, 4_999, 1, 0), chunkOf('IDAT', deflateSync(Buffer.alloc(4_999 * 626)))),
  ),
  png('a picture of 16-bit colours', () =>
    pngOf(
      headOf(4_999, 4_999, 16, 6),
      chunkOf('IDAT', deflateSync(Buffer.alloc(4_999 * (4_999 * 8 + 1)))),
    ),
  ),
  png('a small picture with a bomb for pixels', (size) =>
    pngOf(
      headOf(100, 100, 8, 2),
      chunkOf('IDAT', deflateSync(Buffer.alloc(size * 900)).subarray(0, size)),
    ),
  ),
  png('an animated PNG', (size) => drawAnimatedPng(2_000, size)),
  png('a PNG of many chunks', (size) =>
    pngOf(
      headOf(100, 100, 1, 0),
      ...Array.from({ length: size / 12 - 10 }, () => chunkOf('IDAT', Buffer.alloc(0))),
    ),
  ),
  {
    name: 'a progressive JPEG',
    make: (size) => mailWith('a.jpg', drawProgressiveJpeg(4_096, size)),
  },
  {
    name: 'a JPEG of noise',
    make: (size) =>
      mailWith(
        'a.jpg',
        Buffer.concat([
          drawProgressiveJpeg(4_096, 40_000).subarray(0, -2),
          noise(Math.max(1_000, size - 40_000)),
        ]),
      ),
  },
  { name: 'a GIF of many frames', make: (size) => mailWith('a.gif', drawGif(4_900, size)) },
  {
    name: 'a BMP of noise',
    make: (size) => mailWith('a.bmp', drawBmp(Math.floor(Math.sqrt(size * 8)))),
  },
  {
    name: 'many pictures of noise',
    make: (size) =>
      mailWithFiles(
        Array.from(
          { length: Math.floor(size / 42_000) },
          (_, n) => [`a${n}.png`, drawNoisePng(550, 550, 1)] as const,
        ),
      ),
  },
  {
    name: 'many pictures of corners of codes',
    make: (size) => {
      const picture = drawFinderPng(1_000, 1_000, 2)
      const count = Math.min(500, Math.floor(size / (picture.length + 200)))
      return mailWithFiles(Array.from({ length: count }, (_, n) => [`a${n}.png`, picture] as const))
    },
  },
]
