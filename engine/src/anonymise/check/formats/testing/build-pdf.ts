import { deflateSync } from 'node:zlib'

/** One numbered object of a PDF, written by hand; `stream` gets its length added. */
export interface WrittenObject {
  readonly number: number
  readonly dict: string
  readonly stream?: Uint8Array
}

/** A PDF (ISO 32000-2 §7.5) with a cross-reference table; it shares no code with the engine's reader. */
export function writePdf(objects: readonly WrittenObject[], trailer = ''): Buffer {
  return appendRevision(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), objects, trailer)
}

/** Saves again at the end of a file, as an incremental update does (§7.5.6). */
export function appendRevision(
  before: Buffer,
  objects: readonly WrittenObject[],
  trailer = '',
): Buffer {
  const pieces: Buffer[] = [before]
  const offsets: string[] = []
  let at = before.length
  for (const { number, dict, stream } of objects) {
    const body =
      stream === undefined
        ? Buffer.from(`${number} 0 obj\n${dict}\nendobj\n`, 'latin1')
        : Buffer.concat([
            Buffer.from(
              `${number} 0 obj\n${dict.replace(/>>$/u, `/Length ${stream.length}>>`)}\nstream\n`,
              'latin1',
            ),
            stream,
            Buffer.from('\nendstream\nendobj\n', 'latin1'),
          ])
    offsets.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    pieces.push(body)
    at += body.length
  }
  const previous = before.toString('latin1').match(/startxref\n(\d+)\n%%EOF\n$/u)?.[1]
  const prev = previous === undefined ? '' : `/Prev ${previous}`
  const end = `xref\n${offsets.join('')}trailer\n<</Size 40/Root 1 0 R${prev}${trailer}>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(end, 'latin1')])
}

export const packed = (text: string | Uint8Array): Uint8Array => deflateSync(text)

/** One page that shows a content stream, with a font called F1 as object 5. */
export function pageObjects(
  content: string,
  font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  page = '',
): readonly WrittenObject[] {
  return [
    { number: 1, dict: '<</Type/Catalog/Pages 2 0 R>>' },
    { number: 2, dict: '<</Type/Pages/Kids[3 0 R]/Count 1>>' },
    {
      number: 3,
      dict: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>${page}>>`,
    },
    { number: 4, dict: '<</Filter/FlateDecode>>', stream: packed(content) },
    { number: 5, dict: font },
  ]
}

export const show = (operator: string): string => `BT /F1 12 Tf 20 200 Td ${operator} ET`

/** UTF-16BE with its mark, in hexadecimal, as text strings have it (§7.9.2.2). */
export const utf16Hex = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
