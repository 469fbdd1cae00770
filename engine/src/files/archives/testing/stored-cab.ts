import type { StoredFile } from './stored-rar.ts'

const HEADER_BYTES = 36
const FOLDER_BYTES = 8

/** A cabinet with one folder, stored (MS-CAB §2); names are the writer's code page. */
export function writeCab(files: readonly StoredFile[]): Buffer {
  let offset = 0
  const entries = files.map(({ name, content }) => {
    const fields = Buffer.alloc(16)
    fields.writeUInt32LE(content.length, 0)
    fields.writeUInt32LE(offset, 4)
    fields.writeUInt16LE(0x5a21, 10)
    fields.writeUInt16LE(0x20, 14)
    offset += content.length
    return Buffer.concat([fields, Buffer.from(name), Buffer.alloc(1)])
  })
  const directory = Buffer.concat(entries)
  const data = Buffer.concat(files.map(({ content }) => content))
  const block = Buffer.alloc(8)
  block.writeUInt16LE(data.length, 4)
  block.writeUInt16LE(data.length, 6)
  const dataStart = HEADER_BYTES + FOLDER_BYTES + directory.length
  const folder = Buffer.alloc(FOLDER_BYTES)
  folder.writeUInt32LE(dataStart, 0)
  folder.writeUInt16LE(1, 4)
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('MSCF', 'latin1')
  header.writeUInt32LE(dataStart + block.length + data.length, 8)
  header.writeUInt32LE(HEADER_BYTES + FOLDER_BYTES, 16)
  header[24] = 3
  header[25] = 1
  header.writeUInt16LE(1, 26)
  header.writeUInt16LE(files.length, 28)
  return Buffer.concat([header, folder, directory, block, data])
}
