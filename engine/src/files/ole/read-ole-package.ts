import { decodeText } from '../../charset/decode-text.ts'
import type { ArchiveMember } from '../archives/archive-member.ts'

const NAME_BYTES_MAX = 1_000

/** A file somebody packed into a document, with the name it shows and where it came from. */
export interface OlePackage {
  readonly file: ArchiveMember
  /** Path on the machine of who packed it; names of users stand in it. */
  readonly sourcePath: string
}

/**
 * Unwraps the Ole10Native stream of an OLE Package: a size, two, three strings and the file. The
 * format is described nowhere by its maker; this is what Packager writes and reads.
 */
export function readOlePackage(stream: Buffer): OlePackage | undefined {
  if (stream.length < 16) return undefined
  // Streams that were cut lack the size in front; the type 2 then stands first.
  const start = stream.readUInt16LE(4) === 2 ? 6 : stream.readUInt16LE(0) === 2 ? 2 : undefined
  if (start === undefined) return undefined
  const label = readString(stream, start)
  const path = readString(stream, label.end)
  // Two words and the path once more, with its length before it.
  const tempAt = path.end + 4
  if (tempAt + 4 > stream.length) return undefined
  const tempBytes = stream.readUInt32LE(tempAt)
  const sizeAt = tempAt + 4 + (tempBytes > NAME_BYTES_MAX ? 0 : tempBytes)
  if (sizeAt + 4 > stream.length) return undefined
  const sizeBytes = stream.readUInt32LE(sizeAt)
  const content = stream.subarray(sizeAt + 4, sizeAt + 4 + sizeBytes)
  if (content.length === 0 || (label.text === '' && path.text === '')) return undefined
  const name = (label.text || path.text).replace(/^.*[\\/]/, '')
  return { file: { name, sizeBytes: content.length, content }, sourcePath: path.text }
}

function readString(bytes: Buffer, start: number): { text: string; end: number } {
  const zero = bytes.indexOf(0, start)
  const end = zero < 0 || zero > start + NAME_BYTES_MAX ? start + NAME_BYTES_MAX : zero
  return { text: decodeText(bytes.subarray(start, Math.max(start, end))).text, end: end + 1 }
}
