import { crc32, deflateSync } from 'node:zlib'

/** Samples of a picture, row by row, as they go into a PNG. */
export interface Samples {
  readonly width: number
  readonly height: number
  readonly bitDepth: number
  /** PNG colour types: 0 grey, 2 red-green-blue, 3 palette. */
  readonly colorType: 0 | 2 | 3
  readonly rowBytes: number
  readonly bytes: Buffer
  readonly palette?: Buffer
}

/** A PNG of these samples, packed for speed; missing rows are black. */
export function encodePng(samples: Samples): Buffer {
  const { width, height, bitDepth, colorType, rowBytes, bytes, palette } = samples
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = bitDepth
  header[9] = colorType
  // Each row begins with its filter, and 0 is none.
  const rows = Buffer.alloc(height * (rowBytes + 1))
  for (let row = 0; row < height; row++)
    bytes.copy(rows, row * (rowBytes + 1) + 1, row * rowBytes, (row + 1) * rowBytes)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    toChunk('IHDR', header),
    ...(palette === undefined ? [] : [toChunk('PLTE', palette)]),
    toChunk('IDAT', deflateSync(rows, { level: 1 })),
    toChunk('IEND', Buffer.alloc(0)),
  ])
}

function toChunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
