import type { StoredFile } from './stored-rar.ts'

/** An LZH archive with its files stored, headers of level 0 (header.doc of LHa for UNIX). */
export function writeLzh(files: readonly StoredFile[]): Buffer {
  const pieces = files.flatMap(({ name, content }) => {
    const nameBytes = Buffer.from(name)
    const head = Buffer.alloc(22)
    head.write('-lh0-', 2, 'latin1')
    head.writeUInt32LE(content.length, 7)
    head.writeUInt32LE(content.length, 11)
    head.writeUInt32LE(0x5a21_0000, 15)
    head[19] = 0x20
    head[21] = nameBytes.length
    const check = Buffer.alloc(2)
    check.writeUInt16LE(crc16(content))
    const whole = Buffer.concat([head, nameBytes, check])
    whole[0] = whole.length - 2
    whole[1] = whole.subarray(2).reduce((sum, byte) => (sum + byte) & 0xff, 0)
    return [whole, content]
  })
  return Buffer.concat([...pieces, Buffer.alloc(1)])
}

/** CRC-16 with the polynomial A001, bit by bit. */
function crc16(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xa001 : 0)
  }
  return crc
}
