import { listPages } from '../../../files/pdf/list-pages.ts'
import type { PdfDocument } from '../../../files/pdf/pdf-document.ts'
import { toDict, toItems, toNumber } from '../../../files/pdf/pdf-value.ts'

/** Where the last end of a file may stand before other bytes; viewers look no further (ISO 32000-1, annex H.3). */
const END_SEARCH_BYTES = 1_024

/**
 * Whether a PDF can be opened as it stands: an end that leads to a cross-reference, a catalog, pages, and as many of
 * them as it says. Objects are found without all that, but what is cut off or missing nobody has searched.
 */
export function isWholePdf(pdf: PdfDocument, bytes: Buffer): boolean {
  const pages = toDict(pdf.get(pdf.catalog, 'Pages'))
  if (pages === undefined) return false
  const found = listPages(pdf)
  const isComplete =
    found.length > 0 &&
    found.length >= toNumber(pdf.get(pages, 'Count')) &&
    found.every(({ dict }) => hasContents(pdf, dict.entries.get('Contents')))
  return isComplete && leadsToCrossReference(bytes)
}

/** A page may be empty, but what it names must be there. */
function hasContents(pdf: PdfDocument, contents: Parameters<PdfDocument['resolve']>[0]): boolean {
  if (contents === undefined) return true
  const value = pdf.resolve(contents)
  if (value === undefined) return false
  return toItems(value).every((item) => pdf.resolve(item) !== undefined)
}

/** `startxref`, the place of the table or stream, `%%EOF` (§7.5.5); the place counts from the header. */
function leadsToCrossReference(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('%%EOF')
  const start = bytes.lastIndexOf('startxref', end)
  if (end < 0 || start < 0 || end - start > END_SEARCH_BYTES) return false
  const stated = /^startxref\s+(\d{1,10})\s/u.exec(bytes.toString('latin1', start, start + 40))?.[1]
  // Objects behind the end are a saving that was cut off.
  const isCut = /\d\s+obj\b/u.test(bytes.toString('latin1', end))
  if (stated === undefined || isCut) return false
  const header = Math.max(0, bytes.indexOf('%PDF-'))
  return [Number(stated), Number(stated) + header].some((at) =>
    /^\s{0,4}(?:xref|\d{1,10}\s{1,4}\d{1,5}\s{1,4}obj)\b/u.test(
      bytes.toString('latin1', at, at + 40),
    ),
  )
}
