import type { ArchiveMember, UnpackBudget } from '../files/archives/archive-member.ts'
import { LazyHashes } from '../files/lazy-hashes.ts'
import { limits } from '../limits.ts'
import type { Artefact } from './artefact.ts'

/** What is known of a file or mail from where it was found. */
export interface Source {
  readonly path: string
  readonly kind: Artefact['kind']
  readonly fileName?: string | undefined
  readonly declaredType?: string
  readonly password?: string | undefined
  readonly archiveDepth: number
}

/**
 * Most hashes of most parts are never asked for, and cost more than parsing the mail: each is made
 * when it is first read.
 */
export function toArtefact(
  budget: UnpackBudget,
  content: Uint8Array,
  type: string,
  from: Source,
  read: Pick<Artefact, 'password' | 'unreadable' | 'reading'> = {},
): Artefact {
  const hashes = new LazyHashes(content)
  const isFile = from.kind !== 'text' && from.kind !== 'mail'
  const hasTlsh = isFile && content.length <= Math.min(limits.tlshBytesMax, budget.tlshBytesLeft)
  if (hasTlsh) budget.tlshBytesLeft -= content.length
  return {
    ...toDescription(from),
    type,
    sizeBytes: content.length,
    get sha256() {
      return hashes.sha256
    },
    get sha1() {
      return hashes.sha1
    },
    get md5() {
      return hashes.md5
    },
    get tlsh() {
      return hasTlsh ? hashes.tlsh : undefined
    },
    content,
    ...read,
  }
}

/** A member that stayed closed has no bytes to hash. */
export function toClosedArtefact(member: ArchiveMember, from: Source): Artefact {
  return {
    ...toDescription(from),
    type: 'application/octet-stream',
    sizeBytes: member.sizeBytes,
    sha256: '',
    sha1: '',
    md5: '',
    ...(member.problem === undefined ? {} : { unreadable: member.problem }),
  }
}

function toDescription(
  from: Source,
): Pick<Artefact, 'path' | 'kind' | 'fileName' | 'declaredType' | 'password'> {
  return {
    path: from.path,
    kind: from.kind,
    ...(from.fileName === undefined ? {} : { fileName: from.fileName }),
    ...(from.declaredType === undefined ? {} : { declaredType: from.declaredType }),
    ...(from.password === undefined ? {} : { password: from.password }),
  }
}
