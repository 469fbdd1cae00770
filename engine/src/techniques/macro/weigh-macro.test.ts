import { expect, test } from 'vitest'
import type { FileSign } from '../../files/file-reading.ts'
import { readVbaSigns } from '../../files/vba/vba-signs.ts'
import { weighMacro } from './weigh-macro.ts'

const LURE: FileSign = { kind: 'enable-content-lure', excerpt: 'コンテンツの有効化' }
const weigh = (source: string, ...more: readonly FileSign[]) =>
  weighMacro([...readVbaSigns([{ name: 'Module1', source }]).signs, ...more])?.weight

// Programs as office workers write them, and as attackers do.
test.each([
  ['a calculation behind a button', 'Sub Sum_Click()\nRange("A1").Value = 1\nEnd Sub', 'weak'],
  [
    'a button that fills a dictionary',
    'Sub Make()\nSet d = CreateObject("Scripting.Dictionary")\nEnd Sub',
    'weak',
  ],
  [
    'a button that opens a folder',
    'Sub Look()\nShell "explorer.exe C:\\data", vbNormalFocus\nEnd Sub',
    'weak',
  ],
  ['a sheet prepared at the start', 'Sub Workbook_Open()\nSheets(1).Activate\nEnd Sub', 'weak'],
  [
    'the name of the user at the start',
    'Sub Workbook_Open()\nRange("A1") = Environ("USERNAME")\nEnd Sub',
    'weak',
  ],
  ['a program at the start', 'Sub Workbook_Open()\nShell "calc.exe"\nEnd Sub', 'medium'],
  [
    'PowerShell at the start',
    'Sub AutoOpen()\nShell "powershell -enc SQBFAFgA"\nEnd Sub',
    'strong',
  ],
  [
    'a file fetched and run at the start',
    'Sub Document_Open()\nSet h = CreateObject("MSXML2.XMLHTTP")\nShell f\nEnd Sub',
    'strong',
  ],
  [
    'a file fetched by PowerShell behind a button',
    'Sub Go()\nShell "powershell iwr x"\nEnd Sub',
    'medium',
  ],
])('%s', (_name, source, weight) => {
  expect(weigh(source)).toBe(weight)
})

test('a text that asks for the button makes a start by itself count', () => {
  const source = 'Sub AutoOpen()\nCall main\nEnd Sub'

  expect([weigh(source), weigh(source, LURE)]).toEqual(['weak', 'medium'])
})

test('a text alone, as manuals have it, is no macro', () => {
  expect(weighMacro([LURE])).toBeUndefined()
})
