import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { buildLnk } from '../testing/build-lnk.ts'
import { buildPe } from '../testing/build-pe.ts'
import { startBudget } from './archives/archive-member.ts'
import type { FileReader, FileToRead } from './file-reading.ts'
import { embedded } from './embedded/reader.ts'
import { pe } from './pe/reader.ts'
import { projects } from './projects/reader.ts'
import { queries } from './queries/reader.ts'
import { scripts } from './scripts/reader.ts'
import { addressFiles } from './shortcuts/address-files.ts'
import { shortcuts } from './shortcuts/reader.ts'

// Readers are asked directly, without the catch around them: they must not need it.

const WORDS: Readonly<Record<string, readonly (string | Uint8Array)[]>> = {
  'address-files': [
    '[InternetShortcut]\n',
    'URL=',
    '<url>',
    '</url>',
    '\\\\a\\b',
    'https://',
    '&amp;',
  ],
  embedded: [
    buildPe(),
    'TVqQAAMAAAAEAAAA',
    Buffer.from(buildPe()).toString('base64'),
    '"+"',
    'PE\0\0',
  ],
  pe: [
    buildPe({ imports: { 'a.dll': ['b', '#1'] }, exportedName: 'c' }),
    '\xff Go buildinf:',
    'RSDS',
  ],
  projects: [
    '<Project ',
    '<UsingTask TaskFactory="CodeTaskFactory"',
    '<Code>',
    '<![CDATA[',
    '<Task ',
    '<Command>',
    '</Command>',
  ],
  queries: ['WEB\n1\n', 'ID;P\n', 'C;X1;E', 'NN;NAuto_open', "=cmd|'", ',', ';'],
  scripts: [
    'powershell -enc ',
    'SQBFAFgAIAAoAE4AZQB3AC0A',
    'Chr(65)',
    '" & "',
    'eval(',
    '%41',
    '\\x41',
    'StrReverse("',
  ],
  shortcuts: [
    buildLnk({
      localPath: 'C:\\a',
      arguments: 'b',
      icon: 'c',
      machine: 'd',
      environmentTarget: 'e',
    }),
  ],
}

const READERS: readonly FileReader[] = [
  addressFiles,
  embedded,
  pe,
  projects,
  queries,
  scripts,
  shortcuts,
]

function toFile(bytes: Uint8Array, type: string): FileToRead {
  return { bytes, type, fileName: 'a.csv', passwords: [], budget: startBudget() }
}

/** Pieces of the format, rubbish between them, then some bytes changed and the end cut off. */
function arbitraryFile(format: string): fc.Arbitrary<Uint8Array> {
  const words = (WORDS[format] ?? []).map((word) =>
    fc.constant(Buffer.from(word as string, 'latin1')),
  )
  const rubbish = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))
  return fc
    .tuple(
      fc.array(fc.oneof(...words, rubbish), { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(4_000), fc.nat(255)), { maxLength: 20 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([pieces, changes, kept]) => {
      const bytes = Buffer.concat(pieces)
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
      return bytes.subarray(0, Math.ceil(bytes.length * (0.5 + kept / 2)))
    })
}

describe.each(READERS)('$format', (reader) => {
  const types = ['text/x-ms-iqy', 'application/x-sylk', 'application/x-msbuild', 'text/vbscript']

  test('reads any bytes without a throw, twice the same, within the limits', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryFile(reader.format),
        fc.constantFrom(...types),
        async (bytes, type) => {
          const first = await reader.read(toFile(bytes, type))
          expect(await reader.read(toFile(bytes, type))).toEqual(first)
          expect(first.members?.length ?? 0).toBeLessThanOrEqual(limits.archiveMembersMax)
          for (const { range } of first.signs ?? [])
            if (range) expect(range.end).toBeLessThanOrEqual(bytes.length)
        },
      ),
      { seed: 20_261_126, numRuns: 300, interruptAfterTimeLimit: 3_000 },
    )
  })
})
