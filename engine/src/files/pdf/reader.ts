import { findTextLinks } from '../../evidence/links/text-links.ts'
import { limits } from '../../limits.ts'
import type { FileLink, FileReader, FileReading, FileSign, FileToRead } from '../file-reading.ts'
import { findActions, readXfa } from './find-actions.ts'
import { readLibraryText } from './library-text.ts'
import { listAttachedFiles } from './list-attached-files.ts'
import { listFacts } from './list-facts.ts'
import { listPictures } from './list-pictures.ts'
import { readPageText } from './page-text.ts'
import { PdfDocument } from './pdf-document.ts'

/** PDF (ISO 32000): read object by object, whatever its cross-reference table says. */
export const pdf: FileReader = {
  format: 'pdf',
  weight: 9,
  reads: (type) => type === 'application/pdf',
  async read(file) {
    const document = new PdfDocument(file)
    const actions = findActions(document)
    const text = await readText(document, file)
    const xfa = readXfa(document)
    const members = [...listAttachedFiles(document), ...listPictures(document)]
    return {
      members,
      membersAre: 'embedded',
      text,
      links: joinLinks(actions.links, text, xfa ?? ''),
      signs: [...actions.signs, ...findXfaScripts(xfa)],
      facts: [
        ...listFacts(document),
        ...(xfa === undefined ? [] : [{ name: 'xfa', value: 'present' }]),
      ],
      ...listProblems(document),
    }
  },
}

async function readText(document: PdfDocument, { bytes }: FileToRead): Promise<string> {
  const own = readPageText(document)
  if (!own.isOpaque || !own.isWhole || bytes.length > limits.pdfLibraryBytesMax) return own.text
  const text = await readLibraryText(bytes, document.password)
  return text.length > own.text.length ? text : own.text
}

/** Viewers make links of addresses in the text as well. Name spaces of XFA are no links. */
function joinLinks(links: readonly FileLink[], text: string, xfa: string): FileLink[] {
  const joined = new Map(links.map((link) => [link.url, link]))
  const inXfa = findTextLinks(xfa, limits.fileLinksMax).filter(
    ({ url }) => !/\/\/(?:www\.)?(?:xfa\.org|w3\.org|ns\.adobe\.com)\b/.test(url),
  )
  for (const { url } of [...findTextLinks(text, limits.fileLinksMax), ...inXfa])
    if (!joined.has(url)) joined.set(url, { url, kind: 'document' })
  return [...joined.values()]
}

function findXfaScripts(xfa = ''): FileSign[] {
  return [...xfa.matchAll(/<script\b[^<>]{0,300}>([^<]{1,500})/g)]
    .slice(0, limits.fileSignsMax)
    .map(([, script = '']) => ({ kind: 'pdf-script', excerpt: script.trim() }))
}

function listProblems({ problems }: PdfDocument): Pick<FileReading, 'problems'> {
  return problems.size === 0 ? {} : { problems: [...problems] }
}
