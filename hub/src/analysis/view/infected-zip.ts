import { randomBytes } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { crc32 } from 'node:zlib'

/** The password that everybody in the field uses for samples; it keeps scanners and double clicks away, not readers. */
const PASSWORD = 'infected'
/** Bytes enciphered before other requests get a turn; a piece takes a few milliseconds. */
const PIECE_BYTES = 512 * 1024
/** Bytes the cipher puts before the file (APPNOTE 6.3.10 §6.1.5). */
const CIPHER_HEADER_BYTES = 12
/** 1980-01-01, the first day of the format: the archive tells no time. */
const DOS_DATE = 0x21
const ENCRYPTED = 0x1
const UTF8_NAMES = 0x800

/**
 * Packs one sample into a zip with the customary password, piece by piece: stored, and enciphered with the
 * traditional method (PKWARE APPNOTE §6.1), which every unpacker of the field reads.
 */
export async function* packInfectedZip(
  name: string,
  bytes: Uint8Array,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const checksum = crc32(bytes)
  const entry = { name: Buffer.from(name, 'utf8'), checksum, sizeBytes: bytes.length }
  const local = localHeader(entry)
  yield local

  const cipher = new TraditionalCipher(PASSWORD)
  const head = randomBytes(CIPHER_HEADER_BYTES)
  head[CIPHER_HEADER_BYTES - 1] = checksum >>> 24
  yield cipher.encipher(head)
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield cipher.encipher(bytes.subarray(at, at + PIECE_BYTES))
    await nextTurn()
  }
  yield directory(entry, local.length + CIPHER_HEADER_BYTES + bytes.length)
}

/** Size of the archive that {@link packInfectedZip} makes, in bytes. */
export function infectedZipSizeBytes(name: string, sizeBytes: number): number {
  return 30 + 46 + 22 + 2 * Buffer.byteLength(name) + CIPHER_HEADER_BYTES + sizeBytes
}

interface Entry {
  readonly name: Buffer
  readonly checksum: number
  readonly sizeBytes: number
}

/** The fields that local header and directory share, from "version needed" on (§4.3.7). */
function sharedFields(entry: Entry): Buffer<ArrayBuffer> {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(ENCRYPTED | UTF8_NAMES, 2)
  fields.writeUInt16LE(DOS_DATE, 8)
  fields.writeUInt32LE(entry.checksum, 10)
  fields.writeUInt32LE(entry.sizeBytes + CIPHER_HEADER_BYTES, 14)
  fields.writeUInt32LE(entry.sizeBytes, 18)
  fields.writeUInt16LE(entry.name.length, 22)
  return fields
}

function localHeader(entry: Entry): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), sharedFields(entry), entry.name])
}

/** The archive's table of contents and its end record (§4.3.12, §4.3.16). */
function directory(entry: Entry, offset: number): Buffer<ArrayBuffer> {
  const madeBy = Buffer.from([20, 0])
  const rest = Buffer.alloc(14)
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    madeBy,
    sharedFields(entry),
    rest,
    entry.name,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([central, end])
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  return value >>> 0
})

/** Three running keys, as §6.1.5 to §6.1.7 of the format's description define them. */
class TraditionalCipher {
  private key0 = 0x12345678
  private key1 = 0x23456789
  private key2 = 0x34567890

  constructor(password: string) {
    for (const byte of Buffer.from(password, 'latin1')) this.turn(byte)
  }

  encipher(plain: Uint8Array): Uint8Array<ArrayBuffer> {
    const out = new Uint8Array(plain.length)
    for (let at = 0; at < plain.length; at += 1) {
      const byte = plain[at] ?? 0
      const mixed = (this.key2 & 0xffff) | 2
      out[at] = byte ^ ((Math.imul(mixed, mixed ^ 1) >>> 8) & 0xff)
      this.turn(byte)
    }
    return out
  }

  private turn(byte: number): void {
    this.key0 = nextCrc(this.key0, byte)
    this.key1 = (Math.imul((this.key1 + (this.key0 & 0xff)) | 0, 134775813) + 1) | 0
    this.key2 = nextCrc(this.key2, this.key1 >>> 24)
  }
}

function nextCrc(crc: number, byte: number): number {
  return (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0)
}
