import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { limits } from '../../limits.ts'
import { startBudget } from './archive-member.ts'
import { unpackZip } from './unpack-zip.ts'

/** A ZIP whose directory names one stored place many times (as David Fifield's bombs do). */
function overlapping(content: Buffer, times: number): Buffer {
  const packed = deflateRawSync(content)
  const fields = Buffer.alloc(22)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(content.length, 18)
  const named = Buffer.concat([fields, Buffer.from([1, 0, 0, 0])])
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), named, Buffer.from('a'), packed])
  const row = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\0'),
    named,
    Buffer.alloc(14),
    Buffer.from('a'),
  ])
  const rows = Buffer.concat(Array.from({ length: times }, () => row))
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(times, 8)
  end.writeUInt16LE(times, 10)
  end.writeUInt32LE(rows.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, rows, end])
}

async function unpack(bytes: Uint8Array, budget = startBudget(limits.unpackedBytesMax)) {
  const { members, problem } = await unpackZip(bytes, { passwords: [], budget })
  return { members, problem, problems: members.map((member) => member.problem) }
}

test('members that lie on each other are a bomb as soon as they claim more than there is', async () => {
  const { problems } = await unpack(overlapping(Buffer.alloc(500_000), 900))
  const opened = problems.filter((one) => one === undefined)
  expect(opened.length).toBeLessThan(150)
  expect(new Set(problems)).toEqual(new Set([undefined, 'archive-bomb']))
})

test.each([
  [limits.ratioFreeBytes - 1, undefined],
  [limits.ratioFreeBytes, undefined],
  [limits.ratioFreeBytes + 1, 'archive-bomb'],
])('a member of %i bytes of nothing is judged %s', async (sizeBytes, problem) => {
  expect((await unpack(overlapping(Buffer.alloc(sizeBytes), 1))).problems).toEqual([problem])
})

test.each([
  [1_999, 'over-unpacked'],
  [2_000, undefined],
  [2_001, undefined],
])('of 2,000 bytes, %i left in the budget give %s', async (bytesLeft, problem) => {
  const bytes = overlapping(Buffer.alloc(2_000), 1)
  expect(
    (await unpack(bytes, { ...startBudget(1_000_000), bytesLeft, startsLeft: 0 })).problems,
  ).toEqual([problem])
})

test('a member whose checksum is wrong says that it is damaged', async () => {
  const bytes = overlapping(Buffer.from('hello'), 1)
  const at = bytes.indexOf('PK\x01\x02') + 16
  bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at)
  expect((await unpack(bytes)).problems).toEqual(['archive-damaged'])
})

/** An archive of stored members with no more than the standard asks for (APPNOTE §4.3). */
function zipOf(names: readonly string[], { attribute = 0, hidden = 0 } = {}): Buffer {
  const locals: Buffer[] = []
  const rows: Buffer[] = []
  let at = 0
  for (const name of names) {
    const content = Buffer.from(`content of ${name}`)
    const fields = Buffer.alloc(22)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(content.length, 14)
    fields.writeUInt32LE(content.length, 18)
    const named = Buffer.concat([fields, Buffer.from([name.length, 0, 0, 0])])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(attribute, 6)
    rest.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), named, Buffer.from(name), content])
    locals.push(local)
    rows.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), named, rest, Buffer.from(name)]))
    at += local.length
  }
  const directory = Buffer.concat(rows.slice(hidden))
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(rows.length - hidden, 8)
  end.writeUInt16LE(rows.length - hidden, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

// 7-Zip shows the first of two archives, Windows and Info-ZIP the last.
test.each([
  ['in the directory', zipOf(['a', 'b']), ['a', 'b'], undefined],
  [
    'with a folder’s attribute and bytes',
    zipOf(['a.exe'], { attribute: 0x10 }),
    ['a.exe'],
    undefined,
  ],
  ['whose name ends in "/" and that has bytes', zipOf(['a.exe/']), ['a.exe/'], undefined],
  [
    'in front of an archive',
    Buffer.concat([Buffer.from('MZ PK\x03\x04 stub'), zipOf(['a'])]),
    ['a'],
    undefined,
  ],
  [
    'in the first of two archives',
    Buffer.concat([zipOf(['a']), zipOf(['b'])]),
    ['b', 'a'],
    'unlisted-member',
  ],
  ['left out of the directory', zipOf(['a', 'b'], { hidden: 1 }), ['b', 'a'], 'unlisted-member'],
])('a member %s is found', async (_where, bytes, names, problem) => {
  const unpacked = await unpack(bytes)
  expect(unpacked.members.map(({ name }) => name)).toEqual(names)
  expect(unpacked.members.map(({ content }) => Buffer.from(content ?? []).toString())).toEqual(
    names.map((name) => `content of ${name}`),
  )
  expect(unpacked.problem).toBe(problem)
})
