import { listPictures } from '../../../files/pdf/list-pictures.ts'
import { readContentText } from '../../../files/pdf/page-text.ts'
import type { PdfDocument } from '../../../files/pdf/pdf-document.ts'
import {
  type PdfDict,
  type PdfObject,
  toDict,
  toName,
  toText,
} from '../../../files/pdf/pdf-value.ts'
import { ValueReader } from '../../../files/pdf/value-reader.ts'
import { visitDicts } from '../../../files/pdf/visit-dicts.ts'
import { findSignature } from './document-format.ts'
import type { DocumentPlace } from './document-place.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { readXmp } from './read-xmp.ts'
import type { DocumentToRead } from './document-to-read.ts'

/** Every stream, unpacked: metadata, attachments, pictures, and content that no page draws (any more). */
export async function readPdfStreams(
  pdf: PdfDocument,
  document: DocumentToRead,
  drawn: ReadonlySet<number>,
): Promise<void> {
  const attached = listAttachedNames(pdf)
  const resources = listResources(pdf)
  for (const object of pdf.objects) {
    const { stream, value, number } = object
    const dict = toDict(value)
    if (stream === undefined || dict === undefined) continue
    const place: DocumentPlace = [...document.place, { kind: 'object', name: number }]
    const type = toName(pdf.get(dict, 'Type'))
    const subtype = toName(pdf.get(dict, 'Subtype'))
    if (type === 'XRef') continue
    const { bytes, rest } = pdf.decode(object)
    if (bytes.length === 0 && stream.length > EMPTY_BYTES_MAX)
      document.reading.refuse(place, 'damaged')
    if (type === 'Metadata' || subtype === 'XML') await readXmp(bytes, document)
    else if (type === 'EmbeddedFile' || attached.has(object)) {
      const name = attached.get(object) ?? ''
      const at: DocumentPlace = [...document.place, { kind: 'attachment', name }]
      document.reading.addText([...at, { kind: 'file-name' }], name)
      await document.open({ bytes, name, place: at })
    } else if (subtype === 'Image') await readPicture(bytes, rest, place, document)
    else if (rest !== undefined) document.reading.refuse(place, 'unsupported')
    else if (!isFont(bytes, dict))
      await readLoose(
        pdf,
        { bytes, dict, place },
        document,
        resources,
        drawn.has(stream.byteOffset),
      )
  }
  await readSamples(pdf, document)
}

/** A stream that unpacks to nothing is damaged or beyond the limits, unless it is as good as empty. */
const EMPTY_BYTES_MAX = 16

async function readPicture(
  bytes: Buffer,
  rest: string | undefined,
  place: DocumentPlace,
  { open, reading }: DocumentToRead,
): Promise<void> {
  const at: DocumentPlace = [...place, { kind: 'picture' }]
  if (rest === 'DCTDecode' || rest === 'DCT')
    await open({ bytes, name: '', format: 'jpeg', place: at })
  // JPEG 2000 has boxes of its own for text.
  else if (rest === 'JPXDecode') reading.refuse(at, 'unsupported')
  else reading.pictureCount += 1
}

/** Samples are searched for QR codes only; those with a format of their own were opened above. */
async function readSamples(
  pdf: PdfDocument,
  { place, open, reading }: DocumentToRead,
): Promise<void> {
  for (const { name, content } of listPictures(pdf)) {
    if (content === undefined || !name.endsWith('.png')) continue
    reading.pictureCount -= 1
    await open({ bytes: content, name: '', place: [...place, { kind: 'picture' }] })
  }
  if (pdf.problems.has('over-many-pictures')) reading.refuse(place, 'too-many-parts')
  if (pdf.problems.has('over-large-picture')) reading.refuse(place, 'too-large')
}

/** Programs of fonts (§9.9): who drew the letters. */
function isFont(bytes: Buffer, { entries }: PdfDict): boolean {
  if (findSignature(bytes) === 'font') return true
  const isCompact = /^(?:Type1C|CIDFontType0C|OpenType)$/u.test(toName(entries.get('Subtype')))
  return (
    (isCompact && bytes[0] === 1) ||
    (entries.has('Length1') && bytes.toString('latin1', 0, 2) === '%!')
  )
}

interface LooseStream {
  readonly bytes: Buffer
  readonly dict: PdfDict
  readonly place: DocumentPlace
}

/** Anything else: as bytes, as a file when it begins like one, and as content when it has the operators for text. */
async function readLoose(
  pdf: PdfDocument,
  { bytes, dict, place }: LooseStream,
  { reading, open }: DocumentToRead,
  resources: readonly PdfDict[],
  isDrawn: boolean,
): Promise<void> {
  const at: DocumentPlace = [...place, { kind: 'stream' }]
  const signature = findSignature(bytes)
  if (signature !== undefined) await open({ bytes, name: '', place: at })
  else reading.addBytes(at, bytes)
  if (!bytes.includes('BT') && !bytes.includes('BDC')) return
  addMarkedText(bytes, at, reading)
  if (isDrawn) return
  const own = toDict(pdf.get(dict, 'Resources'))
  const tried = [undefined, ...(own === undefined ? resources : [own])]
  const texts = new Set(tried.map((one) => readContentText(pdf, bytes, one).text))
  for (const text of texts) reading.addText(at, text)
}

/** Text that stands for what is drawn, such as /ActualText (§14.9.4). */
function addMarkedText(
  bytes: Buffer,
  place: DocumentPlace,
  reading: DocumentToRead['reading'],
): void {
  const reader = new ValueReader(bytes)
  while (!reader.isAtEnd) {
    const before = reader.at
    visitDicts(reader.read(), ({ entries }) => {
      for (const value of entries.values()) reading.addText(place, toText(value))
    })
    if (reader.at <= before) return
  }
}

/** Fonts that pages of any saving have used: an orphan's own are known no longer. */
function listResources(pdf: PdfDocument): readonly PdfDict[] {
  const found = new Set<PdfDict>()
  for (const { value } of pdf.objects) {
    const resources = toDict(pdf.get(toDict(value), 'Resources'))
    if (resources?.entries.has('Font')) found.add(resources)
  }
  return [...found].slice(0, DOCUMENT_LIMITS.looseResourcesMax)
}

/** Names of attached files by the object that holds their bytes (§7.11.4). */
function listAttachedNames(pdf: PdfDocument): ReadonlyMap<PdfObject, string> {
  const names = new Map<PdfObject, string>()
  for (const { value } of pdf.objects)
    visitDicts(value, (dict) => {
      const name = toText(pdf.get(dict, 'UF')) || toText(pdf.get(dict, 'F'))
      for (const file of toDict(pdf.get(dict, 'EF'))?.entries.values() ?? []) {
        const object = pdf.objectOf(file)
        if (object !== undefined) names.set(object, name)
      }
    })
  return names
}
