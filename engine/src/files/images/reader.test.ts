import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { limits } from '../../limits.ts'
import { toFile } from '../testing/file-to-read.ts'
import { chunkOf, drawFinderPng, headOf, pngOf } from '../../testing/hostile/draw-png.ts'
import { drawAnimatedPng, drawProgressiveJpeg } from '../../testing/hostile/picture-shapes.ts'
import { images } from './reader.ts'
import { SAMPLE_CODES } from '../testing/sample-codes.ts'

const read = async (bytes: Uint8Array) => images.read(toFile(bytes))
const fromBase64 = (text: string) => Buffer.from(text, 'base64')

describe('a QR code', () => {
  test.each([
    ['url', ['https://a.example/x?e=abc']],
    ['bareHost', ['http://login.acc0unt.test/q']],
    ['two', ['http://login.acc0unt.test/q', 'https://a.example/x?e=abc']],
    ['text', []],
  ] as const)('of kind %s leads to %j', async (name, urls) => {
    const { links = [] } = await read(fromBase64(SAMPLE_CODES[name]))
    expect(links.map(({ url }) => url).sort()).toEqual([...urls].sort())
    for (const { kind } of links) expect(kind).toBe('qr')
  })

  test('with other text is a sign', async () => {
    const { signs } = await read(fromBase64(SAMPLE_CODES.text))
    expect(signs).toEqual([{ kind: 'qr-code', excerpt: 'Gate code 4471, ask for Miwa' }])
  })
})

/** A PNG that promises a size and holds no pixels. */
const promise = (width: number, height: number) => pngOf(headOf(width, height, 8, 0))

test('a picture that would fill the memory is not decoded', async () => {
  const { problems, facts } = await read(promise(60_000, 60_000))
  expect(problems).toEqual(['over-large-picture'])
  expect(facts).toContainEqual({ name: 'pixels', value: '60000×60000' })
})

test('many pictures together may not fill the time', async () => {
  const file = toFile(fromBase64(SAMPLE_CODES.url))
  const before = file.budget.searchStepsLeft
  expect((await images.read(file)).problems).toBeUndefined()
  const taken = before - file.budget.searchStepsLeft
  file.budget.searchStepsLeft = taken
  expect((await images.read(file)).problems).toBeUndefined()
  expect((await images.read(file)).problems).toEqual(['over-intricate-picture'])
})

test('the corners of codes all over a picture are given up, and the next picture is read', async () => {
  // 9 by 9 pixels each: the search compares each with all others.
  const corners = toFile(drawFinderPng(4_000, 4_000, 1))
  const { searchStepsLeft } = corners.budget
  expect((await images.read(corners)).problems).toEqual(['over-intricate-picture'])
  expect(corners.budget.searchStepsLeft).toBeGreaterThan(searchStepsLeft / 4)
  const { links } = await images.read({
    ...toFile(fromBase64(SAMPLE_CODES.url)),
    budget: corners.budget,
  })
  expect(links).toHaveLength(1)
})

test.each([
  ['scans of a JPEG', 'a.jpg', drawProgressiveJpeg(4_096, 200_000), 'over-large-picture'],
  ['frames of a PNG', 'a.png', drawAnimatedPng(500, 20_000), 'only-first-frame'],
  [
    'pixels of which the header knows nothing',
    'a.png',
    pngOf(headOf(100, 100, 8, 2), chunkOf('IDAT', deflateSync(Buffer.alloc(10_000_000)))),
    'over-large-picture',
  ],
])('%s are told', async (_name, fileName, bytes, problem) => {
  expect((await images.read(toFile(bytes, fileName))).problems).toEqual([problem])
})

test('a picture too small for a code is not decoded', async () => {
  expect(await read(promise(20, 200))).not.toHaveProperty('problems')
})

test('a picture without pixels is damaged', async () => {
  expect((await read(promise(60, 60))).problems).toEqual(['file-damaged'])
  expect(60 * 60).toBeLessThan(limits.picturePixelsMax)
})

/** TIFF 6.0 §2 with one directory, written by hand. */
function exifOf(tags: readonly (readonly [number, string])[]): Buffer {
  const head = Buffer.from('II*\0\x08\0\0\0', 'latin1')
  const directory = Buffer.alloc(2 + tags.length * 12 + 4)
  directory.writeUInt16LE(tags.length, 0)
  const texts: Buffer[] = []
  let free = head.length + directory.length
  for (const [index, [tag, text]] of tags.entries()) {
    const bytes = Buffer.from(`${text}\0`, 'latin1')
    const at = 2 + index * 12
    directory.writeUInt16LE(tag, at)
    directory.writeUInt16LE(2, at + 2)
    directory.writeUInt32LE(bytes.length, at + 4)
    directory.writeUInt32LE(free, at + 8)
    texts.push(bytes)
    free += bytes.length
  }
  return Buffer.concat([head, directory, ...texts])
}

test('a photograph says with what and when it was taken', async () => {
  const exif = exifOf([
    [0x010f, 'Kitahama'],
    [0x0110, 'K-100'],
    [0x0131, 'Genzo 2.1'],
    [0x0132, '2026:10:01 09:00:00'],
  ])
  const app1 = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(app1.length + 2)
  // SOF0: 8 bits, 10 rows, 12 columns, one component (T.81 §B.2.2).
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 10, 0, 12, 1, 1, 0x11, 0])
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, app1, frame])
  const { facts } = await read(jpeg)
  expect(facts).toEqual([
    { name: 'picture-format', value: 'JPEG' },
    { name: 'pixels', value: '12×10' },
    { name: 'camera', value: 'Kitahama K-100' },
    { name: 'software', value: 'Genzo 2.1' },
    { name: 'changed-at', value: '2026:10:01 09:00:00' },
  ])
})

test.each([
  ['GIF89a\x40\x01\xf0\0', '320×240'],
  ['RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0', '320×240'],
  [`BM${'\0'.repeat(12)}\x28\0\0\0\x40\x01\0\0\xf0\0\0\0${'\0'.repeat(8)}`, '320×240'],
])('the header %j says %s', async (latin1, pixels) => {
  const { facts } = await read(Buffer.from(latin1, 'latin1'))
  expect(facts).toContainEqual({ name: 'pixels', value: pixels })
})
