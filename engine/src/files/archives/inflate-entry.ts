import { crc32, inflateRawSync } from 'node:zlib'
import type { FileEntry } from '@zip.js/zip.js'
import { toBuffer } from '../../charset/text-decoders.ts'
import { inflateBounded } from './inflate-bounded.ts'
import type { ArchiveMember, UnpackBudget } from './archive-member.ts'

const LOCAL_HEADER = 0x0403_4b50
const LOCAL_HEADER_BYTES = 30
const STORED = 0
const DEFLATED = 8
const CHUNK_BYTES = 256 * 1024

/**
 * The bytes of an open member, stored or deflated (APPNOTE §4.3.7): ten times as fast as the
 * library, which matters when an archive of 300 kB holds 200 MB of nothing. Undefined when the
 * member is of another kind or its header is not where the directory says.
 */
export function inflateEntry(
  archive: Uint8Array,
  entry: FileEntry,
  budget: UnpackBudget,
): Pick<ArchiveMember, 'content' | 'sizeBytes' | 'problem'> | undefined {
  const bytes = toBuffer(archive)
  const { offset, compressedSize, compressionMethod } = entry
  if (entry.encrypted || offset + LOCAL_HEADER_BYTES > bytes.length) return undefined
  if (bytes.readUInt32LE(offset) !== LOCAL_HEADER) return undefined
  const names = bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const start = offset + LOCAL_HEADER_BYTES + names
  const packed = bytes.subarray(start, start + compressedSize)
  if (compressionMethod === STORED) return check(entry, take(packed, budget))
  if (compressionMethod !== DEFLATED) return undefined
  const { members } = inflateBounded('', compressedSize, budget, (maxOutputLength) =>
    inflateRawSync(packed, { maxOutputLength, chunkSize: CHUNK_BYTES }),
  )
  return check(entry, members[0] ?? { sizeBytes: 0, problem: 'archive-damaged' })
}

type Data = Pick<ArchiveMember, 'content' | 'sizeBytes' | 'problem'>

function take(packed: Buffer, budget: UnpackBudget): Data {
  return (
    inflateBounded('', packed.length, budget, (maxOutputLength) => {
      if (packed.length > maxOutputLength) throw new RangeError('over a limit')
      return packed
    }).members[0] ?? { sizeBytes: 0 }
  )
}

/** A member whose checksum is wrong was damaged, or made so that two readers see two files. */
function check({ signature, uncompressedSize }: FileEntry, data: Data): Data {
  const { content, sizeBytes, problem } = data
  if (content === undefined) return { sizeBytes: uncompressedSize, ...(problem && { problem }) }
  if (crc32(content) === (signature ?? 0) >>> 0) return { content, sizeBytes }
  return { sizeBytes: uncompressedSize, problem: 'archive-damaged' }
}
