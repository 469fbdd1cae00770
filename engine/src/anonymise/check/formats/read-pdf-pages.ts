import { limits } from '../../../limits.ts'
import { readLibraryPages } from '../../../files/pdf/library-text.ts'
import { listPages } from '../../../files/pdf/list-pages.ts'
import { listContents, readContents, readContentText } from '../../../files/pdf/page-text.ts'
import type { PdfDocument } from '../../../files/pdf/pdf-document.ts'
import type { DocumentPlace } from './document-place.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import type { DocumentToRead } from './document-to-read.ts'

/** Characters of all pages of one saving. */
const CHARS_MAX = 4_000_000

/**
 * What each page shows, by the operators and by pdf.js, which knows the tables inside fonts: a name that one of them
 * takes apart, the other shows. Streams read here are added to `drawn`.
 */
export async function readPdfPages(
  pdf: PdfDocument,
  { bytes, place, reading }: DocumentToRead,
  drawn: Set<number>,
): Promise<void> {
  if (!pdf.isOpen) return
  const pages = listPages(pdf)
  if (pages.length > DOCUMENT_LIMITS.pagesMax) reading.refuse(place, 'too-many-parts')
  const opaque: number[] = []
  let isWhole = true
  for (const [index, { dict, resources }] of pages.slice(0, DOCUMENT_LIMITS.pagesMax).entries()) {
    const page: DocumentPlace = [...place, { kind: 'page', name: index + 1 }]
    const shown = readContentText(pdf, readContents(pdf, dict), resources)
    for (const { stream } of listContents(pdf, dict))
      if (stream !== undefined) drawn.add(stream.byteOffset)
    reading.addText(page, shown.text)
    if (shown.isOpaque) opaque.push(index)
    if (!shown.isWhole) reading.refuse(page, 'too-large')
    isWhole &&= shown.isWhole
  }
  // The library knows no limits: only documents whose pages were followed to their end are handed to it.
  const mayAsk = isWhole && pages.length > 0 && bytes.length <= limits.pdfLibraryBytesMax
  const asked = mayAsk ? await askLibrary(bytes, pdf.password) : []
  for (const [index, text] of asked.entries())
    reading.addText([...place, { kind: 'page', name: index + 1 }], text)
  for (const index of opaque)
    if ((asked[index] ?? '').trim() === '')
      reading.refuse([...place, { kind: 'page', name: index + 1 }], 'unsupported')
}

async function askLibrary(bytes: Uint8Array, password: string): Promise<readonly string[]> {
  const bounds = { pagesMax: DOCUMENT_LIMITS.pagesMax, charsMax: CHARS_MAX }
  return (await readLibraryPages(bytes, password, bounds)).texts
}
