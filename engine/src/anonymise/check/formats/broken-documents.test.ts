import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { KNOWN_TRACES } from '../../testing/known-traces.ts'
import { checkDocuments, type OutgoingDocument } from './check-documents.ts'
import { HIDING_PLACES } from './testing/all-places.ts'
import { packed, pageObjects, show, writePdf } from './testing/build-pdf.ts'
import { writePng } from './testing/build-pictures.ts'
import { toBytes } from './testing/hiding-place.ts'

async function check(document: OutgoingDocument) {
  const [checked] = await checkDocuments([document], KNOWN_TRACES)
  if (checked === undefined) throw new Error('nothing was checked')
  return checked
}

const deep = (levels: number): Uint8Array => {
  let bytes = zipSync({ 'a.txt': toBytes('x') })
  for (let level = 0; level < levels; level += 1) bytes = zipSync({ 'a.zip': bytes })
  return bytes
}

/** Sets the bit of a member that says it is encrypted, in both of its headers. */
function encrypt(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  for (const [mark, flags] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const)
    copy.writeUInt8(1, copy.indexOf(mark, 0, 'latin1') + flags)
  return copy
}

const zip = zipSync({ 'a.txt': toBytes('hello hello hello') })
const gzip = gzipSync('hello hello hello')

/** Parts of an Office document that no program can open. */
const packageOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, toBytes(text)])))
const relationTo = (target: string): string =>
  `<Relationships><Relationship Type="http://x.example/officeDocument" Target="${target}"/></Relationships>`

const chunk = (kind: string, text: string): Buffer => {
  const head = Buffer.from(`${kind}\0\0\0\0${text}`, 'latin1')
  head.writeUInt32LE(text.length, 4)
  return head
}
const webp = (...chunks: readonly Buffer[]): Buffer => {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
  const head = Buffer.from('RIFF\0\0\0\0')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}
const png = writePng()

test.each<[string, OutgoingDocument, string]>([
  [
    'bytes of no known format',
    { name: 'a.bin', bytes: Buffer.from([0, 1, 2, 3, 0, 5, 6, 7]) },
    'unknown-format',
  ],
  [
    'an old Office file',
    { name: 'a.doc', bytes: Buffer.from('d0cf11e0a1b11ae10000', 'hex') },
    'unknown-format',
  ],
  [
    'text declared as a picture',
    { name: 'a.png', format: 'png', bytes: toBytes('x') },
    'unknown-format',
  ],
  ['an encrypted member', { name: 'a.zip', bytes: encrypt(zip) }, 'encrypted'],
  ['an archive cut off', { name: 'a.zip', bytes: zip.subarray(0, 40) }, 'damaged'],
  ['archives beyond the depth', { name: 'a.zip', bytes: deep(12) }, 'too-deep'],
  ['a picture cut off', { name: 'a.png', bytes: png.subarray(0, -6) }, 'damaged'],
  ['JSON that is none', { name: 'a.json', format: 'json', bytes: toBytes('{"a":') }, 'damaged'],
  [
    'an entity of one’s own',
    { name: 'a.svg', bytes: toBytes('<!DOCTYPE svg [<!ENTITY a "x">]><svg/>') },
    'entities',
  ],
  [
    'a member that unpacks beyond the limit',
    { name: 'a.zip', bytes: zipSync({ 'a.txt': new Uint8Array(20_000_000) }) },
    'too-large',
  ],
  [
    'a stream of a PDF in an unknown coding',
    {
      name: 'a.pdf',
      bytes: writePdf([
        ...pageObjects(show('(x) Tj')),
        { number: 8, dict: '<</Filter/Strange>>', stream: packed('x') },
      ]),
    },
    'unsupported',
  ],
  [
    'a PDF of a header and rubbish',
    { name: 'a.pdf', bytes: toBytes('%PDF-1.7\nrubbish') },
    'damaged',
  ],
  [
    'a PDF of objects without a page',
    {
      name: 'a.pdf',
      bytes: writePdf([{ number: 1, dict: '<</Type/Catalog/Pages 2 0 R>>' }]),
    },
    'damaged',
  ],
  [
    'a PDF that has fewer pages than it says',
    {
      name: 'a.pdf',
      bytes: writePdf(
        pageObjects(show('(x) Tj')).map((one) => ({
          ...one,
          dict: one.dict.replace('/Count 1', '/Count 2'),
        })),
      ),
    },
    'damaged',
  ],
  [
    'a PDF whose page’s content is missing',
    {
      name: 'a.pdf',
      bytes: writePdf(pageObjects(show('(x) Tj')).filter(({ number }) => number !== 4)),
    },
    'damaged',
  ],
  ['a DOCX that is an archive of something else', { name: 'a.docx', bytes: zip }, 'damaged'],
  [
    'an Office document without its main part',
    {
      name: 'a.zip',
      bytes: packageOf({ '[Content_Types].xml': '<Types/>', '_rels/.rels': relationTo('a.xml') }),
    },
    'damaged',
  ],
  [
    'an Office document whose main part is broken off',
    {
      name: 'a.docx',
      bytes: packageOf({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels': relationTo('a.xml'),
        'a.xml': '<w:document><w:p>',
      }),
    },
    'damaged',
  ],
  [
    'a PNG without pixels',
    { name: 'a.png', bytes: Buffer.concat([png.subarray(0, 33), png.subarray(-12)]) },
    'damaged',
  ],
  [
    'a PNG without its head',
    { name: 'a.png', bytes: Buffer.concat([png.subarray(0, 8), png.subarray(33)]) },
    'damaged',
  ],
  ['a PNG with a wrong sum', { name: 'a.png', bytes: Buffer.from(png).fill(0, 29, 33) }, 'damaged'],
  [
    'a GIF without a picture',
    { name: 'a.gif', bytes: Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1') },
    'damaged',
  ],
  [
    'a JPEG without a picture',
    { name: 'a.jpg', bytes: Buffer.from('ffd8ffe00002ffd9', 'hex') },
    'damaged',
  ],
  ['a WebP without a picture', { name: 'a.webp', bytes: webp(chunk('XXXX', 'ab')) }, 'damaged'],
  [
    'gzip with a wrong sum',
    { name: 'a.gz', bytes: Buffer.from(gzip).fill(0, gzip.length - 8, gzip.length - 4) },
    'damaged',
  ],
  ['an SVG whose root stays open', { name: 'a.svg', bytes: toBytes('<svg><g></g>') }, 'damaged'],
  ['XML whose elements cross', { name: 'a.xml', bytes: toBytes('<a><b></a></b>') }, 'damaged'],
  [
    'XML without an element',
    { name: 'a.xml', bytes: toBytes('<?xml version="1.0"?>x') },
    'damaged',
  ],
  ['HTML that ends in a comment', { name: 'a.html', bytes: toBytes('<p>a</p><!-- b') }, 'damaged'],
  ['HTML that ends in a tag', { name: 'a.html', bytes: toBytes('<p>a<a href="b') }, 'damaged'],
  ['HTML that ends in a script', { name: 'a.html', bytes: toBytes('<script>a') }, 'damaged'],
  ['CSV that ends in quotes', { name: 'a.csv', bytes: toBytes('a,"b\nc,d') }, 'damaged'],
  ['a picture of no bytes', { name: 'a.png', format: 'png', bytes: toBytes('') }, 'damaged'],
])('%s is refused, never called clean', async (_, document, reason) => {
  const { isClean, unsearched } = await check(document)
  expect(isClean).toBe(false)
  expect(unsearched.map((one) => one.reason)).toContain(reason)
})

const CUT_FORMATS = [
  'pdf',
  'zip',
  'docx',
  'xlsx',
  'pptx',
  'png',
  'jpeg',
  'gif',
  'webp',
  'svg',
  'json',
  'gzip',
]
/** Without what stands there the rest is whole. */
const OUTSIDE = /^(?:behind the end|before the archive begins|a comment between objects)$/u
const WHOLE = HIDING_PLACES.filter(
  ({ format, place }) => CUT_FORMATS.includes(format) && !OUTSIDE.test(place),
)

test.each(WHOLE.map((one) => [one.format, one.place, one] as const))(
  '%s with %s is refused wherever it is cut off',
  async (_, __, { write }) => {
    const { name, bytes, format } = write('Harbour Works')
    for (const share of [0.3, 0.6, 0.9, 0.98]) {
      const end = Math.min(bytes.length - 3, Math.round(bytes.length * share))
      const cut = await check({ name, bytes: bytes.subarray(0, end), ...(format && { format }) })
      expect([share, cut.isClean]).toEqual([share, false])
    }
  },
)

test('a text may speak of the header of a PDF', async () => {
  const bytes = toBytes('Files begin with %PDF-1.7 and end with %%EOF.')
  expect(await check({ name: 'a.txt', bytes })).toMatchObject({ format: 'text', isClean: true })
})

test.each([
  ['bytes behind its end', Buffer.concat([gzip, toBytes('\0Kitahama Seiki')])],
  ['a second file in it', Buffer.concat([gzip, gzipSync('Kitahama Seiki')])],
  ['a name behind a kilobyte of header', withExtraField(gzipSync('x'), 'Kitahama Seiki')],
])('gzip: %s are searched', async (_, bytes) => {
  const { traces } = await check({ name: 'a.gz', bytes })
  expect(traces.map(({ trace }) => trace)).toContain('Kitahama Seiki Co., Ltd.')
})

/** The extra field of a header (RFC 1952 §2.3.1.1), which programs pass over. */
function withExtraField(bytes: Buffer, text: string): Buffer {
  const field = Buffer.concat([Buffer.alloc(2_000, 0x20), toBytes(text)])
  const size = Buffer.alloc(2)
  size.writeUInt16LE(field.length)
  const head = Buffer.from(bytes.subarray(0, 10))
  head.writeUInt8(4, 3)
  return Buffer.concat([head, size, field, bytes.subarray(10)])
}

/** Bytes of no meaning, the same in every run. */
function noise(sizeBytes: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(sizeBytes / 64) }, (_, index) =>
    createHash('sha512').update(String(index)).digest(),
  )
  return Buffer.concat(blocks).subarray(0, sizeBytes)
}

// The first took twelve seconds while it was searched before it was refused.
test.each<[string, Uint8Array, number]>([
  ['a.bin', noise(300_000), 500],
  ['a.bin', noise(1_000_000), 1_000],
  ['a.png', Buffer.concat([png, noise(300_000)]), 500],
])('noise in %s (%#) is refused at once', async (name, bytes, msMax) => {
  await check({ name, bytes: toBytes('x') })
  const before = process.cpuUsage()
  await check({ name, bytes })
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(msMax)
})
