import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../../limits.ts'
import { startBudget } from '../archive-member.ts'
import { writeIso } from '../testing/iso-image.ts'
import { packWithSevenZip } from '../testing/pack-seven-zip.ts'
import { writeCab } from '../testing/stored-cab.ts'
import { writeLzh } from '../testing/stored-lzh.ts'
import { writeRar4, writeRar5 } from '../testing/stored-rar.ts'
import { unpackArchive } from '../unpack-archive.ts'
import { fuzzSettings } from '../../../testing/fuzz-settings.ts'

const FILES = [
  { name: 'a.txt', content: Buffer.alloc(300, 'abc') },
  { name: 'b.exe', content: Buffer.from('MZ') },
]
const SAMPLES: readonly (readonly [string, Buffer])[] = [
  ['application/vnd.rar', writeRar5(FILES)],
  ['application/vnd.rar', writeRar4(FILES)],
  ['application/vnd.ms-cab-compressed', writeCab(FILES)],
  ['application/x-lzh-compressed', writeLzh(FILES)],
  ['application/x-iso9660-image', writeIso(FILES)],
  ['application/x-7z-compressed', await packWithSevenZip(FILES, '-t7z')],
  ['application/x-xz', await packWithSevenZip(FILES.slice(1), '-txz')],
]

/** A sound archive with some bytes changed and its end cut off. */
const damaged = fc
  .record({
    sample: fc.constantFrom(...SAMPLES),
    changes: fc.array(fc.record({ at: fc.nat(400), byte: fc.nat(255) }), { maxLength: 5 }),
    cut: fc.nat(60),
  })
  .map(({ sample: [type, sound], changes, cut }) => {
    const bytes = Buffer.from(sound.subarray(0, sound.length - (cut > 30 ? cut - 30 : 0)))
    for (const { at, byte } of changes) bytes[at % bytes.length] = byte
    return { type, bytes }
  })

test('a damaged archive is opened as far as it goes, twice the same, within the limits', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async ({ type, bytes }) => {
      const open = () => {
        const options = { passwords: ['infected'], budget: startBudget(1_000_000) }
        return unpackArchive({ bytes: Buffer.from(bytes), type, fileName: 'a' }, options)
      }
      const archive = await open()
      expect(await open()).toEqual(archive)
      expect(archive?.members.length).toBeLessThanOrEqual(limits.archiveMembersMax)
    }),
    fuzzSettings(26),
  )
})
