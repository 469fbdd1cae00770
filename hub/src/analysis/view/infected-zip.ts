import { randomBytes } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { AES_STRENGTH, startZipCipher, ZIP_SALT_BYTES, ZIP_SEAL_BYTES } from './zip-cipher.ts'

/** The password that everybody in the field uses for samples; it keeps scanners and double clicks away, not readers. */
const PASSWORD = 'infected'
/** Bytes enciphered before other requests get a turn; a piece takes a few milliseconds. */
const PIECE_BYTES = 512 * 1024
/** Bytes the cipher puts before and after the file: salt, check of the password, seal. */
const CIPHER_BYTES = ZIP_SALT_BYTES + 2 + ZIP_SEAL_BYTES
/** 1980-01-01, the first day of the format: the archive tells no time. */
const DOS_DATE = 0x21
const ENCRYPTED = 0x1
const UTF8_NAMES = 0x800
/** Stands where the method does; the extra field says what it was (APPNOTE 6.3.10 §4.4.5). */
const METHOD_AES = 99
/** Version that may be needed to read AES (§4.4.3.2). */
const VERSION_AES = 51

/**
 * Packs one sample into a zip with the customary password, piece by piece: stored, and enciphered with AES-256 (AE-2,
 * APPNOTE appendix on AES). AE-2 leaves the checksum out, which would tell what is inside.
 */
export async function* packInfectedZip(
  name: string,
  bytes: Uint8Array,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const entry = { name: Buffer.from(name, 'utf8'), sizeBytes: bytes.length }
  const local = localHeader(entry)
  yield local

  const cipher = await startZipCipher(PASSWORD, randomBytes(ZIP_SALT_BYTES))
  yield cipher.head
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield cipher.encipher(bytes.subarray(at, at + PIECE_BYTES))
    await nextTurn()
  }
  yield cipher.seal()
  yield directory(entry, local.length + CIPHER_BYTES + bytes.length)
}

/** Size of the archive that {@link packInfectedZip} makes, in bytes. */
export function infectedZipSizeBytes(name: string, sizeBytes: number): number {
  const nameBytes = Buffer.byteLength(name)
  return 30 + 46 + 22 + 2 * (nameBytes + AES_FIELD.length) + CIPHER_BYTES + sizeBytes
}

/** Extra field 0x9901: seven bytes, AE-2 of vendor "AE", 256 bits, and the method below, stored. */
const AES_FIELD = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, AES_STRENGTH, 0, 0])

interface Entry {
  readonly name: Buffer
  readonly sizeBytes: number
}

/** The fields that local header and directory share, from "version needed" on (§4.3.7). */
function sharedFields(entry: Entry): Buffer<ArrayBuffer> {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(VERSION_AES, 0)
  fields.writeUInt16LE(ENCRYPTED | UTF8_NAMES, 2)
  fields.writeUInt16LE(METHOD_AES, 4)
  fields.writeUInt16LE(DOS_DATE, 8)
  fields.writeUInt32LE(entry.sizeBytes + CIPHER_BYTES, 14)
  fields.writeUInt32LE(entry.sizeBytes, 18)
  fields.writeUInt16LE(entry.name.length, 22)
  fields.writeUInt16LE(AES_FIELD.length, 24)
  return fields
}

function localHeader(entry: Entry): Buffer<ArrayBuffer> {
  const mark = Buffer.from('PK\x03\x04', 'latin1')
  return Buffer.concat([mark, sharedFields(entry), entry.name, AES_FIELD])
}

/** The archive's table of contents and its end record (§4.3.12, §4.3.16). */
function directory(entry: Entry, offset: number): Buffer<ArrayBuffer> {
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    Buffer.from([VERSION_AES, 0]),
    sharedFields(entry),
    Buffer.alloc(14),
    entry.name,
    AES_FIELD,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([central, end])
}
