import type { ArchiveMember, UnpackBudget, UnpackedArchive } from './archive-member.ts'
import { findFormat, isSevenZipType } from './seven-zip/formats.ts'
import { unpackSevenZip } from './seven-zip/unpack-seven-zip.ts'
import { unpackGzip } from './unpack-gzip.ts'
import { unpackTar } from './unpack-tar.ts'
import { unpackZip } from './unpack-zip.ts'
import { unpackZstandard } from './unpack-zstandard.ts'

export interface ArchiveFile {
  readonly bytes: Uint8Array
  /** Detected, not declared. */
  readonly type: string
  readonly fileName: string
}

/** Kinds that are archives but that we do not open: saying so is better than showing nothing. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  'application/x-ace-compressed',
  'application/x-alz-compressed',
  'application/x-egg-compressed',
  'application/x-exfat-image',
])

/** The members of an archive; undefined when the file is none. */
export async function unpackArchive(
  file: ArchiveFile,
  options: { readonly passwords: readonly string[]; readonly budget: UnpackBudget },
): Promise<UnpackedArchive | undefined> {
  switch (file.type) {
    case 'application/zip':
      return unpackWholeZip(file, options)
    case 'application/gzip':
      return unpackGzip(file.bytes, file.fileName, options.budget)
    case 'application/x-tar':
      return unpackTar(file.bytes)
    case 'application/zstd':
      return unpackZstandard(file.bytes, file.fileName, options.budget)
    default:
      if (isSevenZipType(file.type)) {
        const format = findFormat(file.type, file.bytes)
        return unpackSevenZip(file.bytes, { ...options, format, fileName: file.fileName })
      }
      return UNSUPPORTED.has(file.type)
        ? { members: [], problem: 'unsupported-archive' }
        : undefined
  }
}

/** Whether files of this detected type are opened, or reported as not opened. */
export function isArchive(type: string): boolean {
  return (
    /^application\/(?:zip|gzip|x-tar|zstd)$/.test(type) ||
    isSevenZipType(type) ||
    UNSUPPORTED.has(type)
  )
}

/** 7-Zip undoes the compression methods of ZIP that are rare: LZMA, bzip2, PPMd. */
async function unpackWholeZip(
  { bytes, fileName }: ArchiveFile,
  options: { readonly passwords: readonly string[]; readonly budget: UnpackBudget },
): Promise<UnpackedArchive> {
  const opened = await unpackZip(bytes, options)
  if (opened.members.every(isReadable)) return opened
  const format = { name: 'zip', isSingle: false }
  const again = await unpackSevenZip(bytes, { ...options, format, fileName })
  if (again.members.length !== opened.members.length) return opened
  const members = opened.members.map((member, index) => {
    const other = again.members[index]
    return isReadable(member) || other === undefined ? member : { ...other, name: member.name }
  })
  return { ...opened, members }
}

function isReadable({ problem }: ArchiveMember): boolean {
  return problem !== 'unsupported-compression'
}
