import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { startBudget } from '../archives/archive-member.ts'
import { buildCompound } from '../testing/build-compound.ts'
import { readBytes, toSignLines } from '../testing/read-sample-file.ts'
import { readSlides } from './read-slides.ts'

const long = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

test('a linked object names the address its moniker holds', async () => {
  const url = Buffer.from('http://203.0.113.9/a.hta\0', 'utf16le')
  // The class identifier of URL monikers, little-endian (MS-OSHARED §2.3.7.6).
  const moniker = Buffer.from('e0c9ea79f9bace118c8200aa004ba90b', 'hex')
  const stream = Buffer.concat([Buffer.alloc(20, 1), moniker, long(url.length), url])
  const reading = await readBytes(buildCompound({ '\u0001Ole': stream }), 'object1.bin')

  expect(toSignLines(reading)).toEqual(['external-link: linked object: http://203.0.113.9/a.hta'])
  expect(reading.links).toEqual([{ url: 'http://203.0.113.9/a.hta', kind: 'resource' }])
})

/** One record of a presentation: version, instance, type, data (MS-PPT §2.3.1). */
function record(type: number, data: Buffer, options = 0): Buffer {
  const head = Buffer.from([options & 255, options >> 8, type & 255, type >> 8])
  return Buffer.concat([head, long(data.length), data])
}

test('slides give their text and unpack their objects', () => {
  const object = Buffer.from('\xd0\xcf\x11\xe0 object', 'latin1')
  const packed = Buffer.concat([long(object.length), deflateSync(object)])
  const { text, objects } = readSlides(
    record(
      0x03e8,
      Buffer.concat([
        record(0x0fa0, Buffer.from('発表資料\r第1章', 'utf16le')),
        record(0x1011, packed, 1 << 4),
        record(0x1011, object),
      ]),
      0x0f,
    ),
    startBudget(1_000_000),
  )

  expect(text).toBe('発表資料\n第1章')
  expect(objects.map(({ content }) => Buffer.from(content ?? []))).toEqual([object, object])
})

test('an object that unpacks without end is a bomb', () => {
  const packed = Buffer.concat([long(1), deflateSync(Buffer.alloc(30_000_000))])
  const { objects } = readSlides(record(0x1011, packed, 1 << 4), startBudget(1_000_000))

  expect(objects[0]).toMatchObject({ problem: 'archive-bomb' })
})
