import type { StoredFile } from './stored-rar.ts'

const SECTOR = 2_048
/** Sector 16 is the first that counts; then the end mark, the folder, and the files. */
const FOLDER_SECTOR = 18

/** A disc image with one folder (ECMA-119); `joliet` writes names in UCS-2 as Windows does. */
export function writeIso(files: readonly StoredFile[], { joliet = true } = {}): Buffer {
  let sector = FOLDER_SECTOR + 1
  const placed = files.map(({ name, content }) => {
    const at = sector
    sector += Math.max(1, Math.ceil(content.length / SECTOR))
    return { name: toName(name, joliet), content, at }
  })
  const image = Buffer.alloc(sector * SECTOR)
  const self = record(Buffer.from([0]), FOLDER_SECTOR, SECTOR, true)
  const parent = record(Buffer.from([1]), FOLDER_SECTOR, SECTOR, true)
  const rows = placed.map(({ name, content, at }) => record(name, at, content.length, false))
  Buffer.concat([self, parent, ...rows]).copy(image, FOLDER_SECTOR * SECTOR)
  for (const { content, at } of placed) image.set(content, at * SECTOR)
  writeDescriptor(image, self, sector, joliet)
  return image
}

function toName(name: string | Buffer, joliet: boolean): Buffer {
  if (typeof name !== 'string') return name
  return joliet ? Buffer.from(name, 'utf16le').swap16() : Buffer.from(name)
}

/** The volume descriptor: 1 is the plain one, 2 with the escape `%/E` is Joliet's. */
function writeDescriptor(image: Buffer, root: Buffer, sectors: number, joliet: boolean): void {
  const at = 16 * SECTOR
  image[at] = joliet ? 2 : 1
  image.write('CD001\x01', at + 1, 'latin1')
  writeBoth32(image, sectors, at + 80)
  if (joliet) image.write('%/E', at + 88, 'latin1')
  writeBoth16(image, 1, at + 120)
  writeBoth16(image, 1, at + 124)
  writeBoth16(image, SECTOR, at + 128)
  root.copy(image, at + 156)
  image[at + 881] = 1
  image.write('\xffCD001\x01', at + SECTOR, 'latin1')
}

/** A directory record (ECMA-119 §9.1). */
function record(name: Buffer, sector: number, sizeBytes: number, isFolder: boolean): Buffer {
  const bytes = Buffer.alloc(33 + name.length + (name.length % 2 === 0 ? 1 : 0))
  bytes[0] = bytes.length
  writeBoth32(bytes, sector, 2)
  writeBoth32(bytes, sizeBytes, 10)
  bytes.set([126, 11, 20, 12, 0, 0, 0], 18)
  bytes[25] = isFolder ? 2 : 0
  writeBoth16(bytes, 1, 28)
  bytes[32] = name.length
  name.copy(bytes, 33)
  return bytes
}

/** Numbers stand twice, in both byte orders (ECMA-119 §7.3.3). */
function writeBoth32(bytes: Buffer, value: number, at: number): void {
  bytes.writeUInt32LE(value, at)
  bytes.writeUInt32BE(value, at + 4)
}

function writeBoth16(bytes: Buffer, value: number, at: number): void {
  bytes.writeUInt16LE(value, at)
  bytes.writeUInt16BE(value, at + 2)
}
