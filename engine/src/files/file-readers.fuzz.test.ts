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
import { arbitraryFile } from './testing/arbitrary-file.ts'
import { fuzzSettings } from '../testing/fuzz-settings.ts'

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
  return { bytes, type, fileName: 'a.csv', passwords: [], budget: startBudget(1_000_000) }
}

describe.each(READERS)('$format', (reader) => {
  const types = ['text/x-ms-iqy', 'application/x-sylk', 'application/x-msbuild', 'text/vbscript']

  test('reads any bytes without a throw, twice the same, within the limits', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryFile(WORDS[reader.format] ?? []),
        fc.constantFrom(...types),
        async (bytes, type) => {
          const first = await reader.read(toFile(bytes, type))
          expect(await reader.read(toFile(bytes, type))).toEqual(first)
          expect(first.members?.length ?? 0).toBeLessThanOrEqual(limits.archiveMembersMax)
          for (const { range } of first.signs ?? [])
            if (range) expect(range.end).toBeLessThanOrEqual(bytes.length)
        },
      ),
      fuzzSettings(20_261_126),
    )
  })
})
