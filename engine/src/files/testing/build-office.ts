import { strToU8, zipSync } from 'fflate'

type Parts = Readonly<Record<string, string | Uint8Array>>

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'

/** A Word document (ECMA-376) with this body and further parts. */
export function buildDocx(body: string, parts: Parts = {}): Buffer {
  return buildPackage({
    'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
}

/** An Excel workbook with these parts. */
export function buildXlsx(parts: Parts): Buffer {
  return buildPackage({ 'xl/workbook.xml': '<workbook/>', ...parts })
}

function buildPackage(parts: Parts): Buffer {
  const files = Object.entries({ '[Content_Types].xml': TYPES, ...parts }).map(
    ([name, content]): [string, Uint8Array] => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ],
  )
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime: '2026-01-01T00:00:00' }))
}

/** One paragraph of text. */
export function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
}

/** The relationships of a part: type (last word of its URI) and target outside the document. */
export function relationships(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`,
  )
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
}
