import { crc32, deflateSync } from 'node:zlib'
import { noise } from './hostile-shape.ts'

export function chunkOf(kind: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(kind, 4, 'latin1')
  const end = Buffer.alloc(4)
  end.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])))
  return Buffer.concat([head, data, end])
}

/** Width, height, bits of a sample and colour type (PNG 3rd edition §11.2.1). */
export function headOf(width: number, height: number, bits: number, colour: number): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width)
  data.writeUInt32BE(height, 4)
  data[8] = bits
  data[9] = colour
  return chunkOf('IHDR', data)
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

export function pngOf(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([SIGNATURE, ...chunks, chunkOf('IEND', Buffer.alloc(0))])
}

/**
 * Black and white squares at random, each of `side` pixels: what a search for codes starts from,
 * everywhere. Drawn in one bit a pixel.
 */
export function drawNoisePng(width: number, height: number, side: number): Buffer {
  const rowBytes = Math.ceil(width / 8)
  const random = noise(Math.ceil(width / side) * Math.ceil(height / side))
  const rows = Buffer.alloc((rowBytes + 1) * height)
  for (let y = 0; y < height; y++) {
    const start = y * (rowBytes + 1) + 1
    const line = Math.floor(y / side) * Math.ceil(width / side)
    for (let x = 0; x < width; x++) {
      const isDark = (random[line + Math.floor(x / side)] ?? 0) & 1
      if (isDark) rows[start + (x >> 3)] = (rows[start + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return pngOf(headOf(width, height, 1, 0), chunkOf('IDAT', deflateSync(rows, { level: 9 })))
}

/** The corner mark of a QR code, as often as it fits: seven modules square (ISO/IEC 18004 §6.3.3). */
export function drawFinderPng(width: number, height: number, side: number): Buffer {
  const MARK = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']
  const rowBytes = Math.ceil(width / 8)
  const rows = Buffer.alloc((rowBytes + 1) * height, 0xff)
  for (let y = 0; y < height; y++) {
    const start = y * (rowBytes + 1)
    rows[start] = 0
    const line = MARK[Math.floor(y / side) % 9] ?? ''
    for (let x = 0; x < width; x++) {
      if (line[Math.floor(x / side) % 9] !== '1') continue
      const at = start + 1 + (x >> 3)
      rows[at] = (rows[at] ?? 0) & ~(0x80 >> (x & 7))
    }
  }
  return pngOf(headOf(width, height, 1, 0), chunkOf('IDAT', deflateSync(rows, { level: 9 })))
}
