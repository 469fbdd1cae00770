import iconv from 'iconv-lite'
import { buildCompound } from './build-compound.ts'

/** Sources of modules by name. */
type Modules = Readonly<Record<string, string>>

/** vbaProject.bin with these modules, as far as MS-OVBA asks for what we read. */
export function buildVbaProject(modules: Modules, storage = ''): Buffer {
  return buildCompound(listVbaStreams(modules, storage))
}

/** The streams of a VBA project under a storage, such as `Macros/` in a Word document. */
export function listVbaStreams(modules: Modules, storage = ''): Record<string, Buffer> {
  const encode = (text: string) => iconv.encode(text, 'shift_jis')
  const streams: Record<string, Buffer> = {
    [`${storage}VBA/dir`]: compressVba(buildDir(modules, encode)),
    [`${storage}PROJECT`]: Buffer.from('ID="{00000000-0000-0000-0000-000000000000}"\r\n'),
  }
  for (const [name, source] of Object.entries(modules)) {
    const lines = `Attribute VB_Name = "${name}"\r\n${source.replaceAll('\n', '\r\n')}`
    streams[`${storage}VBA/${name}`] = Buffer.concat([
      Buffer.alloc(CODE_BYTES, 0xfe),
      compressVba(encode(lines)),
    ])
  }
  return streams
}

/** Compiled code that stands before a module's source. */
const CODE_BYTES = 64

function buildDir(modules: Modules, encode: (text: string) => Buffer): Buffer {
  const short = (value: number) => Buffer.from([value & 255, value >> 8])
  const long = (value: number) => Buffer.concat([short(value & 0xffff), short(value >>> 16)])
  const record = (id: number, data: Buffer) => Buffer.concat([short(id), long(data.length), data])
  const version = Buffer.concat([short(0x09), long(4), long(1), short(1)])
  return Buffer.concat([
    record(0x01, long(1)),
    record(0x03, short(932)),
    version,
    record(0x0f, short(Object.keys(modules).length)),
    ...Object.keys(modules).flatMap((name) => [
      record(0x19, encode(name)),
      record(0x47, Buffer.from(name, 'utf16le')),
      record(0x1a, encode(name)),
      record(0x32, Buffer.from(name, 'utf16le')),
      record(0x31, long(CODE_BYTES)),
      record(0x21, Buffer.alloc(0)),
      record(0x2b, Buffer.alloc(0)),
    ]),
    record(0x10, Buffer.alloc(0)),
  ])
}

/** Compression with literals alone (MS-OVBA §2.4.1.3): larger than its input, and valid. */
export function compressVba(content: Buffer): Buffer {
  const chunks: Buffer[] = [Buffer.from([1])]
  // Every eight bytes cost a ninth, and a chunk holds 4,096 unpacked and packed alike.
  for (let at = 0; at < content.length; at += 3_600) {
    const tokens: Buffer[] = []
    for (const piece = content.subarray(at, at + 3_600); tokens.length * 8 < piece.length; ) {
      const start = tokens.length * 8
      tokens.push(Buffer.concat([Buffer.from([0]), piece.subarray(start, start + 8)]))
    }
    const packed = Buffer.concat(tokens)
    const header = 0xb000 | (packed.length + 2 - 3)
    chunks.push(Buffer.from([header & 255, header >> 8]), packed)
  }
  return Buffer.concat(chunks)
}
