import { toBuffer } from '../../../charset/text-decoders.ts'
import { PdfDocument } from '../../../files/pdf/pdf-document.ts'
import type { DocumentPlace } from './document-place.ts'
import { isWholePdf } from './is-whole-pdf.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { readPdfPages } from './read-pdf-pages.ts'
import { readPdfStreams } from './read-pdf-streams.ts'
import { readPdfValues } from './read-pdf-values.ts'
import type { DocumentToRead } from './document-to-read.ts'

/**
 * PDF (ISO 32000-2): what every page shows in every saving of the file, every string and name of every object
 * whether in use or not, every stream unpacked, and the bytes between objects.
 */
export async function readPdf(document: DocumentToRead): Promise<void> {
  const { bytes, place, reading } = document
  const pdf = parse(bytes, document)
  if (!pdf.isOpen) {
    reading.refuse(place, 'encrypted')
    return
  }
  const drawn = new Set<number>()
  const ends = listEarlierEnds(toBuffer(bytes))
  if (ends.length > DOCUMENT_LIMITS.revisionsMax) reading.refuse(place, 'too-many-parts')
  for (const [index, end] of ends.slice(0, DOCUMENT_LIMITS.revisionsMax).entries()) {
    const earlier = bytes.subarray(0, end)
    const at: DocumentPlace = [...place, { kind: 'revision', name: index + 1 }]
    await readPdfPages(parse(earlier, document), { ...document, bytes: earlier, place: at }, drawn)
  }
  await readPdfPages(pdf, document, drawn)
  readPdfValues(pdf, document)
  await readPdfStreams(pdf, document, drawn)
  readFrame(pdf, document)
  if (pdf.problems.has('file-damaged') || !isWholePdf(pdf, toBuffer(bytes)))
    reading.refuse(place, 'damaged')
  if (pdf.problems.has('over-unpacked') || pdf.problems.has('over-much-read'))
    reading.refuse(place, 'too-large')
}

const parse = (bytes: Uint8Array, { name, reading }: DocumentToRead): PdfDocument =>
  new PdfDocument({
    ...{ bytes, fileName: name, type: 'application/pdf', passwords: [] },
    budget: reading.budget,
  })

/** Each saving ends with this mark; what a later one covers is still in the file (§7.5.6). */
function listEarlierEnds(bytes: Buffer): readonly number[] {
  const ends: number[] = []
  for (let at = bytes.indexOf('%%EOF'); at >= 0; at = bytes.indexOf('%%EOF', at + 5))
    ends.push(at + 5)
  return ends.slice(0, -1)
}

/** Everything that is in no stream: comments, trailers, bytes between objects and behind the end. */
function readFrame({ objects }: PdfDocument, { bytes, place, reading }: DocumentToRead): void {
  const pieces: Uint8Array[] = []
  let at = 0
  for (const { stream } of objects) {
    // Decrypted streams are copies and stand nowhere in the file.
    if (stream === undefined || stream.buffer !== bytes.buffer) continue
    const start = stream.byteOffset - bytes.byteOffset
    if (start < at) continue
    pieces.push(bytes.subarray(at, start))
    at = start + stream.length
  }
  const frame = Buffer.concat([...pieces, bytes.subarray(at)])
  reading.addFrame([...place, { kind: 'frame' }], frame)
}
