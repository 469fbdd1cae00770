import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openArtefacts } from '../../evidence/open-artefacts.ts'
import { parseMessage } from '../../evidence/parse-message.ts'
import { limits } from '../../limits.ts'
import { cpuSeconds } from '../../testing/cpu-seconds.ts'
import { buildMsg } from '../mapi/testing/build-msg.ts'
import { buildCompound } from '../testing/build-compound.ts'
import { buildDocx } from '../testing/build-office.ts'
import { packWithSevenZip } from './testing/pack-seven-zip.ts'

const NOTHING = Buffer.alloc(10_000_000)

/** 42.zip in small: archives of archives, each ten times over (16^5 files of 4 GB in the original). */
function nestedZip(depth: number): Uint8Array {
  const content = depth === 0 ? Buffer.alloc(1_000_000) : nestedZip(depth - 1)
  const names = Array.from({ length: 10 }, (_, index) => `${index}.${depth === 0 ? 'txt' : 'zip'}`)
  return zipSync(Object.fromEntries(names.map((name) => [name, content])), { level: 9 })
}

/** Streams of zeros behind a filter, as objects that hold objects. */
function pdfOf(...streams: readonly (readonly [dict: string, packed: Uint8Array])[]): Buffer {
  const objects = streams.flatMap(([dict, packed], index) => [
    Buffer.from(`${index + 3} 0 obj<<${dict}/Length ${packed.length}>>stream\n`),
    packed,
    Buffer.from('\nendstream endobj\n'),
  ])
  const head =
    '%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS 3 0 R>>>>endobj\n' +
    '2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\n'
  return Buffer.concat([Buffer.from(head), ...objects, Buffer.from('trailer<</Root 1 0 R>>')])
}

function pngHeader(side: number): Buffer {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000100000000', 'hex')
  bytes.writeUInt32BE(side, 16)
  bytes.writeUInt32BE(side, 20)
  return Buffer.concat([bytes, Buffer.from('0000000049454e44ae426082', 'hex')])
}

/** A compound file whose table of sectors leads from one sector to itself. */
function circularCompound(): Buffer {
  const bytes = buildCompound({ WordDocument: Buffer.alloc(20_000, 'a') })
  const table = 512 + bytes.readUInt32LE(76) * 512
  for (let at = 0; at < 512; at += 4) bytes.writeUInt32LE((at / 4) & ~1, table + at)
  return bytes
}

const chunkOfCopies = Buffer.concat([
  Buffer.from([0x08, 0xb0, 0, 0x41]),
  Buffer.from('fe0fff0fff0fff0f'.slice(0, 14), 'hex'),
])

const BOMBS: readonly (readonly [
  name: string,
  fileName: string,
  make: () => Uint8Array | Promise<Uint8Array>,
  problem: string | undefined,
])[] = [
  ['archives in archives, ten times each', '42.zip', () => nestedZip(5), 'over-deep-archive'],
  ['a zip of zeros', 'a.zip', () => zipSync({ a: NOTHING }), 'archive-bomb'],
  ['a gzip of zeros', 'a.gz', () => gzipSync(NOTHING), 'archive-bomb'],
  ['a gzip in a gzip', 'a.gz.gz', () => gzipSync(gzipSync(NOTHING)), 'archive-bomb'],
  ['a Zstandard of zeros', 'a.zst', () => zstdCompressSync(NOTHING), 'archive-bomb'],
  ['an xz of zeros', 'a.xz', () => pack('-txz'), 'archive-bomb'],
  ['a bzip2 of zeros', 'a.bz2', () => pack('-tbzip2'), 'archive-bomb'],
  ['a 7z of zeros', 'a.7z', () => pack('-t7z'), 'archive-bomb'],
  [
    'a document whose body is 10 MB of spaces',
    'a.docx',
    () => buildDocx(' '.repeat(10_000_000)),
    'archive-bomb',
  ],
  ['sectors that lead to themselves', 'a.doc', circularCompound, undefined],
  [
    'a stream of a PDF',
    'a.pdf',
    () => pdfOf(['/Filter/FlateDecode', deflateSync(NOTHING)]),
    undefined,
  ],
  [
    'streams in streams of a PDF',
    'a.pdf',
    () => pdfOf(['/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync(NOTHING))]),
    undefined,
  ],
  [
    'objects in objects that name ten million others',
    'a.pdf',
    () =>
      pdfOf([
        '/Type/ObjStm/N 9999999/First 9/Filter/FlateDecode',
        deflateSync(Buffer.alloc(20_000_000, '4 0 ')),
      ]),
    undefined,
  ],
  ['a picture of 60,000 by 60,000 pixels', 'a.png', () => pngHeader(60_000), 'over-large-picture'],
  [
    'a TNEF file that counts four billion properties',
    'winmail.dat',
    () =>
      Buffer.concat([
        Buffer.from('789f3e2201000103900600080000', 'hex'),
        Buffer.from('00ffffffffffffffff', 'hex'),
      ]),
    undefined,
  ],
  [
    'groups in groups of RTF',
    'a.rtf',
    () => Buffer.from(`{\\rtf1${'{'.repeat(200_000)}`),
    'over-nested',
  ],
  [
    'copy tokens of VBA that repeat themselves',
    'a.doc',
    () =>
      buildCompound({
        'Macros/VBA/dir': Buffer.concat([Buffer.from([1]), ...Array(50_000).fill(chunkOfCopies)]),
        'Macros/VBA/_VBA_PROJECT': Buffer.alloc(8),
      }),
    undefined,
  ],
  [
    'a message whose packed RTF claims two gigabytes',
    'a.msg',
    () =>
      buildMsg({
        properties: {
          '0037001F': 'x',
          '10090102': Buffer.from('ffffff7fffffff7f4c5a467500000000ff00ff00ff00', 'hex'),
        },
      }),
    undefined,
  ],
]

const pack = (format: string) => packWithSevenZip([{ name: 'a', content: NOTHING }], format)

test.each(BOMBS)('%s: a bounded answer in bounded time', async (_name, fileName, make, problem) => {
  const file = await make()
  const mail = Buffer.concat([
    Buffer.from(
      `From: a@partner.example\r\nContent-Type: application/octet-stream; name=${fileName}\r\n` +
        'Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    ),
    Buffer.from(Buffer.from(file).toString('base64')),
  ])
  const codes: string[] = []
  const seconds = await cpuSeconds(async () => {
    const { artefacts, problems } = await openArtefacts(parseMessage(mail))
    codes.push(...problems.map(({ code }) => code))
    const unpacked = artefacts.slice(1).reduce((sum, one) => sum + one.sizeBytes, 0)
    expect(unpacked).toBeLessThan(limits.unpackedBytesMax * 2)
    expect(artefacts.length).toBeLessThanOrEqual(limits.artefactsMax)
  })

  expect(seconds).toBeLessThan(5)
  if (problem !== undefined) expect(codes).toContain(problem)
})
