import { crc32, inflateRawSync } from 'node:zlib'
import { decodeMemberName } from '../../../files/archives/decode-member-name.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import type { UnsearchedReason } from './unsearched.ts'

/** One member as the directory of an archive lists it. */
export interface ZipMember {
  readonly name: string
  readonly content?: Uint8Array
  readonly problem?: UnsearchedReason
}

export interface ListedMembers {
  readonly members: readonly ZipMember[]
  /** Bytes that are no member's data: headers, names, comments, extra fields, and what hides between. */
  readonly rest: readonly Uint8Array[]
  readonly problem?: UnsearchedReason
}

const END_BYTES = 22
const COMMENT_BYTES_MAX = 65_535
const LISTED_BYTES = 46
const LOCAL_BYTES = 30
const [STORED, DEFLATED] = [0, 8]

/** Reads a ZIP by its directory (APPNOTE §4.3.6). It is this check's own reading, so that no other's gaps are its gaps. */
export function listZipMembers(bytes: Buffer, bytesMax: number): ListedMembers {
  const end = findEnd(bytes)
  if (end < 0 || end + END_BYTES + bytes.readUInt16LE(end + 20) > bytes.length)
    return { members: [], rest: [bytes], problem: 'damaged' }
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > DOCUMENT_LIMITS.membersMax)
    return { members: [], rest: [bytes], problem: 'too-many-parts' }
  let left = bytesMax
  const members: ZipMember[] = []
  const taken: { start: number; end: number }[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + LISTED_BYTES > end || bytes.readUInt32LE(at) !== 0x0201_4b50)
      return { members, rest: [bytes], problem: 'damaged' }
    const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const [nameBytes = 0] = lengths
    const start = dataStart(bytes, bytes.readUInt32LE(at + 42))
    const packedBytes = bytes.readUInt32LE(at + 20)
    const name = decodeName(bytes, at, nameBytes)
    if (start === undefined || start + packedBytes > bytes.length)
      members.push({ name, problem: 'damaged' })
    else {
      taken.push({ start, end: start + packedBytes })
      const packed = bytes.subarray(start, start + packedBytes)
      const unpacked = unpack(packed, bytes, at, Math.min(left, DOCUMENT_LIMITS.memberBytesMax))
      left -= unpacked.content?.length ?? 0
      members.push({ name, ...unpacked })
    }
    at += LISTED_BYTES + lengths.reduce((sum, one) => sum + one, 0)
  }
  const rest = listRest(bytes, taken)
  // Members over each other, and members that no directory lists, are read differently by different programs.
  const isOdd = rest === undefined || rest.reduce((sum, one) => sum + countHeaders(one), 0) > count
  return { members, rest: rest ?? [bytes], ...(isOdd ? { problem: 'damaged' as const } : {}) }
}

function findEnd(bytes: Buffer): number {
  const from = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  return from >= Math.max(0, bytes.length - END_BYTES - COMMENT_BYTES_MAX) &&
    from + END_BYTES <= bytes.length
    ? from
    : -1
}

function dataStart(bytes: Buffer, header: number): number | undefined {
  if (header + LOCAL_BYTES > bytes.length) return undefined
  if (bytes.readUInt32LE(header) !== 0x0403_4b50) return undefined
  return header + LOCAL_BYTES + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
}

function decodeName(bytes: Buffer, at: number, nameBytes: number): string {
  const raw = bytes.subarray(at + LISTED_BYTES, at + LISTED_BYTES + nameBytes)
  const isUtf8 = (bytes.readUInt16LE(at + 8) & 0x800) !== 0
  return isUtf8 ? raw.toString('utf8') : decodeMemberName(raw)
}

function unpack(
  packed: Buffer,
  bytes: Buffer,
  at: number,
  maxOutputLength: number,
): Pick<ZipMember, 'content' | 'problem'> {
  if ((bytes.readUInt16LE(at + 8) & 1) !== 0) return { problem: 'encrypted' }
  const method = bytes.readUInt16LE(at + 10)
  if (method !== STORED && method !== DEFLATED) return { problem: 'unsupported' }
  if (maxOutputLength <= 0 || bytes.readUInt32LE(at + 24) > maxOutputLength)
    return { problem: 'too-large' }
  try {
    const content = method === STORED ? packed : inflateRawSync(packed, { maxOutputLength })
    if (crc32(content) !== bytes.readUInt32LE(at + 16)) return { content, problem: 'damaged' }
    return { content }
  } catch (error) {
    return { problem: error instanceof RangeError ? 'too-large' : 'damaged' }
  }
}

/** Undefined when two members claim the same bytes. */
function listRest(
  bytes: Buffer,
  taken: readonly { readonly start: number; readonly end: number }[],
): Buffer[] | undefined {
  const rest: Buffer[] = []
  let at = 0
  for (const { start, end } of taken.toSorted((a, b) => a.start - b.start)) {
    if (start < at) return undefined
    rest.push(bytes.subarray(at, start))
    at = end
  }
  return [...rest, bytes.subarray(at)]
}

function countHeaders(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf('PK\x03\x04', 0, 'latin1'); at >= 0; count += 1)
    at = bytes.indexOf('PK\x03\x04', at + 4, 'latin1')
  return count
}
