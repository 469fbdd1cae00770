import type { UnpackBudget } from '../archives/archive-member.ts'
import { unpackZip } from '../archives/unpack-zip.ts'
import type { FileReader } from '../file-reading.ts'
import { parseCompoundFile } from '../ole/parse-compound-file.ts'
import { readVbaProjects } from '../vba/read-vba-project.ts'
import { toSourceMembers } from '../vba/to-source-members.ts'
import { readVbaSigns } from '../vba/vba-signs.ts'
import { decodeXml, listParts, type OfficePart } from './list-parts.ts'
import { listWideStrings } from './list-wide-strings.ts'
import { OfficeCollection } from './office-collection.ts'
import { readPart } from './read-part.ts'
import { readProperties } from './read-properties.ts'
import { readRelationships } from './read-relationships.ts'

const TYPES =
  /^application\/vnd\.(?:openxmlformats-officedocument\.|ms-(?:word|excel|powerpoint)\.)/

/** Word, Excel and PowerPoint documents as ZIP packages (ECMA-376). */
export const office: FileReader = {
  format: 'office',
  reads: (type) => TYPES.test(type),
  async read({ bytes, budget }) {
    const { members, problem } = await unpackZip(bytes, { passwords: [], budget })
    const collection = new OfficeCollection()
    if (problem !== undefined) collection.addProblem(problem)
    for (const member of members)
      if (member.problem !== undefined) collection.addProblem(member.problem)
    const parts = listParts(members)
    for (const part of keepReadable(parts, collection, budget)) readOfficePart(part, collection)
    return collection.toReading()
  },
}

/**
 * Parts up to the limit, small ones first and then in their own order: a sheet of 60 MB must not
 * keep the relationships from being read. What is too long is read from its beginning.
 */
function keepReadable(
  parts: readonly OfficePart[],
  collection: OfficeCollection,
  budget: UnpackBudget,
): readonly OfficePart[] {
  const isText = ({ path }: OfficePart) => /\.(?:xml|vml|rels)$/.test(path)
  const texts = parts.filter(isText).toSorted((a, b) => a.content.length - b.content.length)
  const cut = new Map<OfficePart, OfficePart>()
  for (const part of texts) {
    const content = part.content.subarray(0, Math.max(0, budget.officeXmlBytesLeft))
    budget.officeXmlBytesLeft -= content.length
    if (content.length < part.content.length) cut.set(part, { ...part, content })
  }
  if (cut.size > 0) collection.addProblem('over-long-text')
  return parts.map((part) => cut.get(part) ?? part)
}

function readOfficePart(part: OfficePart, collection: OfficeCollection): void {
  const { path, contentType, content } = part
  if (/vbaproject/.test(contentType) || path.endsWith('vbaproject.bin'))
    return readProject(content, collection)
  const isMacroSheet = /macrosheet/.test(contentType) || /(?:^|\/)macrosheets\//.test(path)
  if (isMacroSheet) collection.addSigns([{ kind: 'xlm-macro', excerpt: `sheet ${path}` }])
  if (path.endsWith('.rels')) {
    const { links, signs } = readRelationships(decodeXml(content))
    collection.addLinks(links)
    collection.addSigns(signs)
  } else if (/^docprops\/[^/]{1,40}\.xml$/.test(path)) {
    for (const { name, value } of readProperties(decodeXml(content)))
      collection.addFact(name, value)
  } else if (/\.(?:xml|vml)$/.test(path)) {
    if (!BORING.test(path))
      readPart(decodeXml(content), { isMacroSheet, isShown: !UNSHOWN.test(path) }, collection)
  } else if (/^xl\/(?:sharedstrings|workbook|macrosheets\/.{1,100})\.bin$/.test(path)) {
    // Binary workbooks (MS-XLSB) keep their strings in UTF-16.
    for (const text of listWideStrings(content)) collection.addText(`${text}\n`)
  } else if (!BORING.test(path)) keepFile(part, collection)
}

const UNSHOWN = /^ppt\/(?:slidelayouts|slidemasters|notesmasters|handoutmasters)\//

/** Parts without words of the author: looks, printer settings, the preview. */
const BORING =
  /(?:^|\/)(?:styles(?:witheffects)?|theme\d{0,4}|fonttable|numbering|printersettings\d{0,4}|calcchain|thumbnail)\.[a-z]{1,5}$|\[content_types\]\.xml$|\/$|^xl\/.{1,200}\.bin$|\.(?:fntdata|odttf)$/

function readProject(content: Uint8Array, collection: OfficeCollection): void {
  const file = parseCompoundFile(content)
  if (file === undefined) return collection.addProblem('file-damaged')
  const sources = readVbaProjects(file)
  const { signs, links } = readVbaSigns(sources)
  collection.addSigns(
    sources.length === 0 ? [{ kind: 'vba-macro', excerpt: 'vbaProject.bin' }] : signs,
  )
  collection.addLinks(links)
  for (const member of toSourceMembers(sources)) collection.addMember(member)
  for (const problem of file.problems) collection.addProblem(problem)
}

/** Pictures, objects and whatever else somebody put into the package. */
function keepFile({ path, member }: OfficePart, collection: OfficeCollection): void {
  if (/(?:^|\/)activex\/[^/]{1,100}\.bin$/.test(path)) return
  if (/(?:^|\/)embeddings\//.test(path) || /\.(?:rtf|html?|mht)$/.test(path))
    collection.addSigns([{ kind: 'embedded-object', excerpt: member.name }])
  collection.addMember({ ...member, name: member.name.replace(/^.*[\\/]/, '') })
}
