import { toBuffer } from '../../charset/text-decoders.ts'
import type { FileReader } from '../file-reading.ts'
import { findTextLinks } from '../../evidence/links/text-links.ts'
import { findRunnable } from '../office/find-runnable.ts'
import { listWideStrings } from '../office/list-wide-strings.ts'
import { OfficeCollection } from '../office/office-collection.ts'
import { limits } from '../../limits.ts'
import { findStoredFiles } from './find-stored-files.ts'

/** Sections of OneNote (MS-ONESTORE): pages with pictures to click and files behind them. */
export const onenote: FileReader = {
  format: 'onenote',
  reads: (type) => type === 'application/onenote',
  read({ bytes }) {
    const buffer = toBuffer(bytes)
    const texts = listWideStrings(buffer)
    const collection = new OfficeCollection()
    const files = findStoredFiles(buffer, texts)
    const attached = files.filter(({ isPicture }) => !isPicture)
    collection.addSigns([
      { kind: 'onenote-file', excerpt: `${attached.length} attached, ${files.length} stored` },
    ])
    for (const { member } of files) collection.addMember(member)
    for (const { member } of attached)
      collection.addSigns([
        { kind: 'embedded-object', excerpt: member.name },
        ...findRunnable(member),
      ])
    if (files.length >= limits.archiveMembersMax) collection.addProblem('over-many-members')
    const text = [...new Set(texts)].join('\n')
    collection.addText(text)
    collection.addLinks(
      findTextLinks(text, limits.fileLinksMax).map(({ url }) => ({ url, kind: 'document' })),
    )
    return collection.toReading()
  },
}
