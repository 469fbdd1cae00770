import { crc32, inflateRawSync } from 'node:zlib'
import { limits } from '../../limits.ts'
import type { ArchiveMember, UnpackBudget } from './archive-member.ts'
import { decodeMemberName } from './decode-member-name.ts'
import { inflateBounded } from './inflate-bounded.ts'

/** A member of the directory, as far as it matters where its bytes stand. */
export interface ListedPlace {
  readonly offset: number
  readonly compressedSize: number
}

const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1')
const END_RECORD = Buffer.from('PK\x05\x06', 'latin1')
const HEADER_BYTES = 30
/** The highest version of the format (APPNOTE §4.4.3.2, 6.3). */
const VERSION_MAX = 63
/** How often the whole archive may be read. */
const READS_MAX = 16

/**
 * Members that stand in a ZIP without being in its directory. Of two archives one behind the other some
 * programs show the first and others the last; programs that read a stream never see a directory at all.
 * Only what proves itself by its checksum counts, for the signature alone stands in many programs.
 */
export function findUnlisted(
  bytes: Buffer,
  listed: readonly ListedPlace[],
  budget: UnpackBudget,
): { readonly members: readonly ArchiveMember[]; readonly isCut: boolean } {
  const shift = findShift(bytes)
  const places = new Map(
    listed.flatMap((one) => [one.offset, one.offset + shift].map((at) => [at, one] as const)),
  )
  const found: ArchiveMember[] = []
  // Each try may read to the end of the archive: a header in every line would cost its square.
  let bytesLeft = bytes.length * READS_MAX
  let triesLeft = limits.unlistedTriesMax
  let at = bytes.indexOf(LOCAL_HEADER)
  while (at >= 0) {
    if (triesLeft <= 0 || bytesLeft <= 0) return { members: found, isCut: true }
    const local = readLocal(bytes, at)
    const known = places.get(at)
    let next = at + LOCAL_HEADER.length
    if (local !== undefined && known !== undefined) next = local.start + known.compressedSize
    else if (local !== undefined) {
      bytesLeft -= local.packed.length
      triesLeft -= 1
      const content = unpack(local, budget)
      if (content !== undefined && isProven(content, local)) {
        const name = decodeMemberName(local.name)
        found.push({ name, sizeBytes: content.length, content })
        next = Math.max(next, local.start + local.compressedSize)
      }
    }
    at = bytes.indexOf(LOCAL_HEADER, next)
  }
  return { members: found, isCut: false }
}

/** How many bytes somebody put before the archive: offsets do not count them (a self-extracting program). */
function findShift(bytes: Buffer): number {
  const end = bytes.lastIndexOf(END_RECORD)
  if (end < 0 || end + 20 > bytes.length) return 0
  return Math.max(0, end - bytes.readUInt32LE(end + 12) - bytes.readUInt32LE(end + 16))
}

interface LocalMember {
  readonly name: Buffer
  readonly isStored: boolean
  /** Zero when both stand behind the data (§4.4.4, bit 3). */
  readonly compressedSize: number
  readonly crc: number
  readonly start: number
  /** Its bytes; all that follow when its size stands behind them. */
  readonly packed: Buffer
}

/** Undefined when this is no header, or of a member that cannot be proven: encrypted, of a rare method. */
function readLocal(bytes: Buffer, at: number): LocalMember | undefined {
  if (at + HEADER_BYTES > bytes.length || bytes.readUInt8(at + 4) > VERSION_MAX) return undefined
  const [flags, method] = [bytes.readUInt16LE(at + 6), bytes.readUInt16LE(at + 8)]
  const [crc, compressedSize] = [bytes.readUInt32LE(at + 14), bytes.readUInt32LE(at + 18)]
  const nameEnd = at + HEADER_BYTES + bytes.readUInt16LE(at + 26)
  const start = nameEnd + bytes.readUInt16LE(at + 28)
  const isOpen = (flags & 1) === 0 && (method === 0 || method === 8)
  const end = compressedSize === 0 ? bytes.length : start + compressedSize
  if (!isOpen || end > bytes.length || start >= end) return undefined
  const name = bytes.subarray(at + HEADER_BYTES, nameEnd)
  const packed = bytes.subarray(start, end)
  return { name, isStored: method === 0, compressedSize, crc, start, packed }
}

function unpack(local: LocalMember, budget: UnpackBudget): Uint8Array | undefined {
  const { packed, isStored, compressedSize } = local
  if (isStored) return compressedSize === 0 ? undefined : packed
  const { members } = inflateBounded('', packed.length, budget, (maxOutputLength) =>
    inflateRawSync(packed, { maxOutputLength }),
  )
  return members[0]?.content
}

/** The checksum agrees: that of the header, or the one behind the data, with the size (§4.3.9). */
function isProven(content: Uint8Array, { crc, compressedSize, packed }: LocalMember): boolean {
  if (content.length === 0) return false
  const own = crc32(content)
  if (compressedSize !== 0) return own === crc
  const descriptor = Buffer.alloc(4)
  descriptor.writeUInt32LE(own)
  const at = packed.indexOf(descriptor)
  return at >= 0 && at + 12 <= packed.length && packed.readUInt32LE(at + 8) === content.length
}
