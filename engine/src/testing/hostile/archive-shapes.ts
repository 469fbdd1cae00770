import { gzipSync, zstdCompressSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { writeCab } from '../../files/archives/testing/stored-cab.ts'
import { writeIso } from '../../files/archives/testing/iso-image.ts'
import { writeLzh } from '../../files/archives/testing/stored-lzh.ts'
import { packWithSevenZip } from '../../files/archives/testing/pack-seven-zip.ts'
import { type StoredFile, writeRar5 } from '../../files/archives/testing/stored-rar.ts'
import { buildDocx, paragraph } from '../../files/testing/build-office.ts'
import { buildPe } from '../build-pe.ts'
import { drawNoisePng } from './draw-png.ts'
import { fill, HEAD, type HostileShape, mailWith, noise } from './hostile-shape.ts'
import { writeTar } from './write-tar.ts'

type Files = readonly (readonly [name: string, content: Uint8Array])[]

/** A ZIP of one content under as many names as fit: packed once, for 200 MB would take minutes. */
function zipOf(name: (index: number) => string, content: Uint8Array, sizeBytes: number): Buffer {
  const whole = Buffer.from(
    zipSync({ [name(0)]: [content, { level: 9 }] }, { mtime: '2026-01-01' }),
  )
  const end = whole.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const start = whole.readUInt32LE(end + 16)
  const count = Math.min(60_000, Math.max(1, Math.floor((sizeBytes - 30) / end)))
  const locals = Buffer.concat(Array.from({ length: count }, () => whole.subarray(0, start)))
  const centrals = Buffer.concat(Array.from({ length: count }, () => whole.subarray(start, end)))
  for (let index = 0; index < count; index++) {
    locals.write(name(index), index * start + 30, 'latin1')
    centrals.write(name(index), index * (end - start) + 46, 'latin1')
    centrals.writeUInt32LE(index * start, index * (end - start) + 42)
  }
  const tail = Buffer.from(whole.subarray(end))
  tail.writeUInt16LE(count, 8)
  tail.writeUInt16LE(count, 10)
  tail.writeUInt32LE(centrals.length, 12)
  tail.writeUInt32LE(locals.length, 16)
  return Buffer.concat([locals, centrals, tail])
}

const numbered = (ending: string) => (index: number) =>
  `f${String(index).padStart(6, '0')}.${ending}`

function zipped(name: string, ending: string, make: () => Uint8Array): HostileShape {
  return {
    name: `a zip of ${name}`,
    make: (size) => mailWith('a.zip', zipOf(numbered(ending), make(), size - 1_000)),
  }
}

const page = '<p style="color:red"><a href="http://a.example/">x</a><script>a="b"+"c"</script>'
const mailText = `${HEAD}Content-Type: text/html\r\n\r\n`

/** Members just below the size that is unpacked at any ratio, a kilobyte each. */
const MEMBERS: readonly HostileShape[] = [
  zipped('nothing', 'bin', () => Buffer.alloc(1_000_000)),
  zipped('pages', 'html', () => Buffer.from(fill(page, 1_000_000))),
  zipped('pages of small size', 'html', () => Buffer.from(fill(page, 20_000))),
  zipped('texts', 'txt', () =>
    Buffer.from(fill('http://kaku-shojl.example/ 至急お振込ください。\n', 1_000_000)),
  ),
  zipped('small texts', 'txt', () => Buffer.from('x')),
  zipped('texts of 200 kB', 'txt', () =>
    Buffer.from(fill('送金 http://kaku-shojl.example/\n', 200_000)),
  ),
  zipped('mails', 'eml', () =>
    Buffer.from(mailText + fill('<p>pw: abc <a href=http://a.example>x</a>', 900_000)),
  ),
  zipped('mails of many parts', 'eml', () =>
    Buffer.from(
      `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${fill('--b\r\n\r\nx\r\n', 900_000)}`,
    ),
  ),
  zipped('mails of many headers', 'eml', () =>
    Buffer.from(`${fill('X-A: b\r\n', 900_000)}${HEAD}\r\nx`),
  ),
  zipped('scripts', 'js', () =>
    Buffer.from(fill('x="a"+"b"+String.fromCharCode(97)+unescape("%41");', 1_000_000)),
  ),
  zipped('VBScript', 'vbs', () =>
    Buffer.from(fill('a = a & Chr(65) & "b" & StrReverse("abc")\r\n', 1_000_000)),
  ),
  zipped('PowerShell', 'ps1', () =>
    Buffer.from(fill("$a=('a'+'b') -replace 'c','d';iex $a;\r\n", 1_000_000)),
  ),
  zipped('batch files', 'bat', () => Buffer.from(fill('%a:~0,1%^', 1_000_000))),
  zipped('calendars', 'ics', () =>
    Buffer.from(`BEGIN:VCALENDAR\n${fill('BEGIN:VEVENT\nURL:http://a.example/\n ', 1_000_000)}`),
  ),
  zipped('tables', 'csv', () => Buffer.from(fill("=cmd|'/c calc'!A0,", 1_000_000))),
  zipped('RTF', 'rtf', () => Buffer.from(`{\\rtf1 ${fill("{\\b\\'82\\'a0\\u12354?}", 1_000_000)}`)),
  zipped('PDF', 'pdf', () =>
    Buffer.from(`%PDF-1.4\n${fill('1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\n', 1_000_000)}`),
  ),
  zipped('documents', 'docx', () => buildDocx(fill(paragraph('http://a.example/'), 1_000_000))),
  zipped('programs', 'exe', () =>
    Buffer.concat([Buffer.from(buildPe()), Buffer.alloc(900_000, 'MZPE\0\0')]),
  ),
  zipped('projects', 'csproj', () =>
    Buffer.from(
      `<Project>${fill('<UsingTask TaskFactory="CodeTaskFactory"><Exec Command="a">', 1_000_000)}`,
    ),
  ),
  zipped('messages with PGP', 'asc', () =>
    Buffer.from(fill('-----BEGIN PGP MESSAGE-----\n\nyyyy\n', 1_000_000)),
  ),
  zipped('pictures', 'png', () => drawNoisePng(1_000, 1_000, 8)),
  zipped('small pictures', 'png', () => drawNoisePng(200, 200, 2)),
  zipped('archives', 'zip', () => Buffer.from(zipSync({ a: Buffer.alloc(1_000_000) }))),
  zipped('gzip files', 'gz', () => gzipSync(Buffer.alloc(1_000_000))),
]

const small = (ending: string, sizeBytes: number, content: Uint8Array = Buffer.from('x')): Files =>
  Array.from({ length: sizeBytes }, (_, index) => [numbered(ending)(index), content] as const)
const stored = (files: Files): StoredFile[] => files.map(([name, content]) => ({ name, content }))

const sevenZipOf = (content: Uint8Array) =>
  packWithSevenZip(stored(small('html', 20, content)), '-t7z', '-mx1')

/** Packed once, and as often side by side in a tar as fit. */
function manyIn(ending: string, packed: Uint8Array, sizeBytes: number): Buffer {
  const count = Math.max(1, Math.floor(sizeBytes / (512 + Math.ceil(packed.length / 512) * 512)))
  return writeTar(small(ending, Math.min(count, 5_000), Buffer.from(packed)))
}

const NOTHING = Buffer.alloc(1_000_000)

const CONTAINERS: readonly HostileShape[] = [
  {
    name: 'a tar of small texts',
    make: (size) => mailWith('a.tar', writeTar(small('txt', size / 1_024))),
  },
  {
    name: 'a tar of gzip files',
    make: (size) => mailWith('a.tar', manyIn('gz', gzipSync(NOTHING), size)),
  },
  {
    name: 'a tar of Zstandard files',
    make: (size) => mailWith('a.tar', manyIn('zst', zstdCompressSync(NOTHING), size)),
  },
  ...(['xz', 'bzip2', 'gzip'] as const).map(
    (format): HostileShape => ({
      name: `a tar of files packed as ${format} by 7-Zip`,
      make: async (size) =>
        mailWith(
          'a.tar',
          manyIn(
            format === 'bzip2' ? 'bz2' : format,
            await packWithSevenZip([{ name: 'a', content: NOTHING }], `-t${format}`),
            size,
          ),
        ),
    }),
  ),
  {
    name: 'a tar of 7z archives',
    make: async (size) => mailWith('a.tar', manyIn('7z', await sevenZipOf(Buffer.from('x')), size)),
  },
  ...(['xz', 'bzip2'] as const).map(
    (format): HostileShape => ({
      name: `a large ${format}`,
      make: async (size) => {
        const content = Buffer.concat([noise(size * 0.9), Buffer.alloc(size * 50)])
        return mailWith(
          `a.${format}`,
          await packWithSevenZip([{ name: 'a', content }], `-t${format}`, '-mx1'),
        )
      },
    }),
  ),
  {
    name: 'a large gzip',
    make: (size) =>
      mailWith(
        'a.gz',
        gzipSync(Buffer.concat([noise(size * 0.9), Buffer.alloc(size * 60)]), { level: 9 }),
      ),
  },
  {
    name: 'a large Zstandard',
    make: (size) =>
      mailWith(
        'a.zst',
        zstdCompressSync(Buffer.concat([noise(size * 0.9), Buffer.alloc(size * 60)])),
      ),
  },
  {
    name: 'a solid 7z of pages',
    make: async () => mailWith('a.7z', await sevenZipOf(Buffer.from(fill(page, 2_000_000)))),
  },
  {
    name: 'a solid 7z of noise',
    make: async (size) =>
      mailWith(
        'a.7z',
        await packWithSevenZip([{ name: 'a', content: noise(size) }], '-t7z', '-mx1', '-m0=PPMd'),
      ),
  },
  {
    name: 'a 7z of many small files',
    make: async (size) =>
      mailWith(
        'a.7z',
        await packWithSevenZip(stored(small('txt', Math.min(3_000, size / 100))), '-t7z', '-mx1'),
      ),
  },
  {
    name: 'a 7z with a password nobody knows',
    make: async (size) =>
      mailWith(
        'a.7z',
        await packWithSevenZip(
          [{ name: 'a', content: noise(size / 2) }],
          '-t7z',
          '-mx1',
          '-pZq8#nobody',
          '-mhe',
        ),
      ),
  },
  {
    name: 'a zip with a password nobody knows',
    make: async (size) =>
      mailWith(
        'a.zip',
        await packWithSevenZip(
          stored(small('txt', Math.min(1_000, size / 300), noise(100))),
          '-tzip',
          '-mem=AES256',
          '-pZq8#nobody',
        ),
      ),
  },
  {
    name: 'a large zip with a password nobody knows',
    make: async (size) =>
      mailWith(
        'a.zip',
        await packWithSevenZip(
          [{ name: 'a', content: noise(size - 1_000) }],
          '-tzip',
          '-mem=ZipCrypto',
          '-pZq8#nobody',
        ),
      ),
  },
  {
    name: 'a zip in PPMd',
    make: async (size) =>
      mailWith(
        'a.zip',
        await packWithSevenZip([{ name: 'a', content: noise(size) }], '-tzip', '-mm=PPMd'),
      ),
  },
  {
    name: 'a rar of small texts',
    make: (size) => mailWith('a.rar', writeRar5(stored(small('txt', size / 60)))),
  },
  {
    name: 'an iso of small texts',
    make: (size) => mailWith('a.iso', writeIso(stored(small('txt', Math.min(40, size / 2_048))))),
  },
  {
    name: 'a cab of small texts',
    make: (size) => mailWith('a.cab', writeCab(stored(small('txt', Math.min(30_000, size / 40))))),
  },
  {
    name: 'an lzh of small texts',
    make: (size) => mailWith('a.lzh', writeLzh(stored(small('txt', size / 45)))),
  },
  {
    name: 'directories of a zip',
    make: (size) =>
      mailWith(
        'a.zip',
        Buffer.from(
          zipSync(Object.fromEntries(small('d/', size / 130).map(([name]) => [name, strToU8('')]))),
        ),
      ),
  },
  {
    name: 'ends of a zip',
    make: (size) => mailWith('a.zip', Buffer.from(fill('PK\x05\x06', size), 'latin1')),
  },
  {
    name: 'local headers of a zip',
    make: (size) =>
      mailWith('a.zip', Buffer.from(fill(`PK\x03\x04${'\0'.repeat(26)}`, size), 'latin1')),
  },
]

export const ARCHIVE_SHAPES: readonly HostileShape[] = [...MEMBERS, ...CONTAINERS]
