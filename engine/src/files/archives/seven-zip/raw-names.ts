import { toBuffer } from '../../../charset/text-decoders.ts'
import { limits } from '../../../limits.ts'
import { decodeMemberName } from '../decode-member-name.ts'

/**
 * Names of the files in an archive, from its own bytes, in order. 7-Zip takes names of old formats
 * for UTF-8 and loses those of Japanese Windows; undefined where the format has no such names.
 */
export function listRawNames(bytes: Uint8Array, format: string): readonly string[] | undefined {
  const read = READERS[format]
  return read?.(toBuffer(bytes)).map(decodeMemberName)
}

type NameReader = (bytes: Buffer) => readonly Uint8Array[]

const READERS: Readonly<Record<string, NameReader>> = {
  rar: listRar4Names,
  cab: listCabNames,
  lzh: listLzhNames,
}

const RAR4_FILE = 0x74
const RAR4_FOLDER_FLAGS = 0xe0
const RAR4_UNICODE = 0x200
const RAR4_ADDED_BYTES = 0x8000

/** File blocks of RAR 1.5 to 4 (technote.txt of UnRAR). Names with a Unicode form are read well. */
function listRar4Names(bytes: Buffer): readonly Uint8Array[] {
  const names: Uint8Array[] = []
  for (let at = 7; at + 7 <= bytes.length && names.length <= limits.archiveMembersMax; ) {
    const flags = bytes.readUInt16LE(at + 3)
    const headBytes = bytes.readUInt16LE(at + 5)
    const isFile = bytes[at + 2] === RAR4_FILE && at + 32 <= bytes.length
    const hasData = isFile || (flags & RAR4_ADDED_BYTES) !== 0
    const dataBytes = hasData && at + 11 <= bytes.length ? bytes.readUInt32LE(at + 7) : 0
    if (isFile && (flags & RAR4_FOLDER_FLAGS) !== RAR4_FOLDER_FLAGS) {
      const start = at + 32 + ((flags & 0x100) === 0 ? 0 : 8)
      const name = bytes.subarray(start, start + bytes.readUInt16LE(at + 26))
      names.push((flags & RAR4_UNICODE) === 0 ? name : name.subarray(0, 0))
    }
    at += Math.max(7, headBytes) + dataBytes
  }
  return names
}

/** CFFILE entries of a cabinet (MS-CAB §2.3). */
function listCabNames(bytes: Buffer): readonly Uint8Array[] {
  const names: Uint8Array[] = []
  if (bytes.length < 36) return names
  let at = bytes.readUInt32LE(16)
  for (let left = bytes.readUInt16LE(28); left > 0 && at + 16 < bytes.length; left--) {
    const end = bytes.indexOf(0, at + 16)
    if (end < 0 || names.length > limits.archiveMembersMax) break
    names.push(bytes.subarray(at + 16, Math.min(end, at + 16 + 1_000)))
    at = end + 1
  }
  return names
}

/** Headers of level 0 to 2 (header.doc of LHa for UNIX); level 1 and 2 may name the file apart. */
function listLzhNames(bytes: Buffer): readonly Uint8Array[] {
  const names: Uint8Array[] = []
  for (let at = 0; at + 26 < bytes.length && names.length <= limits.archiveMembersMax; ) {
    const level = bytes[at + 20] ?? 0
    if (bytes[at] === 0 || level > 2) break
    const isFolder = bytes.toString('latin1', at + 2, at + 7) === '-lhd-'
    const nameBytes = level === 2 ? 0 : (bytes[at + 21] ?? 0)
    const headBytes = level === 2 ? Math.max(26, bytes.readUInt16LE(at)) : (bytes[at] ?? 0) + 2
    const apart =
      level === 0 ? undefined : findLzhName(bytes, level === 2 ? at + 24 : at + headBytes - 2)
    if (!isFolder) names.push(apart ?? bytes.subarray(at + 22, at + 22 + nameBytes))
    at += headBytes + bytes.readUInt32LE(at + 7)
  }
  return names
}

/** Extended headers: the size of each stands at the end of the one before; type 1 is the name. */
function findLzhName(bytes: Buffer, firstSizeAt: number): Uint8Array | undefined {
  let sizeAt = firstSizeAt
  for (let count = 0; count < 50 && sizeAt + 3 <= bytes.length; count++) {
    const size = bytes.readUInt16LE(sizeAt)
    if (size < 3) return undefined
    if (bytes[sizeAt + 2] === 1) return bytes.subarray(sizeAt + 3, sizeAt + size)
    sizeAt += size
  }
  return undefined
}
