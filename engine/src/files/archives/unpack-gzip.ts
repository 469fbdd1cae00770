import { gunzipSync } from 'node:zlib'
import { limits } from '../../limits.ts'
import { decodeText } from '../../charset/decode-text.ts'
import { toBuffer } from '../../charset/text-decoders.ts'
import type { UnpackBudget, UnpackedArchive } from './archive-member.ts'

const HAS_EXTRA = 4
const HAS_NAME = 8

/** Opens a gzip file (RFC 1952); it holds one file, whose name may stand in its header. */
export function unpackGzip(
  bytes: Uint8Array,
  fileName: string,
  budget: UnpackBudget,
): UnpackedArchive {
  const name =
    readName(toBuffer(bytes)) ??
    fileName.replace(/\.t?gz$/i, (end) => (/t/i.test(end) ? '.tar' : ''))
  const byRatio = Math.max(limits.ratioFreeBytes, bytes.length * limits.unpackRatioMax)
  const maxOutputLength = Math.min(byRatio, limits.memberBytesMax, Math.max(1, budget.bytesLeft))
  try {
    const content = gunzipSync(bytes, { maxOutputLength })
    budget.bytesLeft -= content.length
    return { members: [{ name, sizeBytes: content.length, content }] }
  } catch (error) {
    const isTooLarge = error instanceof RangeError
    if (isTooLarge) budget.bytesLeft -= maxOutputLength
    const problem = isTooLarge ? 'archive-bomb' : 'archive-damaged'
    return { members: [{ name, sizeBytes: 0, problem }], problem }
  }
}

/** The FNAME field (RFC 1952 §2.3), behind the optional extra field. */
function readName(bytes: Buffer): string | undefined {
  const flags = bytes[3] ?? 0
  if ((flags & HAS_NAME) === 0) return undefined
  const hasExtra = (flags & HAS_EXTRA) !== 0 && bytes.length > 12
  const start = hasExtra ? 12 + bytes.readUInt16LE(10) : 10
  const end = bytes.indexOf(0, start)
  return end <= start
    ? undefined
    : decodeText(bytes.subarray(start, Math.min(end, start + 1_000))).text
}
