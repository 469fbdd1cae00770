import { deflateSync } from 'node:zlib'
import { buildCompound } from '../../files/testing/build-compound.ts'
import { buildDocx, buildXlsx, paragraph, relationships } from '../../files/testing/build-office.ts'
import { buildVbaProject } from '../../files/testing/build-vba-project.ts'
import { ENCRYPTED_PDFS } from '../../files/testing/encrypted-pdfs.ts'
import { buildMsg } from '../../files/mapi/testing/build-msg.ts'
import { fileOf, fill, fillWith, type HostileShape, mailWith, noise } from './hostile-shape.ts'

const PDF_HEAD = '%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n'

/** A PDF whose further objects are made of a size; objects from 10 on are the shape's own. */
function pdf(name: string, make: (sizeBytes: number) => string | Buffer): HostileShape {
  return {
    name: `a PDF with ${name}`,
    make: (size) => {
      const body = make(size - 400)
      const tail = 'trailer<</Root 1 0 R/Size 99999>>\nstartxref\n0\n%%EOF'
      const content = typeof body === 'string' ? Buffer.from(body, 'latin1') : body
      return mailWith('a.pdf', Buffer.concat([Buffer.from(PDF_HEAD), content, Buffer.from(tail)]))
    },
  }
}

function streamOf(number: number, dict: string, packed: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`${number} 0 obj<<${dict}/Length ${packed.length}>>stream\n`),
    packed,
    Buffer.from('\nendstream endobj\n'),
  ])
}

const onePage = (content: Buffer) =>
  Buffer.concat([
    Buffer.from(
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n5 0 obj<</Type/Font/Subtype/Type0/BaseFont/A/ToUnicode 6 0 R>>endobj\n',
    ),
    content,
  ])

const deflated = (text: string | Buffer) => deflateSync(text, { level: 9 })
const FLATE = '/Filter/FlateDecode'

const PDFS: readonly HostileShape[] = [
  pdf('many objects', (size) =>
    fillWith((n) => `${n + 10} 0 obj<</A ${n + 11} 0 R>>endobj\n`, size),
  ),
  pdf('many catalogues', (size) => fill('1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\n', size)),
  pdf('dictionaries in dictionaries', (size) => `10 0 obj${fill('<</A', size)}`),
  pdf('arrays in arrays', (size) => `10 0 obj${fill('[', size)}`),
  pdf('brackets of strings', (size) => `10 0 obj${fill('(', size)}`),
  pdf('hexadecimal text', (size) => `10 0 obj<${fill('4 1\n', size)}>endobj`),
  pdf('comments', (size) => fill('%x\n', size)),
  pdf('beginnings of objects', (size) => fill('1 0 obj ', size)),
  pdf('streams without an end', (size) => fill('1 0 obj<</Length 9>>stream\n', size)),
  pdf('tables that name each other', (size) =>
    fill('xref\n0 1\n0000000000 65535 f \ntrailer<</Prev 9>>\nstartxref\n9\n', size),
  ),
  pdf(
    'many pages',
    (size) =>
      `2 0 obj<</Type/Pages/Count 9999/Kids[${fillWith((n) => `${n + 10} 0 R `, size / 4)}]>>endobj\n${fillWith((n) => `${n + 10} 0 obj<</Type/Page/Parent 2 0 R>>endobj\n`, size * 0.7)}`,
  ),
  pdf(
    'pages that are their own parents',
    (size) => `2 0 obj<</Type/Pages/Kids[${fill('2 0 R ', size)}]>>endobj\n`,
  ),
  pdf(
    'a chain of pages',
    (size) =>
      `${fillWith((n) => `${n + 2} 0 obj<</Type/Pages/Kids[${n + 3} 0 R ${n + 3} 0 R]>>endobj\n`, size)}`,
  ),
  pdf('many links', (size) =>
    fillWith(
      (n) => `${n + 10} 0 obj<</Subtype/Link/A<</S/URI/URI(http://h${n}.example/)>>>>endobj\n`,
      size,
    ),
  ),
  pdf('many scripts', (size) =>
    fillWith((n) => `${n + 10} 0 obj<</S/JavaScript/JS(app.alert${n})>>endobj\n`, size),
  ),
  pdf('actions behind actions', (size) =>
    fillWith(
      (n) => `${n + 10} 0 obj<</S/Launch/F(a.exe)/Next[${n + 11} 0 R ${n + 11} 0 R]>>endobj\n`,
      size,
    ),
  ),
  pdf('bombs for streams', (size) => {
    const packed = deflated(Buffer.alloc(20_000_000))
    return Buffer.concat(
      Array.from({ length: Math.floor(size / (packed.length + 80)) }, (_, n) =>
        streamOf(n + 10, FLATE, packed),
      ),
    )
  }),
  pdf('bombs for objects', (size) => {
    const packed = deflated(fill('4 0 ', 900_000) + fill('<</A 4 0 R>> ', 900_000))
    return Buffer.concat(
      Array.from({ length: Math.floor(size / (packed.length + 90)) }, (_, n) =>
        streamOf(n + 10, `/Type/ObjStm/N 225000/First 900000${FLATE}`, packed),
      ),
    )
  }),
  pdf('filters upon filters', (size) =>
    streamOf(
      10,
      `/Filter[${'/ASCIIHexDecode'.repeat(2_000)}/FlateDecode]`,
      noise(Math.max(1_000, size - 40_000)),
    ),
  ),
  pdf('runs of bytes', (size) => streamOf(10, '/Filter/RunLengthDecode', Buffer.alloc(size, 0x81))),
  pdf('LZW', (size) => streamOf(10, '/Filter/LZWDecode', noise(size))),
  pdf('Ascii85', (size) => streamOf(10, '/Filter/ASCII85Decode', Buffer.alloc(size, 'z'))),
  pdf('predictors', () =>
    streamOf(
      10,
      `${FLATE}/DecodeParms<</Predictor 12/Columns 1>>`,
      deflated(Buffer.alloc(60_000_000, 2)),
    ),
  ),
  pdf('a page of much text', (size) =>
    onePage(streamOf(4, FLATE, deflated(`BT/F 9 Tf ${fill('1 0 0 1 2 3 Tm(abc)Tj ', size * 10)}`))),
  ),
  pdf('a page of arrays', (size) =>
    onePage(streamOf(4, FLATE, deflated(`BT/F 9 Tf ${fill('[(a)9', size * 10)}`))),
  ),
  pdf('a page of images', (size) =>
    onePage(streamOf(4, FLATE, deflated(fill('BI/W 1/H 1 ID x EI ', size * 10)))),
  ),
  pdf('a map of codes', (size) =>
    Buffer.concat([
      onePage(streamOf(4, '', Buffer.from('BT/F 9 Tf<0001>Tj ET'))),
      streamOf(
        6,
        FLATE,
        deflated(`begincmap ${fill('1 beginbfrange<0000><ffff><0000>endbfrange ', size * 5)}`),
      ),
    ]),
  ),
  pdf('pictures', (size) => {
    const packed = deflated(Buffer.alloc(3_000_000))
    return Buffer.concat(
      Array.from({ length: Math.floor(size / (packed.length + 150)) }, (_, n) =>
        streamOf(
          n + 10,
          `/Type/XObject/Subtype/Image/Width 1000/Height 1000/BitsPerComponent 8/ColorSpace/DeviceRGB${FLATE}`,
          packed,
        ),
      ),
    )
  }),
  pdf('attached files', (size) => {
    const packed = deflated(Buffer.from(fill('<script>a="b"+"c"</script>', 1_000_000)))
    return Buffer.concat(
      Array.from({ length: Math.floor(size / (packed.length + 200)) }, (_, n) =>
        Buffer.concat([
          Buffer.from(
            `${n * 2 + 10} 0 obj<</Type/Filespec/F(a${n}.html)/EF<</F ${n * 2 + 11} 0 R>>>>endobj\n`,
          ),
          streamOf(n * 2 + 11, `/Type/EmbeddedFile${FLATE}`, packed),
        ]),
      ),
    )
  }),
  {
    name: 'an encrypted PDF with a long tail',
    make: (size) =>
      mailWith(
        'a.pdf',
        Buffer.concat([
          Buffer.from(ENCRYPTED_PDFS['256 '], 'base64'),
          Buffer.from(
            fillWith((n) => `${n + 90} 0 obj<</A(${'x'.repeat(40)})>>endobj\n`, size - 9_000),
          ),
        ]),
      ),
  },
]

/** Below the ratio above which a member is a bomb. */
const XML_BYTES = 30_000_000
const office = (name: string, make: (sizeBytes: number) => Buffer): HostileShape => ({
  name,
  make: (size) => mailWith(name.includes('workbook') ? 'a.xlsx' : 'a.docx', make(size)),
})
/** Noise in the package, so that its ratio is like that of ordinary ones. */
const padded = (size: number) => ({ 'word/media/noise.bin': noise(Math.max(1, size - 200_000)) })

const OFFICE: readonly HostileShape[] = [
  office('a document of many paragraphs', (size) =>
    buildDocx(fill(paragraph('a&amp;b'), XML_BYTES), padded(size)),
  ),
  office('a document of tags in tags', (size) => buildDocx(fill('<w:p>', XML_BYTES), padded(size))),
  office('a document of many attributes', (size) =>
    buildDocx(`<w:p ${fill('a="b" ', XML_BYTES)}>`, padded(size)),
  ),
  office('a document of open tags', (size) => buildDocx(fill('<', XML_BYTES), padded(size))),
  office('a document of comments', (size) =>
    buildDocx(fill('<!-- x -->', XML_BYTES), padded(size)),
  ),
  office('a document of fields', (size) =>
    buildDocx(
      fill(
        '<w:fldSimple w:instr="DDEAUTO c:\\a &quot;b&quot;"/><w:r><w:instrText>HYPERLINK "http://a.example"</w:instrText></w:r>',
        XML_BYTES,
      ),
      padded(size),
    ),
  ),
  office('a document of many relationships', (size) =>
    buildDocx(paragraph('x'), {
      ...padded(size),
      'word/_rels/document.xml.rels': relationships(
        Array.from(
          { length: 60_000 },
          (_, n) => ['attachedTemplate', `http://h${n}.example/`] as const,
        ),
      ),
    }),
  ),
  office('a document of many pictures', (size) =>
    buildDocx(
      paragraph('x'),
      Object.fromEntries(
        Array.from({ length: Math.floor(size / 300) }, (_, n) => [
          `word/media/i${n}.png`,
          noise(40, n + 1),
        ]),
      ),
    ),
  ),
  office('a workbook of many shared strings', (size) =>
    buildXlsx({
      ...padded(size),
      'xl/sharedStrings.xml': `<sst>${fill('<si><t>http://a.example/</t></si>', XML_BYTES)}</sst>`,
    }),
  ),
  office('a workbook of many cells', (size) =>
    buildXlsx({
      ...padded(size),
      'xl/worksheets/sheet1.xml': `<sheetData>${fill('<c t="s"><f>cmd|a!b</f><v>1</v></c>', XML_BYTES)}</sheetData>`,
    }),
  ),
  office('a workbook of many sheets', (size) =>
    buildXlsx(
      Object.fromEntries(
        Array.from({ length: Math.floor(size / 400) }, (_, n) => [
          `xl/worksheets/sheet${n}.xml`,
          fill('<c><f>1</f></c>', 60_000),
        ]),
      ),
    ),
  ),
  office('a document with a long macro', (size) =>
    buildDocx('', {
      'word/vbaProject.bin': buildVbaProject({
        M: fill('x = "a" & Chr(66) & "b" & StrReverse("abc")\n', size * 0.8),
      }),
    }),
  ),
  office('a document with many modules', (size) =>
    buildDocx('', {
      'word/vbaProject.bin': buildVbaProject(
        Object.fromEntries(
          Array.from({ length: Math.min(500, size / 1_500) }, (_, n) => [
            `M${n}`,
            fill('x = Chr(65 + 1)\n', 800),
          ]),
        ),
      ),
    }),
  ),
]

const OLES: readonly HostileShape[] = [
  {
    name: 'a compound file whose chains lead into each other',
    make: (size) => {
      const bytes = buildCompound(
        Object.fromEntries(
          Array.from({ length: 300 }, (_, n) => [
            `S${n}`,
            Buffer.alloc(Math.max(64, (size - 40_000) / 320), 'a'),
          ]),
        ),
      )
      for (let at = 512; at + 4 <= Math.min(bytes.length, 512 * 200); at += 4)
        if (bytes.readInt32LE(at) > 0) bytes.writeInt32LE((at * 7) % 1_500, at)
      return mailWith('a.doc', bytes)
    },
  },
  {
    name: 'a compound file of many streams',
    make: (size) =>
      mailWith(
        'a.doc',
        buildCompound(
          Object.fromEntries(
            Array.from({ length: Math.min(3_000, Math.floor(size / 300)) }, (_, n) => [
              `S${n}`,
              noise(60, n + 1),
            ]),
          ),
        ),
      ),
  },
  {
    name: 'a Word document of links',
    make: (size) =>
      mailWith(
        'a.doc',
        buildCompound({
          WordDocument: Buffer.from(
            fill('\x13HYPERLINK "http://a.example" \x14x\x15', size * 0.9),
            'latin1',
          ),
        }),
      ),
  },
  {
    name: 'a workbook of many records',
    make: (size) =>
      mailWith(
        'a.xls',
        buildCompound({
          Workbook: Buffer.concat([
            Buffer.from('0908100000060500', 'hex'),
            Buffer.alloc(12),
            Buffer.from(fill('\x06\0\x04\0abcd', size * 0.9), 'latin1'),
          ]),
        }),
      ),
  },
  {
    name: 'a workbook of shared strings',
    make: (size) =>
      mailWith(
        'a.xls',
        buildCompound({
          Workbook: Buffer.concat([
            Buffer.from('09081000000605000000000000000000fc000820ffffffffffffff7f', 'hex'),
            Buffer.from(fill('\x02\0\0ab', size * 0.9), 'latin1'),
          ]),
        }),
      ),
  },
  {
    name: 'slides of many records',
    make: (size) =>
      mailWith(
        'a.ppt',
        buildCompound({
          'PowerPoint Document': Buffer.from(
            fill('\x0f\0\xe8\x03\x10\0\0\0\0\0\xa8\x0f\x02\0\0\0ab', size * 0.9),
            'latin1',
          ),
        }),
      ),
  },
  {
    name: 'an Outlook message of many recipients',
    make: (size) =>
      mailWith(
        'a.msg',
        buildMsg({
          properties: { '0037001F': 'x', '1000001F': fill('text ', 20_000) },
          recipients: Array.from({ length: Math.min(700, size / 1_400) }, (_, n) => ({
            '3001001F': `n${n}`,
            '39FE001F': `a${n}@b.example`,
          })),
        }),
      ),
  },
  {
    name: 'an Outlook message in Outlook messages',
    make: () => {
      let message: Parameters<typeof buildMsg>[0] = { properties: { '0037001F': 'x' } }
      for (let depth = 0; depth < 12; depth++)
        message = {
          properties: { '0037001F': `d${depth}` },
          attachments: [{ message }, { message: { properties: { '0037001F': 'y' } } }],
        }
      return mailWith('a.msg', buildMsg(message))
    },
  },
]

const TEXTS: readonly HostileShape[] = [
  fileOf('a.rtf', '{\\b', '{\\rtf1'),
  fileOf('a.rtf', "\\'82\\'a0", '{\\rtf1 '),
  fileOf('a.rtf', '\\u12354?', '{\\rtf1 '),
  fileOf('a.rtf', '{\\*\\objdata 0105000002000000}', '{\\rtf1 '),
  fileOf(
    'a.rtf',
    '{\\object\\objemb{\\*\\objdata 01050000020000000800000050616374616765000000000000000000080000004d5a000000000000}}',
    '{\\rtf1 ',
  ),
  fileOf('a.rtf', '4d5a', '{\\rtf1{\\object{\\*\\objdata '),
  fileOf('a.rtf', '\\bin1 x', '{\\rtf1 '),
  fileOf('a.rtf', '{\\field{\\*\\fldinst HYPERLINK "http://a.example"}}', '{\\rtf1 '),
  fileOf('a.rtf', "{\\*\\objdata 4\\a5{\\b}\\'82", '{\\rtf1 '),
  fileOf('a.ics', 'BEGIN:VEVENT\nURL:http://a.example/\n ', 'BEGIN:VCALENDAR\n'),
  fileOf('a.ics', 'ATTACH;ENCODING=BASE64;VALUE=BINARY:QUJD\n', 'BEGIN:VCALENDAR\n'),
  fileOf('a.ics', '\n ', 'BEGIN:VCALENDAR\nDESCRIPTION:a'),
  fileOf('a.ics', ';X="a"', 'BEGIN:VCALENDAR\nDESCRIPTION'),
  fileOf('a.asc', '-----BEGIN PGP MESSAGE-----\n\nyyyy\n'),
  fileOf('a.asc', 'yyyy', '-----BEGIN PGP MESSAGE-----\n\n'),
  fileOf('a.gpg', '\x99\0\x01a', '\x99\x01\x0d'),
  fileOf('smime.p7m', '\x30\x80'),
  fileOf(
    'smime.p7m',
    '\x24\x80\x04\x01a',
    '\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80\x30\x80',
  ),
  fileOf('a.iqy', 'http://a.example/\n', 'WEB\n1\n'),
  fileOf('a.slk', 'C;X1;Y1;E=cmd\n', 'ID;P\n'),
  fileOf('a.csv', "=cmd|'/c calc'!A0,"),
  fileOf('a.csproj', '<UsingTask '),
  fileOf('a.csproj', '<Exec Command="a">', '<Project>'),
  fileOf('a.csproj', '<Code>x</Code>', '<Project><UsingTask TaskFactory="CodeTaskFactory">'),
  fileOf('a.url', 'URL=http://a.example/\n', '[InternetShortcut]\n'),
]

const BINARIES: readonly HostileShape[] = [
  {
    name: 'winmail.dat of many properties',
    make: (size) =>
      mailWith(
        'winmail.dat',
        Buffer.concat([
          Buffer.from('789f3e220100', 'hex'),
          Buffer.from(
            fill('\x02\x02\x90\x06\0\x0e\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0', size),
            'latin1',
          ),
        ]),
      ),
  },
  {
    name: 'a OneNote page of many files',
    make: (size) => {
      const file = Buffer.concat([
        Buffer.from(
          'e716e3bd65261145a4c48d4d0b7a9eac0400000000000000000000000000000000000000',
          'hex',
        ),
        Buffer.from('MZab'),
      ])
      const files = Array.from({ length: Math.floor(size / file.length) }, () => file)
      return mailWith(
        'a.one',
        Buffer.concat([Buffer.from('e4525c7b8cd8a74daeb15378d02996d3', 'hex'), ...files]),
      )
    },
  },
  {
    name: 'a OneNote page of many names',
    make: (size) =>
      mailWith(
        'a.one',
        Buffer.concat([
          Buffer.from('e4525c7b8cd8a74daeb15378d02996d3', 'hex'),
          Buffer.from(fill('invoice.hta\0', size / 2), 'utf16le'),
        ]),
      ),
  },
]

export const DOCUMENT_SHAPES: readonly HostileShape[] = [
  ...PDFS,
  ...OFFICE,
  ...OLES,
  ...TEXTS,
  ...BINARIES,
]
