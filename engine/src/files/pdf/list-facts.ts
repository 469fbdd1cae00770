import { limits } from '../../limits.ts'
import type { FileFact } from '../file-reading.ts'
import { parseXmp } from '../xmp/parse-xmp.ts'
import { listFields } from './find-actions.ts'
import { areaOf, listPages } from './list-pages.ts'
import type { PdfDocument } from './pdf-document.ts'
import { toDict, toItems, toName, toText } from './pdf-value.ts'

/** The document information dictionary (ISO 32000-2 §14.3.3) by the name of the fact. */
const INFO: readonly (readonly [string, string])[] = [
  ['Title', 'title'],
  ['Author', 'author'],
  ['Creator', 'creator'],
  ['Producer', 'producer'],
  ['CreationDate', 'created-at'],
  ['ModDate', 'changed-at'],
]

const PACKET_BYTES_MAX = 64 * 1024

/** What a PDF says about itself. */
export function listFacts(document: PdfDocument): FileFact[] {
  const pages = listPages(document)
  const { fields, passwords } = listFields(document)
  const facts: FileFact[] = [
    { name: 'pages', value: pages.length === 0 ? '' : String(pages.length) },
    { name: 'encrypted', value: document.isEncrypted ? 'yes' : '' },
    // Without the password these are cipher text.
    ...(document.isOpen ? [...readInfo(document), ...readPackets(document)] : []),
    { name: 'form-fields', value: fields.length === 0 ? '' : String(fields.length) },
    { name: 'password-fields', value: passwords.join(', ') },
    { name: 'largest-link', value: describeLargestLink(document) },
  ]
  const filled = facts
    .map(({ name, value }) => ({ name, value: value.slice(0, limits.fileExcerptCharsMax).trim() }))
    .filter(({ value }) => value !== '')
  return [...new Map(filled.map((fact) => [`${fact.name} ${fact.value}`, fact])).values()]
}

function readInfo(document: PdfDocument): FileFact[] {
  return INFO.map(([key, name]) => ({ name, value: toText(document.get(document.info, key)) }))
}

function readPackets(document: PdfDocument): FileFact[] {
  const packets = document.objects.filter(({ value, stream }) => {
    return stream !== undefined && document.isType(toDict(value), 'Metadata')
  })
  return packets
    .slice(-2)
    .flatMap((packet) => parseXmp(document.decode(packet, PACKET_BYTES_MAX).bytes))
}

/** How much of a page its largest link covers: a page that is one button is a lure. */
function describeLargestLink(document: PdfDocument): string {
  let largest = 0
  for (const { dict, area } of listPages(document).slice(0, limits.pdfTextPagesMax))
    for (const item of toItems(document.get(dict, 'Annots')).slice(0, limits.fileLinksMax)) {
      const annotation = toDict(document.resolve(item))
      const action = toDict(document.get(annotation, 'A'))
      if (toName(document.get(action, 'S')) !== 'URI' || area <= 0) continue
      largest = Math.max(largest, areaOf(document, annotation?.entries.get('Rect')) / area)
    }
  return largest === 0 ? '' : `${Math.round(Math.min(1, largest) * 100)} %`
}
