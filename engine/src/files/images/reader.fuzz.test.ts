import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../limits.ts'
import { toFile } from '../testing/file-to-read.ts'
import { images } from './reader.ts'
import { SAMPLE_CODES } from '../testing/sample-codes.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'

const SEEDS = [
  ...Object.values(SAMPLE_CODES).map((text) => Buffer.from(text, 'base64')),
  Buffer.from('\xff\xd8\xff\xe1\0\x20Exif\0\0II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0', 'latin1'),
  Buffer.from('MM\0*\0\0\0\x08\0\x02\x01\0\0\x04\0\0\0\x01\0\0\0\x20', 'latin1'),
  Buffer.from('RIFF\0\0\0\0WEBPVP8L\x0a\0\0\0\x2f\0\0\0\0\0\0\0\0\0', 'latin1'),
  Buffer.from(`GIF89a\x40\x01\xf0\0${'\0'.repeat(40)}`, 'latin1'),
]

/** Known pictures with bytes changed, dropped and put in. */
const damaged = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(fc.tuple(fc.nat(400), fc.nat(2), fc.nat(255)), { maxLength: 8 }),
  )
  .map(([seed, edits]) => {
    const bytes = [...seed]
    // The first bytes stay, for a picture of no known kind is read by nobody.
    for (const [at, remove, value] of edits) bytes.splice(12 + at, remove, value)
    return Buffer.from(bytes)
  })

test('no picture makes the reader throw, exceed limits or change its mind', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      const file = toFile(bytes)
      if (!images.reads(file.type, '')) return
      const reading = await images.read(file)
      expect(reading).toEqual(await images.read(toFile(bytes)))
      expect(reading.facts?.length ?? 0).toBeLessThan(limits.fileFactsMax)
    }),
    fuzzSettings(20260401),
  )
})
