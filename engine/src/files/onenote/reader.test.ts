import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBytes, toSignLines } from '../testing/read-sample-file.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
// The file type of sections and the header of stored files (MS-ONESTORE §2.3.1, §2.6.13).
const START = hex('e4525c7b8cd8a74daeb15378d02996d3')
const stored = (content: Buffer) => {
  const header = Buffer.alloc(36)
  hex('e716e3bd65261145a4c48d4d0b7a9eac').copy(header)
  header.writeUInt32LE(content.length, 16)
  return Buffer.concat([header, content, hex('220fa7717f0b334da2b3cf66b5e23c1a')])
}
const wide = (text: string) => Buffer.from(`\0\u0001${text}\0\u0001`, 'utf16le')
const png = hex('89504e470d0a1a0a')

test('a script behind a picture comes out with its name', async () => {
  const section = Buffer.concat([
    START,
    wide('Double click to view'),
    wide('invoice.hta'),
    stored(png),
    stored(Buffer.from('<script>x</script>')),
  ])
  const reading = await readBytes(section, 'a.one')

  expect(toSignLines(reading)).toEqual([
    'onenote-file: 1 attached, 2 stored',
    'embedded-object: invoice.hta',
    'embedded-executable: invoice.hta',
  ])
  expect(reading.members?.map(({ name }) => name)).toEqual(['file1.png', 'invoice.hta'])
  expect(reading.text).toContain('Double click to view')
})

test('without names the content tells what a file is', async () => {
  const section = Buffer.concat([START, stored(Buffer.from('MZ\x90\0\x03\0', 'latin1'))])

  expect((await readBytes(section, 'a.one')).members?.[0]?.name).toBe('file1.exe')
})

test('any bytes behind the header are read without a throw, twice the same', async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc.constant(stored(png)),
    fc.constant(stored(png).subarray(0, 30)),
    fc.constant(wide('a.hta')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
      const section = Buffer.concat([START, ...pieces])
      expect(await readBytes(section, 'a.one')).toEqual(await readBytes(section, 'a.one'))
    }),
    { seed: 1, interruptAfterTimeLimit: 1_000, numRuns: 100_000, markInterruptAsFailure: false },
  )
})
