import { crc32, deflateSync } from 'node:zlib'

/** One chunk of a PNG (3rd edition §5.3). */
export function pngChunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of one grey pixel with these chunks before its pixels. */
export function writePng(
  chunks: readonly Buffer[] = [],
  behind: Uint8Array = new Uint8Array(),
): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 0x80]))),
    pngChunk('IEND', Buffer.alloc(0)),
    behind,
  ])
}

function jpegSegment(marker: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** A JPEG that says it has one pixel; nobody looks at its pixels, for so small a picture holds no code. */
export function writeJpeg(
  segments: readonly (readonly [number, Uint8Array])[],
  behind: Uint8Array = new Uint8Array(),
): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments.map(([marker, data]) => jpegSegment(marker, data)),
    jpegSegment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0x00, 0x12, 0xff, 0xd9]),
    behind,
  ])
}

export interface WrittenTag {
  readonly tag: number
  /** 2 for ASCII, 7 for bytes of no stated meaning, 1 for bytes (TIFF 6.0 §2). */
  readonly type: 1 | 2 | 7
  readonly value: Uint8Array
}

/** A TIFF structure in Motorola order with one directory, and a second for a thumbnail. */
export function writeExif(tags: readonly WrittenTag[], thumbnail?: Uint8Array): Buffer {
  const count = tags.length
  const next = 8 + 2 + count * 12 + 4
  const values: Buffer[] = []
  let at = next + (thumbnail === undefined ? 0 : 2 + 2 * 12 + 4)
  const entries = tags.map(({ tag, type, value }) => {
    // Values of up to four bytes would stand in the entry; these are padded past that.
    const long = Buffer.concat([value, Buffer.alloc(Math.max(0, 6 - value.length))])
    const entry = Buffer.alloc(12)
    entry.writeUInt16BE(tag, 0)
    entry.writeUInt16BE(type, 2)
    entry.writeUInt32BE(long.length, 4)
    entry.writeUInt32BE(at, 8)
    values.push(long)
    at += long.length
    return entry
  })
  const head = Buffer.from('MM\0*\0\0\0\x08', 'latin1')
  const size = Buffer.alloc(2)
  size.writeUInt16BE(count)
  const link = Buffer.alloc(4)
  link.writeUInt32BE(thumbnail === undefined ? 0 : next)
  const second = thumbnail === undefined ? Buffer.alloc(0) : writeThumbnail(at, thumbnail.length)
  return Buffer.concat([
    head,
    size,
    ...entries,
    link,
    second,
    ...values,
    thumbnail ?? Buffer.alloc(0),
  ])
}

function writeThumbnail(at: number, length: number): Buffer {
  const directory = Buffer.alloc(2 + 2 * 12 + 4)
  directory.writeUInt16BE(2, 0)
  for (const [index, tag, value] of [
    [0, 0x0201, at],
    [1, 0x0202, length],
  ] as const) {
    const start = 2 + index * 12
    directory.writeUInt16BE(tag, start)
    directory.writeUInt16BE(4, start + 2)
    directory.writeUInt32BE(1, start + 4)
    directory.writeUInt32BE(value, start + 8)
  }
  return directory
}

export const exifSegment = (exif: Uint8Array): readonly [number, Uint8Array] => [
  0xe1,
  Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]),
]

/** A GIF of one pixel with extensions before it (GIF89a). */
export function writeGif(extensions: readonly (readonly [number, Uint8Array])[] = []): Buffer {
  const written = extensions.map(([label, data]) =>
    Buffer.concat([Buffer.from([0x21, label, data.length]), data, Buffer.from([0])]),
  )
  return Buffer.concat([
    Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1'),
    ...written,
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
  ])
}

/** A WebP container (RFC 9649 §2.3) with these chunks; its pixels are not decoded. */
export function writeWebp(chunks: readonly (readonly [string, Uint8Array])[]): Buffer {
  const body = [['VP8L', Buffer.from([0x2f, 0, 0, 0, 0, 0])] as const, ...chunks].map(
    ([kind, data]) => {
      const head = Buffer.alloc(8)
      head.write(kind, 'latin1')
      head.writeUInt32LE(data.length, 4)
      return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
    },
  )
  const all = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...body])
  const head = Buffer.alloc(8)
  head.write('RIFF', 'latin1')
  head.writeUInt32LE(all.length, 4)
  return Buffer.concat([head, all])
}
