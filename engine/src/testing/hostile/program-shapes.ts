import { buildLnk } from '../build-lnk.ts'
import { buildPe } from '../build-pe.ts'
import {
  fileOf,
  fill,
  fillWith,
  type HostileShape,
  mailWith,
  mailWithFiles,
} from './hostile-shape.ts'

/** A program whose headers promise what its bytes hold a thousand times over. */
function programOf(sizeBytes: number, change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.concat([
    Buffer.from(buildPe({ imports: { 'a.dll': ['b', '#1'] } })),
    Buffer.alloc(sizeBytes - 0x600),
  ])
  change(bytes)
  return bytes
}

const COFF = 0x84
const OPTIONAL = COFF + 20
const SECTIONS = OPTIONAL + 240

const PROGRAMS: readonly HostileShape[] = [
  {
    name: 'a program of 65,535 sections',
    make: (size) =>
      mailWith(
        'a.exe',
        programOf(size, (bytes) => {
          bytes.writeUInt16LE(0xffff, COFF + 2)
          const section = bytes.subarray(SECTIONS, SECTIONS + 40)
          for (let at = SECTIONS + 40; at + 40 < bytes.length; at += 40) section.copy(bytes, at)
        }),
      ),
  },
  {
    name: 'a program whose sections all hold the whole file',
    make: (size) =>
      mailWith(
        'a.exe',
        programOf(size, (bytes) => {
          bytes.writeUInt16LE(4_000, COFF + 2)
          for (let at = SECTIONS; at < SECTIONS + 160_000 && at + 40 < bytes.length; at += 40) {
            bytes.write('.x', at, 'latin1')
            bytes.writeUInt32LE(size, at + 8)
            bytes.writeUInt32LE(0x1000, at + 12)
            bytes.writeUInt32LE(size, at + 16)
            bytes.writeUInt32LE(0, at + 20)
          }
        }),
      ),
  },
  {
    name: 'a program of endless imports',
    make: (size) =>
      mailWith(
        'a.exe',
        programOf(size, (bytes) => {
          bytes.writeUInt32LE(size, SECTIONS + 8)
          bytes.writeUInt32LE(size - 0x200, SECTIONS + 16)
          for (let at = 0x200; at + 20 < bytes.length; at += 20) {
            bytes.writeUInt32LE(0x1000, at)
            bytes.writeUInt32LE(0x1000, at + 12)
            bytes.writeUInt32LE(0x1000, at + 16)
          }
        }),
      ),
  },
  fileOf('a.exe', 'VS_VERSION_INFO\0'.split('').join('\0'), 'MZ\x90\0'),
  fileOf('a.exe', '\xff Go buildinf:', 'MZ\x90\0'),
  fileOf('a.bin', 'MZPE\0\0'),
  {
    name: 'programs in a file',
    make: (size) =>
      mailWith(
        'a.bin',
        Buffer.concat([
          Buffer.from('x'),
          ...Array.from({ length: Math.floor(size / 1_536) }, () => buildPe()),
        ]),
      ),
  },
  fileOf('a.txt', 'TVqQAAMAAAAEAAAA\n'),
  fileOf('a.txt', 'TVqQAAMAAAAEAAAA'),
  fileOf('a.txt', `${Buffer.from(buildPe()).toString('base64')}\n`),
  fileOf('a.txt', '4d5a90000300000004000000'),
  {
    name: 'many shortcuts',
    make: (size) => {
      const link = buildLnk({
        localPath: 'C:\\a.exe',
        arguments: 'b'.repeat(100),
        icon: 'c',
        machine: 'd',
        environmentTarget: 'e',
      })
      return mailWithFiles(
        Array.from(
          { length: Math.floor(size / (link.length + 200)) },
          (_, n) => [`a${n}.lnk`, link] as const,
        ),
      )
    },
  },
  {
    name: 'a long shortcut',
    make: (size) =>
      mailWith(
        'a.lnk',
        Buffer.concat([
          Buffer.from(buildLnk({ arguments: 'x'.repeat(30_000) })),
          Buffer.from(fill('\x14\0\0\0\xa0\0\0\x01', Math.max(100, size - 40_000)), 'latin1'),
        ]),
      ),
  },
]

const layer = (text: string, times: number): string =>
  times === 0 ? text : layer(`document.write(unescape("${escape(text)}"))`, times - 1)

const SCRIPTS: readonly HostileShape[] = [
  fileOf('a.js', 'x="a"+"b"+'),
  fileOf('a.js', 'eval(unescape("%61%6c%65%72%74"));String.fromCharCode(97,98,99)+'),
  fileOf(
    'a.js',
    (n) => `var v${n}=atob("${Buffer.from(`http://h${n}.example/`).toString('base64')}");`,
  ),
  fileOf('a.js', '['),
  fileOf('a.js', '(![]+[])[+[]]+'),
  fileOf('a.js', '`${'),
  fileOf('a.js', '/*'),
  fileOf('a.js', '"\\'),
  fileOf('a.vbs', 'a = a & Chr(65) & "b"\r\n'),
  fileOf('a.vbs', 'Chr(1+Chr(1+'),
  fileOf('a.vbs', 'StrReverse("'),
  fileOf('a.ps1', "$a=('a'+'b') -replace 'c','d';iex $a;\r\n"),
  fileOf('a.ps1', "('{0}{1}' -f 'a','b')+"),
  fileOf(
    'a.ps1',
    (n) => `powershell -enc ${Buffer.from(`iex ${n}`, 'utf16le').toString('base64')}\r\n`,
  ),
  fileOf('a.bat', '%a:~0,1%^'),
  fileOf('a.bat', (n) => `set a${n}=b&`),
  fileOf('a.hta', '<script language=vbscript>a=Chr(65)</script>'),
  fileOf('a.wsf', '<job><script>x</script>'),
  fileOf('a.py', 'exec(base64.b64decode("QUJD"))\n'),
  fileOf(
    'a.html',
    '<script>x="\\x61"+String.fromCharCode(97,98)+unescape("%41")+atob("QUJD");</script>',
  ),
  fileOf(
    'a.html',
    (n) =>
      `<script>x${n}=atob("${Buffer.from(`<p>${n}${'x'.repeat(60)}`).toString('base64')}")</script>`,
  ),
  {
    name: 'layers in layers of a page',
    make: (size) =>
      mailWith(
        'a.html',
        Buffer.from(`<script>${layer(fill('x="a"+"b";', size / 260), 5).slice(0, size)}</script>`),
      ),
  },
  {
    name: 'a page of layers beside layers',
    make: (size) =>
      mailWith(
        'a.html',
        Buffer.from(
          `<script>${fillWith((n) => `document.write(atob("${Buffer.from(fill(`<p>${n}<a href=//a.example>`, 9_000)).toString('base64')}"));`, size)}</script>`,
        ),
      ),
  },
  {
    name: 'a page with a bomb of joins',
    make: (size) =>
      mailWith(
        'a.html',
        Buffer.from(`<script>a="xxxxxxxxxx";${fill('a=a+a;', size)}document.write(a)</script>`),
      ),
  },
  {
    name: 'a page with a bomb of repeats',
    make: (size) =>
      mailWith(
        'a.html',
        Buffer.from(
          `<script>${fill('"x".repeat(99999999)+Array(99999).join("y")+"a".replace(/a/g,"bb")+', size)}""</script>`,
        ),
      ),
  },
  fileOf('a.html', '<input '),
  fileOf('a.html', '<form><input type=password>'),
  fileOf(
    'a.svg',
    '<a xlink:href="http://a.example/"><script>x</script>',
    '<svg xmlns="http://www.w3.org/2000/svg">',
  ),
]

export const PROGRAM_SHAPES: readonly HostileShape[] = [...PROGRAMS, ...SCRIPTS]
