import type { ArchiveMember } from '../archives/archive-member.ts'
import { limits } from '../../limits.ts'
import { detectType } from '../types/detect-type.ts'

/** A file in a section. */
export interface StoredFile {
  readonly member: ArchiveMember
  readonly isPicture: boolean
}

/** Header of a FileDataStoreObject (MS-ONESTORE §2.6.13): its identifier, a length, 12 bytes of nothing. */
const HEADER = Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex')
const HEADER_BYTES = 36

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'application/vnd.microsoft.portable-executable': 'exe',
  'application/x-ms-shortcut': 'lnk',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'text/html': 'html',
}

/**
 * Files stored in a section, pictures of its pages among them. Their names stand elsewhere, in the
 * properties of the pages: when there are as many names as attached files they go together in order.
 */
export function findStoredFiles(bytes: Buffer, texts: readonly string[]): readonly StoredFile[] {
  const contents = listContents(bytes)
  const types = contents.map((content) => detectType(content) ?? '')
  const names = listNames(texts)
  const attachedCount = types.filter((type) => !type.startsWith('image/')).length
  let next = 0
  return contents.map((content, index) => {
    const type = types[index] ?? ''
    const isPicture = type.startsWith('image/')
    const known = isPicture || names.length !== attachedCount ? undefined : names[next++]
    const name = known ?? `file${index + 1}.${ENDINGS[type] ?? 'bin'}`
    return { member: { name, sizeBytes: content.length, content }, isPicture }
  })
}

function listContents(bytes: Buffer): Buffer[] {
  const contents: Buffer[] = []
  for (let at = bytes.indexOf(HEADER); at >= 0 && contents.length < limits.archiveMembersMax; ) {
    if (at + HEADER_BYTES > bytes.length) break
    const size = bytes.readUInt32LE(at + 16)
    const content = bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + size)
    if (content.length > 0) contents.push(content)
    // A stored file may be a section with stored files of its own: those belong to it.
    at = bytes.indexOf(HEADER, at + HEADER_BYTES + content.length)
  }
  return contents
}

/** File names among the texts, each once, in the order in which they first stand. */
function listNames(texts: readonly string[]): string[] {
  const names = texts
    .map((text) => text.trim())
    .filter((text) => /^[^\\/:*?"<>|\r\n]{1,200}\.[a-z][a-z0-9]{1,7}$/i.test(text))
  return [...new Set(names)].filter((name) => !/\.(?:png|jpe?g|gif|one|emf)$/i.test(name))
}
