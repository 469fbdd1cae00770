import type { UnpackBudget, UnpackedArchive } from './archive-member.ts'
import { unpackGzip } from './unpack-gzip.ts'
import { unpackTar } from './unpack-tar.ts'
import { unpackZip } from './unpack-zip.ts'

export interface ArchiveFile {
  readonly bytes: Uint8Array
  /** Detected, not declared. */
  readonly type: string
  readonly fileName: string
}

/** Kinds that are archives but that we do not open: saying so is better than showing nothing. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  'application/x-7z-compressed',
  'application/vnd.rar',
  'application/x-bzip2',
  'application/x-xz',
  'application/zstd',
  'application/vnd.ms-cab-compressed',
  'application/x-arj',
  'application/x-ace-compressed',
  'application/x-lzh-compressed',
  'application/x-iso9660-image',
  'application/x-udf-image',
  'application/x-vhd',
  'application/x-vhdx',
  'application/vnd.ms-tnef',
])

/** The members of an archive; undefined when the file is none. */
export async function unpackArchive(
  file: ArchiveFile,
  options: { readonly passwords: readonly string[]; readonly budget: UnpackBudget },
): Promise<UnpackedArchive | undefined> {
  switch (file.type) {
    case 'application/zip':
      return unpackZip(file.bytes, options)
    case 'application/gzip':
      return unpackGzip(file.bytes, file.fileName, options.budget)
    case 'application/x-tar':
      return unpackTar(file.bytes)
    default:
      return UNSUPPORTED.has(file.type)
        ? { members: [], problem: 'unsupported-archive' }
        : undefined
  }
}

/** Whether files of this detected type are opened, or reported as not opened. */
export function isArchive(type: string): boolean {
  return /^application\/(?:zip|gzip|x-tar)$/.test(type) || UNSUPPORTED.has(type)
}
