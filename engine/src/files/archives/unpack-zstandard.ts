import { zstdDecompressSync } from 'node:zlib'
import type { UnpackBudget, UnpackedArchive } from './archive-member.ts'
import { inflateBounded } from './inflate-bounded.ts'

/** Opens a Zstandard file (RFC 8878); it holds one file, named like itself without the ending. */
export function unpackZstandard(
  bytes: Uint8Array,
  fileName: string,
  budget: UnpackBudget,
): UnpackedArchive {
  const name = fileName.replace(/\.(?:zst|zstd)$/i, '').replace(/\.tzst$/i, '.tar')
  return inflateBounded(name, bytes.length, budget, (maxOutputLength) =>
    zstdDecompressSync(bytes, { maxOutputLength }),
  )
}
