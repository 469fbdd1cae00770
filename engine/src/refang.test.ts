import { expect, test } from 'vitest'
import { defang, refang } from './refang.ts'

test.each([
  ['https://portal.a-b.example/x?e=1.2', 'hxxps://portal.a-b[.]example/x?e=1.2'],
  ['http://192.0.2.44:8080/a.b', 'hxxp://192.0.2[.]44:8080/a.b'],
  ['ftp://files.a.example/b.exe', 'ftp://files.a[.]example/b.exe'],
  ['file://192.0.2.44/share/b.lnk', 'file://192.0.2[.]44/share/b.lnk'],
  ['t.mori@mail.a.example', 't.mori@mail.a[.]example'],
  ['a.example.', 'a[.]example.'],
  ['192.0.2.44', '192.0.2[.]44'],
  ['localhost', 'localhost'],
  ['', ''],
])('%s is written %s, and back', (plain, shown) => {
  expect(defang(plain)).toBe(shown)
  expect(refang(shown)).toBe(plain)
})

test.each([
  ['hxxps[:]//a[.]example/x', 'https://a.example/x'],
  ['t[at]a(dot)example', 't@a.example'],
  ['h**p://a{.}example', 'http://a.example'],
])('an analyst’s %s is read as %s', (shown, plain) => {
  expect(refang(shown)).toBe(plain)
})
