import { expect, test } from 'vitest'
import { findVbaStrings } from './find-vba-strings.ts'

test.each([
  ['x = "ht" & "tp" & Chr(58) & "//a.example"', 'http://a.example'],
  ['x = Chr$(&H63) + ChrW(109) & "d.exe"', 'cmd.exe'],
  ['x = StrReverse("exe.dmc")', 'cmd.exe'],
  ['x = Replace("pZoweZrshZell", "Z", "")', 'powershell'],
  ['a = "power"\nb = a & "shell"', 'powershell'],
  ['a = "po"\na = a & "wer"\na = a & "shell"', 'powershell'],
  ['Const part As String = "calc"\nRun part & ".exe"', 'calc'],
  ['x = Join(Array("msh", "ta"), "") & " x"', 'mshta x'],
  ['x = Mid("00cmd.exe00", 3, 7)', 'cmd.exe'],
  ['x = Chr(100 - 1) & Chr(218 Xor 183) & Chr(50 * 2) & " /c"', 'cmd /c'],
  ['x = "say ""hi"" now"', 'say "hi" now'],
  ['x = "abc" & _\n  "def"', 'abcdef'],
  ['Shell Unknown("cmd" & " /c")', 'cmd /c'],
])('%s shows %s', (source, text) => {
  expect(findVbaStrings(source)).toContain(text)
})

test('a value that depends on the machine is not invented', () => {
  expect(findVbaStrings('x = Environ("TEMP") & "\\a.exe"\ny = x & "bc"')).toEqual([
    'TEMP',
    '\\a.exe',
  ])
})

test.each([
  ['one long line of literals and a stranger', `x = ${'"ab" & '.repeat(100_000)}Foo()`],
  ['nested calls', `x = ${'Chr('.repeat(200_000)}`],
  [
    'a string that is replaced again and again',
    'x = "aaaa"\n' + 'x = Replace(x, "a", "aaaaaaaa")\n'.repeat(20_000),
  ],
  ['quotes alone', '"'.repeat(500_000)],
])('%s costs less than a second', (_name, source) => {
  const start = process.cpuUsage()
  findVbaStrings(source)
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(1_000)
})
