import {
  type DocumentFormat,
  endsLikeZip,
  findSignature,
  guessTextFormat,
  isTextFormat,
} from './document-format.ts'
import type { DocumentReading } from './document-reading.ts'
import type { FormatReader, InnerFile } from './document-to-read.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readGif } from './read-gif.ts'
import { readGzip } from './read-gzip.ts'
import { readJpeg } from './read-jpeg.ts'
import { readJson } from './read-json.ts'
import { readMail } from './read-mail.ts'
import { readMarkup } from './read-markup.ts'
import { readPdf } from './read-pdf.ts'
import { readPlainText } from './read-plain-text.ts'
import { readPng } from './read-png.ts'
import { readWebp } from './read-webp.ts'
import { readZip } from './read-zip.ts'

const READERS: Readonly<Record<DocumentFormat, FormatReader>> = {
  text: readPlainText,
  json: readJson,
  csv: readCsv,
  mail: readMail,
  html: readMarkup('html'),
  xml: readMarkup('xml'),
  svg: readMarkup('svg'),
  zip: readZip,
  gzip: readGzip,
  pdf: readPdf,
  png: readPng,
  jpeg: readJpeg,
  gif: readGif,
  webp: readWebp,
}

/** Reads a file and everything in it. Gives back the format it was read as; undefined when no format is known. */
export async function readDocument(
  file: InnerFile,
  reading: DocumentReading,
  depth = 0,
): Promise<DocumentFormat | undefined> {
  const { bytes, name, place } = file
  if (depth > DOCUMENT_LIMITS.depthMax) {
    reading.refuse(place, 'too-deep')
    return undefined
  }
  if (!reading.mayOpen(place)) return file.format
  if (bytes.length === 0) {
    // An empty text says nothing; an empty picture is one that got lost.
    if (file.format !== undefined && !isTextFormat(file.format)) reading.refuse(place, 'damaged')
    return file.format
  }
  const isArchive = endsLikeZip(bytes)
  const shown = findSignature(bytes) ?? (isArchive ? 'zip' : undefined)
  // A font says who drew it, not who wrote with it.
  if (shown === 'font') return undefined
  const format = shown ?? file.format ?? guessTextFormat(bytes, name)
  if (format === undefined || (shown === undefined && !isTextFormat(format))) {
    // Not searched: it is refused whatever is found, and chance letters in it take seconds.
    reading.refuse(place, 'unknown-format')
    return undefined
  }
  const open = async (inner: InnerFile): Promise<void> => {
    await readDocument(inner, reading, depth + 1)
  }
  try {
    await READERS[format]({ ...file, reading, depth, open })
    // A picture with an archive behind it is both, to programs that look at one end only.
    if (isArchive && format !== 'zip') await READERS.zip({ ...file, reading, depth, open })
  } catch {
    // A library that stumbles over hostile bytes has not read them.
    reading.refuse(place, 'damaged')
  }
  return format
}
