import { gzipSync, strToU8, type Zippable, zipSync } from 'fflate'
import { exifSegment, writeExif, writeJpeg, writePng } from './build-pictures.ts'
import { cut, type HidingPlace } from './hiding-place.ts'

const TYPES = '<?xml version="1.0"?><Types/>'
const w = (body: string): string =>
  `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(files, { mtime: '2026-01-01T00:00:00' })
}

const RELATIONSHIPS =
  '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

/** The least that is an Office document; whatever it is called, its main part is a text. */
const office = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zip({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONSHIPS,
    'word/document.xml': w(paragraph('x')),
    ...parts,
  })

const artist = (name: string): Uint8Array =>
  writeJpeg([exifSegment(writeExif([{ tag: 0x013b, type: 2, value: Buffer.from(`${name}\0`) }]))])

function place(
  format: string,
  where: string,
  told: RegExp,
  write: (name: string) => Uint8Array,
): HidingPlace {
  return {
    ...{ format, place: where, told },
    write: (name) => ({ name: `report.${format}`, bytes: write(name) }),
  }
}

/** Archives and Office documents by where in them a name can stand. */
export const PACKAGE_PLACES: readonly HidingPlace[] = [
  place('docx', 'five runs of one paragraph', /^word\/document\.xml, paragraph 4$/u, (name) => {
    const runs = cut(name, 5)
      .map((one) => `<w:r><w:rPr/><w:t>${one}</w:t></w:r>`)
      .join('')
    return office({ 'word/document.xml': w(`${paragraph('a').repeat(3)}<w:p>${runs}</w:p>`) })
  }),
  place(
    'docx',
    'a tracked deletion',
    /^word\/document\.xml, paragraph 1, tracked deletion$/u,
    (name) =>
      office({
        'word/document.xml': w(
          `<w:p><w:del w:id="1"><w:r><w:delText>${name}</w:delText></w:r></w:del></w:p>`,
        ),
      }),
  ),
  place(
    'docx',
    'what is left when a deletion is accepted',
    /^word\/document\.xml, paragraph 1$/u,
    (name) => {
      const [first = '', second = ''] = cut(name, 2)
      const deleted = '<w:del><w:r><w:delText>Oslo and Bergen</w:delText></w:r></w:del>'
      return office({
        'word/document.xml': w(
          `<w:p><w:r><w:t>${first}</w:t></w:r>${deleted}<w:r><w:t>${second}</w:t></w:r></w:p>`,
        ),
      })
    },
  ),
  place(
    'docx',
    'the author of a comment',
    /^word\/comments\.xml, attribute w:comment w:author$/u,
    (name) =>
      office({
        'word/comments.xml': `<w:comments><w:comment w:author="${name}">${paragraph('x')}</w:comment></w:comments>`,
      }),
  ),
  place('docx', 'core properties', /^docProps\/core\.xml, core properties: creator$/u, (name) =>
    office({
      'docProps/core.xml': `<cp:coreProperties><dc:creator>${name}</dc:creator></cp:coreProperties>`,
    }),
  ),
  place('docx', 'the company', /^docProps\/app\.xml, app properties: Company$/u, (name) =>
    office({ 'docProps/app.xml': `<Properties><Company>${name}</Company></Properties>` }),
  ),
  place(
    'docx',
    'custom properties',
    /^docProps\/custom\.xml, custom properties: Client$/u,
    (name) =>
      office({
        'docProps/custom.xml': `<Properties><property name="Client"><vt:lpwstr>${name}</vt:lpwstr></property></Properties>`,
      }),
  ),
  place('docx', 'custom XML', /^customXml\/item1\.xml/u, (name) =>
    office({ 'customXml/item1.xml': `<root><client>${name}</client></root>` }),
  ),
  place(
    'docx',
    'the template',
    /^word\/_rels\/settings\.xml\.rels, attribute Relationship Target$/u,
    (name) =>
      office({
        'word/_rels/settings.xml.rels': `<Relationships><Relationship Target="file:///S:/${encodeURIComponent(name)}/a.dotx"/></Relationships>`,
      }),
  ),
  place('docx', 'EXIF of a picture', /^word\/media\/image1\.jpeg, EXIF Artist$/u, (name) =>
    office({ 'word/media/image1.jpeg': artist(name) }),
  ),
  place(
    'docx',
    'a document in the document',
    /^word\/embeddings\/a\.xlsx, xl\/sharedStrings\.xml$/u,
    (name) =>
      office({
        'word/embeddings/a.xlsx': office({
          'xl/sharedStrings.xml': `<sst><si><t>${name}</t></si></sst>`,
        }),
      }),
  ),
  place('xlsx', 'a hidden sheet', /^xl\/worksheets\/sheet2\.xml, cell B4$/u, (name) =>
    office({
      'xl/worksheets/sheet2.xml': `<worksheet><row><c r="B4" t="inlineStr"><is><t>${name}</t></is></c></row></worksheet>`,
    }),
  ),
  place('xlsx', 'the name of a sheet', /^xl\/workbook\.xml, attribute sheet name$/u, (name) =>
    office({ 'xl/workbook.xml': `<workbook><sheets><sheet name="${name}"/></sheets></workbook>` }),
  ),
  place('pptx', 'speaker notes', /^ppt\/notesSlides\/n1\.xml, paragraph 1$/u, (name) => {
    const runs = cut(name, 3)
      .map((one) => `<a:r><a:t>${one}</a:t></a:r>`)
      .join('')
    return office({ 'ppt/notesSlides/n1.xml': `<p:notes><a:p>${runs}</a:p></p:notes>` })
  }),
  place('zip', 'the name of a member', /^archive directory/u, (name) =>
    zip({ [`${name}/a.txt`]: 'x' }),
  ),
  place('zip', 'the comment of a member', /^archive directory/u, (name) =>
    zipSync({ 'a.txt': [strToU8('x'), { comment: name }] }, { mtime: '2026-01-01T00:00:00' }),
  ),
  place('zip', 'the comment of the archive', /^archive directory/u, (name) => {
    const bytes = Buffer.from(zip({ 'a.txt': 'x' }))
    const comment = Buffer.from(name)
    bytes.writeUInt16LE(comment.length, bytes.length - 2)
    return Buffer.concat([bytes, comment])
  }),
  place('zip', 'an extra field', /^archive directory/u, (name) =>
    zipSync(
      { 'a.txt': [strToU8('x'), { extra: { 0x7075: strToU8(name) } }] },
      { mtime: '2026-01-01T00:00:00' },
    ),
  ),
  place('zip', 'three archives deep', /^a\.zip, b\.zip, c\.txt, line 1$/u, (name) =>
    zip({ 'a.zip': zip({ 'b.zip': zip({ 'c.txt': name }) }) }),
  ),
  place('zip', 'behind a picture', /^a\.txt, line 1$/u, (name) =>
    moveZip(writePng(), zip({ 'a.txt': name })),
  ),
  place('zip', 'before the archive begins', /^archive directory/u, (name) =>
    moveZip(Buffer.from(name.padEnd(64, '.')).subarray(0, 64), zip({ 'a.txt': 'x' })),
  ),
  place('gzip', 'the file name in its header', /^archive directory/u, (name) => {
    const bytes = Buffer.from(gzipSync(strToU8('x'), { mtime: 0 }))
    // The flag of a name, which stands behind the ten bytes of the header and ends with a zero (RFC 1952 §2.3).
    bytes.writeUInt8(8, 3)
    return Buffer.concat([bytes.subarray(0, 10), Buffer.from(`${name}\0`), bytes.subarray(10)])
  }),
  place('gzip', 'inside', /line 1$/u, (name) =>
    gzipSync(strToU8(`Seen at ${name}.`), { mtime: 0 }),
  ),
]

/** A ZIP behind other bytes, its offsets moved as a program that unpacks itself has them. */
function moveZip(before: Uint8Array, archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive)
  const end = bytes.length - 22
  const directory = bytes.readUInt32LE(end + 16)
  bytes.writeUInt32LE(directory + before.length, end + 16)
  bytes.writeUInt32LE(bytes.readUInt32LE(directory + 42) + before.length, directory + 42)
  return Buffer.concat([before, bytes])
}
