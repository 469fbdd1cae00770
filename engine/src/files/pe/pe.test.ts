import { describe, expect, test } from 'vitest'
import { startBudget } from '../archives/archive-member.ts'
import { buildPe } from '../../testing/build-pe.ts'
import type { FileReading } from '../file-reading.ts'
import { entropyOf } from './entropy.ts'
import { findGoBuild } from './go-build.ts'
import { pe } from './reader.ts'

async function read(bytes: Uint8Array): Promise<FileReading> {
  const file = { bytes, type: '', fileName: '', passwords: [], budget: startBudget(1_000_000) }
  return await pe.read(file)
}

async function readFacts(bytes: Uint8Array): Promise<Record<string, string>> {
  const { facts = [] } = await read(bytes)
  return Object.fromEntries(facts.map(({ name, value }) => [name, value]))
}

describe('a Windows program', () => {
  test('says its kind, its imports and the customary hash over them', async () => {
    const imports = { 'KERNEL32.dll': ['CreateFileW', 'ExitProcess'], 'odd.dll': ['#7'] }
    const facts = await readFacts(buildPe({ imports }))
    expect(facts).toMatchObject({
      'program-kind': 'exe',
      machine: 'x64',
      subsystem: 'console',
      signature: 'none',
      imports: 'odd.dll: #7',
      // MD5 of "kernel32.createfilew,kernel32.exitprocess,odd.ord7", computed with md5sum and by pefile.
      'import-hash': '82941b8f8baa9f59be15b0319f257984',
    })
  })

  test('keeps the name under which a library was built', async () => {
    const facts = await readFacts(buildPe({ isDll: true, exportedName: 'loader.dll' }))
    expect(facts).toMatchObject({ 'program-kind': 'dll', 'exported-name': 'loader.dll' })
  })

  test('has no import hash when the customary one needs names that numbers stand for', async () => {
    const facts = await readFacts(buildPe({ imports: { 'WS2_32.dll': ['#115'] } }))
    expect(facts['import-hash']).toBeUndefined()
  })

  test('with bytes behind its last section says how many', async () => {
    const facts = await readFacts(Buffer.concat([buildPe(), Buffer.alloc(300, 1)]))
    expect(facts['appended-bytes']).toBe('300')
  })

  test('that was cut off anywhere is read as far as it goes', async () => {
    const whole = buildPe({ imports: { 'a.dll': ['b'] }, exportedName: 'c.dll' })
    for (let length = 0; length < whole.length; length += 7) {
      const { problems, signs } = await read(whole.subarray(0, length))
      expect(problems === undefined ? signs?.length : problems[0]).toBe(
        problems === undefined ? 1 : 'file-damaged',
      )
    }
  })
})

test('what the Go linker wrote is read: compiler, main package, modules', () => {
  // Laid out by hand after the comment on debug/buildinfo: magic, pointer size, flags, two strings.
  const modules =
    'path\ttool.example/beacon\nmod\ttool.example/beacon\t(devel)\t\ndep\tlib.example/net\tv1.2.0\n'
  const framed = `0123456789abcdef${modules}fedcba9876543210`
  const bytes = Buffer.concat([
    Buffer.alloc(64),
    Buffer.from('\xff Go buildinf:\x08\x02', 'latin1'),
    Buffer.alloc(16),
    Buffer.from(`\x08go1.22.1`, 'latin1'),
    Buffer.from([(framed.length & 0x7f) | 0x80, framed.length >> 7]),
    Buffer.from(framed),
  ])
  expect(findGoBuild(bytes)).toEqual([
    { name: 'go-version', value: 'go1.22.1' },
    { name: 'go-package', value: 'tool.example/beacon' },
    { name: 'go-module', value: 'tool.example/beacon (devel) ' },
    { name: 'go-dependency', value: 'lib.example/net v1.2.0' },
  ])
})

test.each([
  ['one value only', Buffer.alloc(1000, 7), 0],
  ['two values in equal shares', Buffer.from('ab'.repeat(500)), 1],
  ['all values in equal shares', Buffer.from(Array.from({ length: 256 }, (_none, at) => at)), 8],
])('entropy of %s', (_name, bytes, bits) => {
  expect(entropyOf(bytes)).toBeCloseTo(bits, 10)
})
