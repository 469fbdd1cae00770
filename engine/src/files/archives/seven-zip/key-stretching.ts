import { toBuffer } from '../../../charset/text-decoders.ts'

/** Method id 06F10701 (7zAES) in the header of a 7z file, before the length of its properties. */
const AES_IN_7Z = Buffer.from([0x06, 0xf1, 0x07, 0x01])
const START_HEADER_BYTES = 32
const RAR5_SIGNATURE_BYTES = 8
const RAR5_ENCRYPTION_HEADER = 4

/**
 * How often the archive has a password hashed before use, as a power of two: 19 in files of 7-Zip,
 * 15 in RAR. It stands in the file, so a sender may write 24 and make each trial take a minute.
 */
export function findStretching(
  bytes: Uint8Array,
  format: string,
  listing: readonly string[],
): number {
  const listed = listing.map((line) => Number(/^Method = .*7zAES:(\d{1,2})/.exec(line)?.[1] ?? 0))
  const buffer = toBuffer(bytes)
  const stated = format === '7z' ? find7z(buffer) : format === 'rar5' ? findRar5(buffer) : 0
  return listed.reduce((most, power) => Math.max(most, power), stated)
}

/** The end header of a 7z file (7zFormat.txt, "SignatureHeader") stands where its start says. */
function find7z(bytes: Buffer): number {
  if (bytes.length < START_HEADER_BYTES) return 0
  const start = START_HEADER_BYTES + Number(bytes.readBigUInt64LE(12))
  const header = bytes.subarray(Math.min(start, bytes.length))
  const at = header.indexOf(AES_IN_7Z)
  return at < 0 ? 0 : (header[at + AES_IN_7Z.length + 1] ?? 0) & 0x3f
}

/** The encryption header of RAR 5: checksum, size, type 4, flags, version, flags, count. */
function findRar5(bytes: Buffer): number {
  let at = RAR5_SIGNATURE_BYTES + 4
  const readNumber = () => {
    let value = 0
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes[at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    return value
  }
  const [, type] = [readNumber(), readNumber()]
  if (type !== RAR5_ENCRYPTION_HEADER) return 0
  for (let skipped = 0; skipped < 3; skipped++) readNumber()
  return bytes[at] ?? 0
}
