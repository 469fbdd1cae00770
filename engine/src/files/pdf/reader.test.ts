import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { limits } from '../../limits.ts'
import { ENCRYPTED_PDFS } from '../testing/encrypted-pdfs.ts'
import { toFile } from '../testing/file-to-read.ts'
import { pdf } from './reader.ts'

/** Objects numbered from 1, with a header and nothing else: no cross-reference table. */
function pdfOf(...objects: readonly (string | Buffer)[]): Buffer {
  const parts = objects.flatMap((object, index) => [
    Buffer.from(`${index + 1} 0 obj\n`),
    Buffer.isBuffer(object) ? object : Buffer.from(object, 'latin1'),
    Buffer.from('\nendobj\n'),
  ])
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts])
}

function streamOf(dict: string, bytes: Buffer | string): Buffer {
  const data = Buffer.from(bytes)
  return Buffer.concat([
    Buffer.from(`<<${dict}/Length ${data.length}>>stream\r\n`),
    data,
    Buffer.from('\nendstream'),
  ])
}

const read = async (bytes: Uint8Array) => pdf.read(toFile(bytes, 'a.pdf'))

describe('an action', () => {
  test.each([
    ['<</S/URI/URI(https://a.example/x)>>', 'document', 'https://a.example/x'],
    ['<</S/URI/URI(https:\\/\\/a\\056example/x\\\n/y)>>', 'document', 'https://a.example/x/y'],
    ['<</S/UR#49/U#52I<68747470733a2f2f612e6578616d706c65>>>', 'document', 'https://a.example'],
    ['<</S/URI/URI<FEFF0068007400740070003A002F002F0061>>>', 'document', 'http://a'],
    ['<</S/SubmitForm/F<</FS/URL/F(https://a.example/post)>>>>', 'form', 'https://a.example/post'],
    [
      '<</S/GoToR/F(\\\\\\\\192.0.2.9\\\\share\\\\a.pdf)>>',
      'document',
      '\\\\192.0.2.9\\share\\a.pdf',
    ],
    [
      '<</S/JavaScript/JS(app.launchURL\\("https://a.example/js", true\\);)>>',
      'document',
      'https://a.example/js',
    ],
  ])('%s is a link', async (action, kind, url) => {
    const { links } = await read(pdfOf(action))
    expect(links).toContainEqual({ kind, url })
  })

  test.each([
    ['<</S/JavaScript/JS(app.alert\\(1\\))>>', 'pdf-script', 'app.alert(1)'],
    ['<</S/Launch/Win<</F(cmd.exe)/P(/c calc)>>>>', 'pdf-launch', 'cmd.exe /c calc'],
    ['<</S/SubmitForm/F(https://a.example/)>>', 'pdf-form-target', 'https://a.example/'],
    [
      '<</Type/Catalog/OpenAction<</S/JavaScript/JS(f\\(\\))>>>>',
      'pdf-open-action',
      'OpenAction: JavaScript f()',
    ],
    [
      '<</Type/Page/AA<</O<</S/URI/URI(https://a.example/)>>>>>>',
      'pdf-open-action',
      'AA O: URI https://a.example/',
    ],
  ])('%s is a sign', async (action, kind, excerpt) => {
    const { signs } = await read(pdfOf(action))
    expect(signs).toContainEqual({ kind, excerpt })
  })

  test('that turns to a page on opening is none', async () => {
    const { signs } = await read(pdfOf('<</Type/Catalog/OpenAction<</S/GoTo/D[2 0 R/Fit]>>>>'))
    expect(signs).toEqual([])
  })
})

describe('a script in a stream', () => {
  const script = 'this.exportDataObject({cName: "a"});'
  test.each([
    ['FlateDecode', deflateSync(script)],
    ['ASCIIHexDecode', `${Buffer.from(script).toString('hex')}>`],
    ['ASCII85Decode', ascii85(script)],
    [
      'RunLengthDecode',
      Buffer.concat([Buffer.from([script.length - 1]), Buffer.from(script), Buffer.from([128])]),
    ],
  ])('is unpacked from %s', async (filter, bytes) => {
    const { signs } = await read(
      pdfOf('<</S/JavaScript/JS 2 0 R>>', streamOf(`/Filter/${filter}`, bytes)),
    )
    expect(signs).toEqual([{ kind: 'pdf-script', excerpt: script }])
  })

  test('is unpacked from LZWDecode', async () => {
    // The example of ISO 32000-2 §7.4.4.2: 45 45 45 45 45 65 45 45 45 66.
    const packed = Buffer.from('800B6050220C0C8501', 'hex')
    const { signs } = await read(
      pdfOf('<</S/JavaScript/JS 2 0 R>>', streamOf('/Filter/LZWDecode', packed)),
    )
    expect(signs).toEqual([{ kind: 'pdf-script', excerpt: '-----A---B' }])
  })
})

/** Five characters for four bytes, by the definition in §7.4.3. */
function ascii85(text: string): string {
  const bytes = Buffer.from(text)
  let out = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const chunk = Buffer.concat([bytes.subarray(at, at + 4), Buffer.alloc(4)]).subarray(0, 4)
    const digits: number[] = []
    for (let rest = chunk.readUInt32BE(0), index = 0; index < 5; index++) {
      digits.unshift(rest % 85)
      rest = Math.floor(rest / 85)
    }
    const count = Math.min(4, bytes.length - at) + 1
    out += String.fromCharCode(...digits.slice(0, count).map((digit) => digit + 33))
  }
  return `${out}~>`
}

test('objects inside object streams are found', async () => {
  const inner = '5 0 <</S/URI/URI(https://a.example/deep)>>'
  const stream = streamOf('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', deflateSync(inner))
  expect((await read(pdfOf(stream))).links).toEqual([
    { kind: 'document', url: 'https://a.example/deep' },
  ])
})

describe('a file that breaks the rules', () => {
  test('and ends in a string still shows the objects before and behind', async () => {
    const bytes = Buffer.from(
      '%PDF-1.4\n1 0 obj <</A (unclosed\n2 0 obj <</S/URI/URI(https://a.example/)>>',
    )
    const { links, problems } = await read(bytes)
    expect(links).toHaveLength(1)
    expect(problems).toContain('file-damaged')
  })

  test('and refers to itself comes to an end', async () => {
    const { facts } = await read(
      pdfOf('<</Type/Catalog/Pages 2 0 R>>', '<</Kids[2 0 R 2 0 R]>>', '4 0 R', '3 0 R'),
    )
    expect(facts).toBeDefined()
  })
})

describe.each(Object.entries(ENCRYPTED_PDFS))('a file encrypted %s', (how, base64) => {
  test('shows its link', async () => {
    const passwords = how.includes('himitsu') ? ['wrong', 'himitsu'] : []
    const file = { ...toFile(Buffer.from(base64, 'base64')), passwords }
    const { links, facts, problems } = await pdf.read(file)
    expect(links).toEqual([{ kind: 'document', url: 'https://a.example/locked' }])
    expect(facts).toContainEqual({ name: 'encrypted', value: 'yes' })
    expect(facts).toContainEqual({ name: 'largest-link', value: '50 %' })
    expect(problems).toBeUndefined()
  })
})

test('a file whose password is not known says so', async () => {
  const base64 = ENCRYPTED_PDFS['with the password himitsu']
  const { problems, links } = await read(Buffer.from(base64, 'base64'))
  expect(problems).toEqual(['wrong-password'])
  expect(links).toEqual([])
})

const PAGE = '<</Type/Page/Contents 2 0 R/Resources<</Font<</F 3 0 R>>>>>>'

test.each([
  ['(Pay to) Tj 0 -14 Td (this account) Tj', '<</Subtype/Type1>>', 'Pay to\nthis account'],
  ['[(In)20(voice)-300(7)] TJ', '<</Subtype/Type1>>', 'Invoice 7'],
  // 請求書 in Shift_JIS.
  ['<90BF8B818F91> Tj', '<</Subtype/Type0/Encoding/90ms-RKSJ-H>>', '請求書'],
  ['<00010002> Tj', '<</Subtype/Type0/Encoding/Identity-H/ToUnicode 4 0 R>>', '請求'],
])('the page %s with the font %s reads %s', async (content, font, text) => {
  const cmap = streamOf(
    '',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <8ACB> <0002> <6C42> endbfchar',
  )
  const reading = await read(pdfOf(PAGE, streamOf('', `BT /F 12 Tf ${content} ET`), font, cmap))
  expect(reading.text).toBe(text)
})

test('forms that use forms do not multiply without end', async () => {
  const level = (next: number) =>
    streamOf(`/Subtype/Form/Resources<</XObject<</X ${next} 0 R>>>>`, '/X Do '.repeat(60))
  const page = '<</Type/Page/Contents 2 0 R/Resources<</XObject<</X 3 0 R>>>>>>'
  const start = performance.now()
  await read(
    pdfOf(
      page,
      streamOf('', '/X Do '.repeat(60)),
      level(4),
      level(5),
      level(6),
      level(7),
      level(3),
    ),
  )
  expect(performance.now() - start).toBeLessThan(5_000)
})

test('attached files and pictures are handed on', async () => {
  const jpeg = Buffer.from('\xff\xd8\xff\xe0 not more than a beginning', 'latin1')
  const grey = deflateSync(Buffer.alloc(30 * 30, 0x7f))
  const { members = [], membersAre } = await read(
    pdfOf(
      '<</Type/Filespec/F(a.exe)/EF<</F 2 0 R>>>>',
      streamOf('/Type/EmbeddedFile', 'MZ and more'),
      streamOf('/Subtype/Image/Width 60/Height 60/Filter/DCTDecode', jpeg),
      streamOf(
        '/Subtype/Image/Width 30/Height 30/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode',
        grey,
      ),
    ),
  )
  expect(membersAre).toBe('embedded')
  expect(members.map(({ name }) => name)).toEqual(['a.exe', 'image-1.jpg', 'image-2.png'])
  expect(Buffer.from(members[0]?.content ?? []).toString()).toBe('MZ and more')
  expect(Buffer.from(members[1]?.content ?? [])).toEqual(jpeg)
})

test('a megabyte of hostile structure is read in a second', async () => {
  const start = performance.now()
  for (const piece of [
    '1 0 obj (',
    '1 0 obj <<',
    '1 0 obj [[[',
    '1 0 obj <</A<',
    '<<>>stream\n',
    'obj ',
    '1 0 obj<<>>stream\n',
  ])
    await read(Buffer.from(`%PDF-1.4\n${piece.repeat(1_000_000 / piece.length)}`))
  expect(performance.now() - start).toBeLessThan(12_000)
  expect(limits.pdfObjectsMax).toBeLessThan(1_000_000)
})
