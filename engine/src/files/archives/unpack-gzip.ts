import { gunzipSync } from 'node:zlib'
import { decodeText } from '../../charset/decode-text.ts'
import { toBuffer } from '../../charset/text-decoders.ts'
import type { UnpackBudget, UnpackedArchive } from './archive-member.ts'
import { inflateBounded } from './inflate-bounded.ts'

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
  return inflateBounded(name, bytes.length, budget, (maxOutputLength) =>
    gunzipSync(bytes, { maxOutputLength }),
  )
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
