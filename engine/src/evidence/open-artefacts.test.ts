import { gzipSync } from 'node:zlib'
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { openArtefacts } from './open-artefacts.ts'
import { parseMessage } from './parse-message.ts'

/** A mail with one attachment. */
function mailWith(
  bytes: Uint8Array,
  fileName: string,
  text = 'See the file.',
  type = 'application/octet-stream',
) {
  return parseMessage(
    Buffer.from(
      `From: a@partner.example\r\nSubject: Files\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n--q\r\nContent-Type: ${type}; name="${fileName}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n--q--\r\n`,
    ),
  )
}

type Files = Readonly<Record<string, string | Uint8Array>>

async function zip(files: Files, options: { password?: string; zipCrypto?: boolean } = {}) {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { extendedTimestamp: false })
  for (const [name, content] of Object.entries(files)) {
    const reader =
      typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content)
    await writer.add(name, reader, options)
  }
  return writer.close()
}

async function open(bytes: Uint8Array, fileName: string, text?: string) {
  const { artefacts, problems } = await openArtefacts(mailWith(bytes, fileName, text))
  return {
    rows: artefacts.slice(2).map(({ path, kind, fileName: name }) => [path, kind, name]),
    archive: artefacts[2],
    members: artefacts.slice(3),
    codes: problems.map(({ code }) => code),
  }
}

test('the mail, its text and its files carry the hashes others know them by', async () => {
  const { artefacts } = await openArtefacts(mailWith(Buffer.from('abc'), 'a.bin'))

  expect(artefacts.map(({ path, kind }) => [path, kind])).toEqual([
    ['0', 'mail'],
    ['1', 'text'],
    ['2', 'attachment'],
  ])
  // Test vectors of FIPS 180 and RFC 1321 for "abc".
  expect(artefacts[2]).toMatchObject({
    sizeBytes: 3,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    sha1: 'a9993e364706816aba3e25717850c26c9cd0d89d',
    md5: '900150983cd24fb0d6963f7d28e17f72',
  })
})

describe('archives', () => {
  test('members of archives in archives are found by paths', async () => {
    const inner = await zip({ 'deep.txt': 'deep' })
    const { rows } = await open(await zip({ 'a.txt': 'a', 'inner.zip': inner }), 'o.zip')

    expect(rows).toEqual([
      ['2', 'attachment', 'o.zip'],
      ['2/1', 'archive-member', 'a.txt'],
      ['2/2', 'archive-member', 'inner.zip'],
      ['2/2/1', 'archive-member', 'deep.txt'],
    ])
  })

  test.each([
    ['infected', {}, 'Please see the file.'],
    ['8842', {}, '解凍パスワードは「8842」です。'],
    ['Xy-9!', {}, 'Password: Xy-9!'],
    ['tora', { zipCrypto: true }, 'PW：tora'],
    ['partner', {}, 'The file is locked as always.'],
    ['nanko2026', { zipCrypto: true }, 'パスワードは別の行に書きます。\r\n\r\nnanko2026\r\n'],
  ])('the password %s is found (%j) in: %s', async (password, options, text) => {
    const bytes = await zip({ 'a.exe': 'MZ' }, { password, ...options })
    const { members, archive } = await open(bytes, 'o.zip', text)

    expect(members[0]).toMatchObject({ password, sizeBytes: 2 })
    expect(archive?.password).toBe(password)
  })

  test('without its password a member is listed and says why it is closed', async () => {
    const { members, codes } = await open(
      await zip({ 'a.exe': 'MZ' }, { password: 'x9Q' }),
      'o.zip',
    )

    expect(members[0]).toMatchObject({
      fileName: 'a.exe',
      unreadable: 'wrong-password',
      sha256: '',
    })
    expect(codes).toEqual(['wrong-password'])
  })

  test('a name that climbs out of its folder is kept as a name', async () => {
    // Written by hand, because honest writers refuse such names.
    const { members } = await open(storedZip(Buffer.from('../../evil.txt'), 'x'), 'o.zip')
    expect(members[0]?.fileName).toBe('../../evil.txt')
  })

  test('a Shift_JIS name without the UTF-8 flag is read', async () => {
    // "請求書.exe" in Windows-31J.
    const name = Buffer.concat([Buffer.from('90bf8b818f91', 'hex'), Buffer.from('.exe')])
    const { members } = await open(storedZip(name, 'MZ'), 'o.zip')
    expect(members[0]?.fileName).toBe('請求書.exe')
  })

  test('a bomb is stopped and named', async () => {
    const bytes = await zip({ zeros: new Uint8Array(30_000_000) })
    const { members, codes } = await open(bytes, 'o.zip')
    expect(members[0]).toMatchObject({ fileName: 'zeros', unreadable: 'archive-bomb' })
    expect(codes).toEqual(['archive-bomb'])
  })

  test('too deep an archive is named and not opened', async () => {
    let bytes = await zip({ 'a.txt': 'a' })
    for (let depth = 0; depth < limits.archiveDepthMax; depth++)
      bytes = await zip({ 'x.zip': bytes })
    const { codes, members } = await open(bytes, 'o.zip')

    expect(codes).toEqual(['over-deep-archive'])
    expect(members).toHaveLength(limits.archiveDepthMax)
  })

  test.each([
    ['gzip', gzipSync('hello'), 'a.txt.gz', ['2/1', 'archive-member', 'a.txt']],
    ['tar', tarOf('dir/a.txt', 'hello'), 'a.tar', ['2/1', 'archive-member', 'dir/a.txt']],
  ])('%s', async (_kind, bytes, name, member) => {
    const { rows, members } = await open(bytes, name)
    expect(rows[1]).toEqual(member)
    expect(Buffer.from(members[0]?.content ?? []).toString()).toBe('hello')
  })

  test.each([
    ['cut zip', Buffer.from('PK\x03\x04cut', 'latin1'), 'archive-damaged'],
    ['cut gzip', gzipSync('hello').subarray(0, 12), 'archive-damaged'],
    ['gzip bomb', gzipSync(Buffer.alloc(30_000_000)), 'archive-bomb'],
    ['cut rar', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), 'archive-damaged'],
    ['ace', Buffer.from('\0\0\0\0\0\0\0**ACE**', 'latin1'), 'unsupported-archive'],
  ])('%s says why it is closed', async (_kind, bytes, code) => {
    const { archive, codes } = await open(bytes, 'o')
    expect(archive?.unreadable).toBe(code)
    expect(codes).toContain(code)
  })

  test('a mail in an archive is opened like a nested mail', async () => {
    const inner = 'From: x@evil.example\r\nSubject: inner\r\n\r\nhello'
    const { rows } = await open(await zip({ 'm.eml': inner }), 'o.zip')
    expect(rows.slice(1)).toEqual([
      ['2/1', 'mail', 'm.eml'],
      ['2/1', 'text', undefined],
    ])
  })
})

/** A ZIP with one stored member (PKWARE APPNOTE §4.3), its name as raw bytes, no flags. */
function storedZip(name: Buffer, content: string): Buffer {
  const data = Buffer.from(content)
  const fixed = Buffer.alloc(22)
  fixed.writeUInt32LE(crc32(data), 10)
  fixed.writeUInt32LE(data.length, 14)
  fixed.writeUInt32LE(data.length, 18)
  const lengths = Buffer.from([name.length, 0, 0, 0])
  fixed.writeUInt16LE(20, 0)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fixed, lengths, name, data])
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\0', 'latin1'),
    fixed,
    lengths,
    Buffer.alloc(14),
    name,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

/** CRC-32 as in ISO 3309, bit by bit. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** A tar file with one member (POSIX.1 ustar). */
function tarOf(name: string, content: string): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(content.length.toString(8).padStart(11, '0'), 124)
  header.write('0', 156)
  header.write('ustar\0', 257)
  return Buffer.concat([header, Buffer.from(content), Buffer.alloc(512 - content.length + 1024)])
}
