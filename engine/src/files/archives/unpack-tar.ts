import { limits } from '../../limits.ts'
import { decodeText } from '../../charset/decode-text.ts'
import { toBuffer } from '../../charset/text-decoders.ts'
import type { ArchiveMember, UnpackedArchive } from './archive-member.ts'

const BLOCK_BYTES = 512

/** Opens a tar file (POSIX.1 pax/ustar, GNU long names); members are views of its bytes. */
export function unpackTar(bytes: Uint8Array): UnpackedArchive {
  const buffer = toBuffer(bytes)
  const members: ArchiveMember[] = []
  let longName: string | undefined
  let paxSize: number | undefined
  let at = skipZeros(buffer, 0)
  while (at + BLOCK_BYTES <= buffer.length) {
    const sizeBytes = paxSize ?? readSize(buffer.subarray(at + 124, at + 136))
    if (sizeBytes === undefined) return { members, problem: 'archive-damaged' }
    const content = buffer.subarray(at + BLOCK_BYTES, at + BLOCK_BYTES + sizeBytes)
    const kind = String.fromCharCode(buffer[at + 156] ?? 0)
    if (kind === 'L') longName = readText(content)
    else if (kind === 'x') {
      longName = readPax(content, 'path') ?? longName
      paxSize = toSize(readPax(content, 'size'))
    } else {
      if (!NO_FILES.has(kind))
        members.push(toMember(longName ?? readName(buffer, at), content, sizeBytes))
      longName = undefined
      paxSize = undefined
    }
    if (members.length >= limits.archiveMembersMax) return { members, problem: 'over-many-members' }
    at = skipZeros(buffer, at + BLOCK_BYTES + Math.ceil(sizeBytes / BLOCK_BYTES) * BLOCK_BYTES)
  }
  return { members }
}

/** Links, devices, folders, and notes for the program: of every other kind POSIX makes a file (ustar, typeflag). */
const NO_FILES: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '6', 'g', 'K', 'V'])

/**
 * The next block that holds something. Zeros end an archive for some programs; others read what follows,
 * such as a second archive.
 */
function skipZeros(buffer: Buffer, start: number): number {
  let at = start
  while (at + BLOCK_BYTES <= buffer.length && buffer[at] === 0) at += BLOCK_BYTES
  return at
}

function toMember(name: string, content: Uint8Array, sizeBytes: number): ArchiveMember {
  const isWhole = content.length === sizeBytes
  return isWhole
    ? { name, sizeBytes, content }
    : { name, sizeBytes, content, problem: 'archive-damaged' }
}

function readName(buffer: Buffer, at: number): string {
  const prefix = readText(buffer.subarray(at + 345, at + 500))
  const name = readText(buffer.subarray(at, at + 100))
  return prefix === '' ? name : `${prefix}/${name}`
}

function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return decodeText(bytes.subarray(0, Math.min(end < 0 ? bytes.length : end, 4_096))).text
}

/** One record of an extended header (POSIX pax): its path, or a size that counts instead of the one in octal. */
function readPax(content: Uint8Array, key: 'path' | 'size'): string | undefined {
  const record = key === 'path' ? /(?:^|\n)\d+ path=([^\n]*)\n/ : /(?:^|\n)\d+ size=([^\n]*)\n/
  return record.exec(readText(content))?.[1]
}

function toSize(digits: string | undefined): number | undefined {
  return digits !== undefined && /^\d{1,15}$/.test(digits) ? Number(digits) : undefined
}

/** In octal digits, or as GNU writes what they cannot hold: the highest bit set, then a binary number. */
function readSize(field: Buffer): number | undefined {
  if ((field[0] ?? 0) !== 0x80) return readOctal(field)
  const [high, low] = [field.readUIntBE(1, 5), field.readUIntBE(6, 6)]
  return high === 0 ? low : undefined
}

function readOctal(field: Buffer): number | undefined {
  const digits = field
    .toString('latin1')
    .replace(/(?<![\0 ])[\0 ]+$/, '')
    .trim()
  return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : undefined
}
