import { crc32 } from 'node:zlib'

/** A file to be stored in an archive that a test writes. */
export interface StoredFile {
  readonly name: string | Buffer
  readonly content: Uint8Array
}

/** A RAR 5 archive with its files stored (RAR 5.0 archive format, rarlab.com/technote.htm). */
export function writeRar5(files: readonly StoredFile[]): Buffer {
  const signature = Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')
  const pieces = files.flatMap(({ name, content }) => [
    rar5Header(2, 2, content.length, [
      4, // the checksum of the data is given
      content.length,
      0x20,
      crcBytes(content),
      0, // stored
      1, // written on Unix
      Buffer.byteLength(name),
      Buffer.from(name),
    ]),
    content,
  ])
  return Buffer.concat([
    signature,
    rar5Header(1, 0, undefined, [0]),
    ...pieces,
    rar5Header(5, 0, undefined, [0]),
  ])
}

function rar5Header(
  type: number,
  flags: number,
  dataBytes: number | undefined,
  fields: readonly (number | Buffer)[],
): Buffer {
  const all = [type, flags, ...(dataBytes === undefined ? [] : [dataBytes]), ...fields]
  const body = Buffer.concat(all.map((one) => (typeof one === 'number' ? toVint(one) : one)))
  const sized = Buffer.concat([toVint(body.length), body])
  return Buffer.concat([crcBytes(sized), sized])
}

function toVint(value: number): Buffer {
  const bytes: number[] = []
  for (let left = value; ; left >>>= 7) {
    bytes.push((left & 0x7f) | (left > 0x7f ? 0x80 : 0))
    if (left <= 0x7f) return Buffer.from(bytes)
  }
}

function crcBytes(bytes: Uint8Array): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(crc32(bytes))
  return buffer
}

/** A RAR 4 archive with its files stored; names are the writer's code page, as old WinRAR had it. */
export function writeRar4(files: readonly StoredFile[]): Buffer {
  const pieces = files.flatMap(({ name, content }) => {
    const nameBytes = Buffer.from(name)
    const fields = Buffer.alloc(25)
    fields.writeUInt32LE(content.length, 0)
    fields.writeUInt32LE(content.length, 4)
    fields[8] = 2 // written on Windows
    fields.writeUInt32LE(crc32(content), 9)
    fields.writeUInt32LE(0x5a21_0000, 13)
    fields[17] = 20 // version 2.0 is needed
    fields[18] = 0x30 // stored
    fields.writeUInt16LE(nameBytes.length, 19)
    fields.writeUInt32LE(0x20, 21)
    return [rar4Block(0x74, 0x8000, Buffer.concat([fields, nameBytes])), content]
  })
  const marker = Buffer.from('Rar!\x1a\x07\0', 'latin1')
  return Buffer.concat([
    marker,
    rar4Block(0x73, 0, Buffer.alloc(6)),
    ...pieces,
    rar4Block(0x7b, 0x4000, Buffer.alloc(0)),
  ])
}

function rar4Block(type: number, flags: number, fields: Buffer): Buffer {
  const head = Buffer.alloc(7)
  head[2] = type
  head.writeUInt16LE(flags, 3)
  head.writeUInt16LE(7 + fields.length, 5)
  const block = Buffer.concat([head, fields])
  block.writeUInt16LE(crc32(block.subarray(2)) & 0xffff, 0)
  return block
}
