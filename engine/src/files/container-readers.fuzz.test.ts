import { gzipSync, zstdCompressSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { fuzzSettings } from '../testing/fuzz-settings.ts'
import { startBudget } from './archives/archive-member.ts'
import { archives } from './archives/reader.ts'
import { calendar } from './calendar/reader.ts'
import type { FileReader } from './file-reading.ts'
import { ole } from './ole/reader.ts'
import { onenote } from './onenote/reader.ts'
import { pgp } from './pgp/reader.ts'
import { rtf } from './rtf/reader.ts'
import { signed } from './signed/reader.ts'
import { arbitraryFile } from './testing/arbitrary-file.ts'
import { buildCompound } from './testing/build-compound.ts'
import { listVbaStreams } from './testing/build-vba-project.ts'
import { tnef } from './tnef/reader.ts'

// Formats that hold other files. Readers are asked directly, without the catch around them.

const hex = (text: string) => Buffer.from(text, 'hex')

/** One file in the form of POSIX.1-1988, with its checksum. */
function tarOf(name: string, content: string): Buffer {
  const header = Buffer.alloc(512)
  header.write(name)
  header.write(content.length.toString(8).padStart(11, '0'), 124)
  header.write(`${' '.repeat(8)}0`, 148)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, Buffer.from(content.padEnd(512, '\0')), Buffer.alloc(1024)])
}

interface Format {
  readonly reader: FileReader
  readonly type: string
  readonly fileName?: string
  readonly pieces: readonly (string | Uint8Array)[]
}

const FORMATS: readonly Format[] = [
  {
    reader: archives,
    type: 'application/zip',
    pieces: [
      zipSync({ 'a.txt': strToU8('abc'), '../../b': strToU8('d') }),
      'PK\x03\x04',
      'PK\x01\x02',
      'PK\x05\x06',
      'PK\x06\x06',
      'PK\x07\x08',
      '\xff\xff\xff\xff',
    ],
  },
  {
    reader: archives,
    type: 'application/gzip',
    pieces: [gzipSync('abc'), '\x1f\x8b\x08\x1f', '\x1f\x8b'],
  },
  {
    reader: archives,
    type: 'application/zstd',
    pieces: [zstdCompressSync('abc'), '\x28\xb5\x2f\xfd', '\x50\x2a\x4d\x18\xff\xff\xff\xff'],
  },
  {
    reader: archives,
    type: 'application/x-tar',
    pieces: [tarOf('a.txt', 'abc'), tarOf('__proto__', 'x'), Buffer.alloc(512), '77777777777'],
  },
  {
    reader: calendar,
    type: 'text/calendar',
    pieces: [
      'BEGIN:VCALENDAR\n',
      'BEGIN:VEVENT\n',
      'END:VEVENT\n',
      'DESCRIPTION;ENCODING=QUOTED-PRINTABLE:=E3=\n',
      'URL;VALUE=URI:https://a.example/\n ',
      'ATTACH;ENCODING=BASE64;VALUE=BINARY:QUJD\n',
      'X-ALT-DESC;FMTTYPE=text/html:<a href="https://b.example">\n',
      'ORGANIZER;CN="a":mailto:a@b.example\n',
      '\\n\\,\\;',
      '\r\n\t',
    ],
  },
  {
    reader: ole,
    type: 'application/msword',
    pieces: [
      buildCompound({
        WordDocument: Buffer.alloc(1_600, 'HYPERLINK "http://a.example" '),
        '\u0001Ole10Native': Buffer.alloc(80, 1),
        ...listVbaStreams({ Module1: 'Sub AutoOpen()\r\nShell "a" & Chr(66)\r\nEnd Sub' }),
      }),
    ],
  },
  {
    reader: onenote,
    type: 'application/onenote',
    pieces: [
      hex('e4525c7b8cd8a74daeb15378d02996d3'),
      hex('e716e3bd65261145a4c48d4d0b7a9eac0400000000000000000000000000000000000000'),
      'MZab',
      hex('220fa7717f0b334da2b3cf66b5e23c1a'),
      Buffer.from('\0\u0001invoice.hta\0\u0001', 'utf16le'),
      '\xff\xff\xff\xff',
    ],
  },
  {
    reader: pgp,
    type: 'application/pgp-encrypted',
    pieces: [
      '-----BEGIN PGP MESSAGE-----\n',
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n',
      '-----BEGIN PGP SIGNATURE-----\n',
      'Version: 1\n',
      'hF4DAQ==\n',
      '=abcd\n',
      '-----END PGP MESSAGE-----\n',
      '- ',
      '\xc1\xff\xff\xff\xff\xff',
      '\x99\x01\x0d\x04',
      '\xcb\xe1',
    ],
  },
  {
    reader: rtf,
    type: 'application/rtf',
    pieces: [
      '{\\rtf1 ',
      '{',
      '}',
      '{\\object\\objemb{\\*\\objdata ',
      '0105000002000000080000004d5a0000',
      '{\\field{\\*\\fldinst HYPERLINK "http://a.example" }}',
      '{\\*\\template http://b.example }',
      "\\'82\\'a0",
      '\\u12354?',
      '\\bin9999999999 ',
      '\\bin3 }}}',
      '\\uc-1 ',
      '\\\n',
    ],
  },
  {
    reader: signed,
    type: 'application/pkcs7-mime',
    pieces: [
      hex('06092a864886f70d010702'),
      hex('06092a864886f70d010703'),
      hex('06092a864886f70d010701'),
      hex('3080'),
      hex('a080'),
      hex('2480040361626300000'),
      hex('0000'),
      hex('308006092a864886f70d010702a0803080020101310030800609'),
      hex('3084ffffffff'),
      hex('a0820100'),
    ],
  },
  {
    reader: tnef,
    type: 'application/vnd.ms-tnef',
    pieces: [
      hex('789f3e220100'),
      hex('010790060008000000a4030000000000004801'.slice(0, 38)),
      hex('0103900600140000000100000000001f0037001f000100000002000000'),
      hex('02029006000e0000000000000000000000000000000000000000'),
      hex('020f800600030000006162632601'),
      hex('0103900600ffffff7f'),
      hex('1f003700'),
      hex('ffffffff'),
    ],
  },
]

describe.each(FORMATS)('$reader.format $type', ({ reader, type, fileName = 'a', pieces }) => {
  test('any bytes are read without a throw, twice the same, within the limits', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFile(pieces), async (bytes) => {
        const budget = startBudget(1_000_000)
        const file = { bytes, type, fileName, passwords: ['a'] }
        const first = await reader.read({ ...file, budget })
        expect(first.members?.length ?? 0).toBeLessThanOrEqual(limits.archiveMembersMax)
        expect(first.text?.length ?? 0).toBeLessThanOrEqual(limits.fileTextCharsMax)
        expect(budget.bytesLeft).toBeGreaterThanOrEqual(0)
        expect(await reader.read({ ...file, budget: startBudget(1_000_000) })).toEqual(first)
      }),
      fuzzSettings(20_261_127),
    )
  })
})
