import { limits } from '../../limits.ts'
import type { ArchiveMember } from '../archives/archive-member.ts'
import type { PdfDocument } from './pdf-document.ts'
import { toDict, toText } from './pdf-value.ts'
import { visitDicts } from './visit-dicts.ts'

/** Files attached to a document (ISO 32000-2 §7.11.4), wherever the specification of one stands. */
export function listAttachedFiles(document: PdfDocument): ArchiveMember[] {
  const members: ArchiveMember[] = []
  const seen = new Set<unknown>()
  for (const { value } of document.objects)
    visitDicts(value, (dict) => {
      const embedded = toDict(document.get(dict, 'EF'))
      if (embedded === undefined) return
      const object = ['UF', 'F', 'DOS', 'Unix', 'Mac']
        .map((key) => document.objectOf(embedded.entries.get(key)))
        .find((one) => one?.stream !== undefined)
      if (object === undefined || seen.has(object)) return
      seen.add(object)
      if (members.length >= limits.archiveMembersMax) {
        document.problems.add('over-many-members')
        return
      }
      const name = toText(document.get(dict, 'UF')) || toText(document.get(dict, 'F')) || 'file'
      const { bytes } = document.decode(object)
      members.push({ name, sizeBytes: bytes.length, content: bytes })
    })
  return members
}
