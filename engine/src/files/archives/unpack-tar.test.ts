import { expect, test } from 'vitest'
import { unpackTar } from './unpack-tar.ts'

interface Entry {
  readonly name: string
  readonly content: string
  readonly kind?: string
  /** Twelve bytes instead of the size in octal. */
  readonly size?: Buffer
}

function block({ name, content, kind = '0', size }: Entry): Buffer {
  const header = Buffer.alloc(512)
  header.write(name)
  header.write('0000644\0', 100)
  header.write(content.length.toString(8).padStart(11, '0'), 124)
  size?.copy(header, 124)
  header.write(kind, 156)
  header.write('ustar\x0000', 257)
  header.fill(' ', 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  const data = Buffer.alloc(Math.ceil(content.length / 512) * 512)
  data.write(content)
  return Buffer.concat([header, data])
}

const END = Buffer.alloc(1024)
const listed = (...parts: readonly Buffer[]) => {
  const { members, problem } = unpackTar(Buffer.concat(parts))
  const shown = members.map(
    ({ name, content }) => `${name}: ${Buffer.from(content ?? []).toString()}`,
  )
  return problem === undefined ? shown : [...shown, problem]
}
const octal = (text: string) => Buffer.from(`${text}\0`.padStart(12, '0'))
const binary = (value: number) => {
  const field = Buffer.alloc(12)
  field[0] = 0x80
  field.writeUInt32BE(value, 8)
  return field
}

// What GNU tar 1.34 unpacks from each (of the second archive with --ignore-zeros).
test.each([
  [
    'a file and a folder',
    [block({ name: 'a', content: 'x' }), block({ name: 'd/', content: '', kind: '5' }), END],
    ['a: x'],
  ],
  ['a contiguous file (type 7)', [block({ name: 'a', content: 'x', kind: '7' }), END], ['a: x']],
  ['a kind nobody knows', [block({ name: 'a', content: 'x', kind: 'Z' }), END], ['a: x']],
  ['a link', [block({ name: 'a', content: '', kind: '2' }), END], []],
  [
    'a second archive behind the end',
    [block({ name: 'a', content: 'x' }), END, block({ name: 'b', content: 'y' }), END],
    ['a: x', 'b: y'],
  ],
  ['a size in binary', [block({ name: 'a', content: 'xyz', size: binary(3) }), END], ['a: xyz']],
  [
    'a size in the extended header, none in octal',
    [
      block({ name: 'p', content: '10 size=3\n', kind: 'x' }),
      block({ name: 'a', content: 'xyz', size: octal('0') }),
      block({ name: 'b', content: 'y' }),
      END,
    ],
    ['a: xyz', 'b: y'],
  ],
  [
    'noise behind the end',
    [block({ name: 'a', content: 'x' }), END, Buffer.alloc(512, 'n')],
    ['a: x', 'archive-damaged'],
  ],
])('of %s', (_what, parts, expected) => expect(listed(...parts)).toEqual(expected))
