import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { limits } from '../../../limits.ts'
import { detectType } from '../../types/detect-type.ts'
import { startBudget, type UnpackBudget } from '../archive-member.ts'
import { writeIso } from '../testing/iso-image.ts'
import { writeLzh } from '../testing/stored-lzh.ts'
import { writeCab } from '../testing/stored-cab.ts'
import { type StoredFile, writeRar4, writeRar5 } from '../testing/stored-rar.ts'
import { packWithSevenZip } from '../testing/pack-seven-zip.ts'
import { unpackArchive } from '../unpack-archive.ts'

async function unpack(
  bytes: Uint8Array,
  {
    passwords = [],
    budget = startBudget(1_000_000),
    fileName = 'a',
  }: { passwords?: readonly string[]; budget?: UnpackBudget; fileName?: string } = {},
) {
  const file = { bytes, type: detectType(bytes, fileName) ?? '', fileName }
  const archive = await unpackArchive(file, { passwords, budget })
  const rows = archive?.members.map(({ name, content, problem }) => [
    name,
    problem ?? Buffer.from(content ?? []).toString(),
  ])
  return { problem: archive?.problem, members: archive?.members ?? [], rows }
}

const FILES: readonly StoredFile[] = [
  { name: '請求書.exe', content: Buffer.from('MZ hello') },
  { name: 'b.txt', content: Buffer.from('text') },
]
const ROWS = [
  ['請求書.exe', 'MZ hello'],
  ['b.txt', 'text'],
]
/** "請求書.exe" in Windows-31J. */
const SHIFT_JIS = Buffer.concat([Buffer.from('90bf8b818f91', 'hex'), Buffer.from('.exe')])
const OLD_FILES: readonly StoredFile[] = [
  { name: SHIFT_JIS, content: Buffer.from('MZ hello') },
  { name: 'b.txt', content: Buffer.from('text') },
]

describe('every kind of archive gives up its members', () => {
  test.each([
    ['RAR 5', writeRar5(FILES)],
    ['RAR 4 with names of Japanese Windows', writeRar4(OLD_FILES)],
    ['a cabinet with names of Japanese Windows', writeCab(OLD_FILES)],
    ['LZH with names of Japanese Windows', writeLzh(OLD_FILES)],
    ['a disc image with names as Windows writes them', writeIso(FILES)],
  ])('%s', async (_kind, bytes) => {
    expect(await unpack(bytes)).toMatchObject({ problem: undefined, rows: ROWS })
  })

  test.each(['7z', 'wim', 'tar'])('%s', async (format) => {
    const { rows } = await unpack(await packWithSevenZip(FILES, `-t${format}`))
    expect(rows?.toSorted()).toEqual(ROWS.toSorted())
  })

  test.each(['LZMA', 'BZip2', 'PPMd', 'Deflate64', 'Copy'])(
    'a ZIP compressed by %s',
    async (method) => {
      const bytes = await packWithSevenZip(FILES, '-tzip', `-mm=${method}`)
      expect((await unpack(bytes)).rows?.toSorted()).toEqual(ROWS.toSorted())
    },
  )

  test.each([
    ['xz', 'a.txt.xz', 'a.txt'],
    ['bzip2', 'a.tbz2', 'a.tar'],
  ])('%s holds one file, named like itself', async (format, fileName, name) => {
    const [file] = FILES
    const bytes = await packWithSevenZip(file === undefined ? [] : [file], `-t${format}`)
    expect((await unpack(bytes, { fileName })).rows).toEqual([[name, 'MZ hello']])
  })
})

describe('passwords', () => {
  test.each([['with their names shown'], ['with their names encrypted', '-mhe=on']])(
    'of files %s are tried in turn, and the right one is told',
    async (_how, ...options) => {
      const bytes = await packWithSevenZip(FILES, '-t7z', '-pTora-26', ...options)
      const { members } = await unpack(bytes, { passwords: ['infected', 'Tora-26', 'x'] })
      expect(members.map(({ name, password }) => [name, password]).toSorted()).toEqual([
        ['b.txt', 'Tora-26'],
        ['請求書.exe', 'Tora-26'],
      ])
    },
  )

  test('an archive whose password is not known shows its names and says why it is closed', async () => {
    const bytes = await packWithSevenZip(FILES, '-t7z', '-pTora-26')
    const { members } = await unpack(bytes, { passwords: ['infected'] })
    expect(members.map(({ problem }) => problem)).toEqual(['wrong-password', 'wrong-password'])
  })

  test('an archive whose names are encrypted too says why it is closed', async () => {
    const bytes = await packWithSevenZip(FILES, '-t7z', '-pTora-26', '-mhe=on')
    expect(await unpack(bytes)).toMatchObject({ members: [], problem: 'wrong-password' })
  })
})

test('whatever a wrong password makes of a directory, the archive is locked and not damaged', async () => {
  for (const password of ['Tora-26', 'Kuma-27', 'Shika-28', 'Saiyou-1019']) {
    const bytes = await packWithSevenZip(FILES, '-t7z', `-p${password}`, '-mhe=on')
    const opened = await unpack(bytes, { passwords: ['infected', '1234', password] })
    expect(opened.members.map((member) => member.password)).toEqual([password, password])
    expect(await unpack(bytes, { passwords: ['infected', '1234'] })).toMatchObject({
      problem: 'wrong-password',
    })
  }
})

describe('what is hostile', () => {
  test('names that climb out of their folder are kept as names', async () => {
    const bytes = writeRar5([{ name: '../../evil.txt', content: Buffer.from('x') }])
    expect((await unpack(bytes)).rows).toEqual([['../../evil.txt', 'x']])
  })

  test('two members of one name are both kept', async () => {
    const twice = ['1', '2'].map((text) => ({ name: 'a.txt', content: Buffer.from(text) }))
    expect((await unpack(writeRar5(twice))).rows).toEqual([
      ['a.txt', '1'],
      ['a.txt', '2'],
    ])
  })

  test('a bomb is stopped, and what stands behind it is still read', async () => {
    const files = [
      { name: 'bomb', content: new Uint8Array(30_000_000) },
      { name: 'small.txt', content: Buffer.from('text') },
    ]
    const bytes = await packWithSevenZip(files, '-t7z')
    expect((await unpack(bytes)).rows).toEqual([
      ['bomb', 'archive-bomb'],
      ['small.txt', 'text'],
    ])
  })

  test.each([
    [limits.ratioFreeBytes - 1, undefined],
    [limits.ratioFreeBytes, undefined],
    [limits.ratioFreeBytes + 1, 'archive-bomb'],
  ])('%i bytes of nothing are judged %s', async (sizeBytes, problem) => {
    const bytes = await packWithSevenZip([{ name: 'a', content: new Uint8Array(sizeBytes) }])
    expect((await unpack(bytes)).members[0]?.problem).toBe(problem)
  })

  test('the common budget stops an archive when it is spent', async () => {
    const files = ['a', 'b'].map((name) => ({ name, content: Buffer.alloc(1_000, name) }))
    const opened = await unpack(writeRar5(files), {
      budget: { ...startBudget(1_000_000), bytesLeft: 1_500, startsLeft: 1 },
    })
    expect(opened.problem).toBe('over-unpacked')
    expect(opened.members.map(({ problem }) => problem)).toEqual([undefined, 'over-unpacked'])
  })

  test.each([
    [limits.archiveMembersMax - 1, undefined],
    [limits.archiveMembersMax, undefined],
    [limits.archiveMembersMax + 1, 'over-many-members'],
  ])('an archive of %i members has the problem %s', async (count, problem) => {
    const files = Array.from({ length: count }, (_, index) => ({
      name: `${index}.txt`,
      content: Buffer.from('x'),
    }))
    const opened = await unpack(writeRar5(files))
    expect(opened.problem).toBe(problem)
    expect(opened.members).toHaveLength(Math.min(count, limits.archiveMembersMax))
  })

  test('an archive that wants gigabytes of memory is left closed', async () => {
    const bytes = await packWithSevenZip(FILES, '-t7z', '-mhc=off', '-m0=LZMA:d=64k')
    const method = Buffer.from([0x23, 0x03, 0x01, 0x01, 0x05, 0x5d])
    const at = bytes.indexOf(method)
    // The dictionary size stands behind the method (LZMA specification §2.1): 64 kB become 3 GB.
    expect(at).toBeGreaterThan(0)
    bytes.writeUInt32LE(0xc000_0000, at + method.length)
    signHeaders(bytes)
    const problems = (await unpack(bytes)).members.map(({ problem }) => problem)
    expect(new Set(problems)).toEqual(new Set(['over-much-memory']))
  })

  test.each([
    ['cut 7z', Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1')],
    ['cut RAR', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')],
    ['cut cabinet', writeCab(FILES).subarray(0, 60)],
    ['cut xz', Buffer.from('\xfd7zXZ\0\0\x04', 'latin1')],
  ])('%s says that it is damaged', async (_kind, bytes) => {
    const { problem, members } = await unpack(bytes)
    expect(problem ?? members[0]?.problem).toBe('archive-damaged')
  })

  test('each archive leaves the exit code of the process alone', async () => {
    const before = process.exitCode
    await unpack(Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1'))
    expect(process.exitCode).toBe(before)
  })
})

/** Makes the checksums of a 7z file right again (7zFormat.txt, "SignatureHeader"). */
function signHeaders(bytes: Buffer): void {
  const start = 32 + Number(bytes.readBigUInt64LE(12))
  bytes.writeUInt32LE(crc32(bytes.subarray(start)), 28)
  bytes.writeUInt32LE(crc32(bytes.subarray(12, 32)), 8)
}

// RAR 5.0 with one stored file and one stored service record `STM` (technote: service header, type 3, whose
// subdata is the stream's name). WinRAR before 7.13 wrote it into the folder of programs that start by themselves.
const WITH_STREAM = Buffer.from(
  'UmFyIRoHAQDFGjMyAwEAACbqbc0TAgINBA0gTTVAwwAABmN2LnR4dGhhcm1sZXNzIHRleHRBFr5lJwMjFg8EDyBrRFBgAAADU1RNFQc6Li5cLi5cU3RhcnR1cFx4LmV4ZU1aIGV2aWwgcHJvZ3JhbRmyOjUDBQAA',
  'base64',
)

test('an alternate stream in a RAR is a file of its own, with the way it takes in its name', async () => {
  expect((await unpack(WITH_STREAM)).rows).toEqual([
    ['cv.txt', 'harmless text'],
    ['cv.txt:..\\..\\Startup\\x.exe', 'MZ evil program'],
  ])
})
