import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../limits.ts'
import { buildCompound } from '../testing/build-compound.ts'
import { listVbaStreams } from '../testing/build-vba-project.ts'
import { loadBase64, readBytes } from '../testing/read-sample-file.ts'
import { decompressVba } from '../vba/decompress-vba.ts'
import { findVbaStrings } from '../vba/find-vba-strings.ts'
import { parseCompoundFile } from './parse-compound-file.ts'
import { readEquation } from './read-equation.ts'
import { readOlePackage } from './read-ole-package.ts'
import { DOCUMENT_SUMMARY, readPropertySet, SUMMARY } from './read-property-set.ts'
import { readSharedStrings } from './read-shared-strings.ts'
import { readWorkbook } from './read-workbook.ts'
import { readXlmTokens } from './read-xlm-tokens.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'

const sample = (name: string) => loadBase64(new URL(`samples/${name}.b64`, import.meta.url))
const wholes = [
  sample('plain-doc'),
  sample('plain-xls'),
  buildCompound(listVbaStreams({ Module1: 'Sub AutoOpen()\nx = "a" & Chr(66)\nEnd Sub' })),
]
const bounded = fuzzSettings(1)

/** A real file with numbers changed where numbers rule: header, tables, directory, records. */
const damaged = fc
  .record({
    whole: fc.constantFrom(...wholes),
    changes: fc.array(
      fc.record({
        at: fc.nat(20_000),
        to: fc.constantFrom(0, 1, 2, 0x7f, 0xff, 0xfffffffe, 0xffffffff, 0x10000),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    size: fc.nat(20_000),
  })
  .map(({ whole, changes, size }) => {
    const bytes = Buffer.from(size % 3 === 0 ? whole.subarray(0, Math.max(512, size)) : whole)
    for (const { at, to } of changes) {
      const place = 24 + (at % (bytes.length - 28))
      if (to > 255) bytes.writeUInt32LE(to, place)
      else bytes[place] = to
    }
    return bytes
  })

test('a damaged compound file is read without a throw, within limits, twice the same', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      const compound = parseCompoundFile(bytes)
      const total = (compound?.entries ?? []).reduce(
        (sum, entry) => sum + (compound?.read(entry).length ?? 0),
        0,
      )
      expect(total).toBeLessThanOrEqual(bytes.length * (limits.compoundReadRatioMax + 1))
      expect(await readBytes(bytes, 'a.doc')).toEqual(await readBytes(bytes, 'a.doc'))
    }),
    bounded,
  )
})

test('streams of any bytes are read without a throw', () => {
  const bytes = fc
    .oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.array(fc.constantFrom(0, 1, 2, 6, 8, 0x18, 0x85, 0xfc, 0xff), { maxLength: 600 }),
    )
    .map((one) => Buffer.from(one))
  fc.assert(
    fc.property(bytes, (stream) => {
      readWorkbook(stream)
      readXlmTokens(stream)
      readSharedStrings([stream, stream])
      readOlePackage(stream)
      readEquation(stream)
      readPropertySet(stream, SUMMARY)
      readPropertySet(Buffer.concat([Buffer.from([0xfe, 0xff]), stream]), DOCUMENT_SUMMARY)
      const unpacked = decompressVba(Buffer.concat([Buffer.from([1, 0xff, 0xbf]), stream]))
      expect(unpacked.length).toBeLessThanOrEqual(limits.macroSourceBytesMax)
    }),
    bounded,
  )
})

test('any program is read without a throw, twice the same', () => {
  const pieces = fc.constantFrom(
    '"',
    '(',
    ')',
    '&',
    'Chr',
    'x',
    ' = ',
    '12',
    ',',
    '\n',
    '_',
    'Replace(',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 80 }),
      (all) => {
        const source = all.join('')
        expect(findVbaStrings(source)).toEqual(findVbaStrings(source))
      },
    ),
    bounded,
  )
})

test('chains that run in circles and shared sectors end', () => {
  const whole = Buffer.from(sample('plain-doc'))
  // Every number of the table of sectors points at sector 1.
  const table = (whole.readUInt32LE(76) + 1) * 512
  for (let at = table; at < table + 512; at += 4) whole.writeUInt32LE(1, at)
  const compound = parseCompoundFile(whole)

  expect(compound?.problems.has('file-damaged')).toBe(true)
})
