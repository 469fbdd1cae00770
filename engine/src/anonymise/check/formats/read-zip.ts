import { toBuffer } from '../../../charset/text-decoders.ts'
import type { DocumentPlace } from './document-place.ts'
import { listZipMembers, type ZipMember } from './list-zip-members.ts'
import { readMarkup } from './read-markup.ts'
import type { DocumentToRead } from './document-to-read.ts'

const readOfficePart = readMarkup('office')

/** A ZIP and what is built as one (DOCX, XLSX, PPTX): every member, every name, and all bytes between. */
export async function readZip(document: DocumentToRead): Promise<void> {
  const { place, reading } = document
  const { members, rest, problem } = listZipMembers(
    toBuffer(document.bytes),
    reading.unpackedBytesLeft,
  )
  if (problem !== undefined) reading.refuse(place, problem)
  for (const bytes of rest) reading.addBytes([...place, { kind: 'directory' }], bytes)
  const isOffice = members.some(({ name }) => name === '[Content_Types].xml')
  const mustBeOffice = isOffice || /\.(?:docx|xlsx|pptx)$/iu.test(document.name)
  if (mustBeOffice && !hasMainPart(members)) reading.refuse(place, 'damaged')
  for (const member of members) {
    reading.addText([...place, { kind: 'directory' }], member.name)
    await readMember(member, isOffice, document)
  }
}

/** The part that the package names as its document (ECMA-376 part 2 §9.3); without it no program shows anything. */
function hasMainPart(members: readonly ZipMember[]): boolean {
  const find = (name: string) =>
    members.find((one) => one.name.toLowerCase() === name.toLowerCase())
  const relations = toBuffer(find('_rels/.rels')?.content ?? new Uint8Array()).toString('utf8')
  for (const [relation] of relations.matchAll(/<Relationship\s[^<>]{0,2000}>/gu)) {
    if (!/\bType\s*=\s*["'][^"']{0,200}\/officeDocument["']/u.test(relation)) continue
    const target = /\bTarget\s*=\s*["']\/?(?:\.\/)?([^"']{1,500})["']/u.exec(relation)?.[1]
    return target !== undefined && find(target)?.content !== undefined
  }
  return false
}

async function readMember(
  { name, content, problem }: ZipMember,
  isOffice: boolean,
  document: DocumentToRead,
): Promise<void> {
  const { reading, open } = document
  const place: DocumentPlace = [...document.place, { kind: 'member', name }]
  if (problem !== undefined) reading.refuse(place, problem)
  if (content === undefined) return
  reading.payUnpacked(content.length)
  // Programs obfuscate embedded fonts (ECMA-376 part 4 §17.8); they say who drew them, not who wrote.
  if (isOffice && /\.odttf$/iu.test(name)) return
  if (isOffice && /\.(?:xml|rels|vml)$/iu.test(name)) {
    await readOfficePart({ ...document, bytes: content, name, place })
    return
  }
  await open({ bytes: content, name, place })
}
