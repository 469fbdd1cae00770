import { describe, expect, test } from 'vitest'
import { buildPe } from '../../testing/build-pe.ts'
import { findPrograms } from './find-programs.ts'

const program = Buffer.from(buildPe())
const real = Buffer.from(program)
// The bytes that compilers write in front, so that the usual Base64 beginning shows.
Buffer.from('4d5a90000300000004000000', 'hex').copy(real)
const headless = Buffer.from(buildPe({ magic: 'XY' }))
const lines = (text: string) => text.replace(/.{76}/g, '$&\r\n')

describe('a program is found', () => {
  test.each([
    ['behind a document', Buffer.concat([Buffer.from('{\\rtf1 text}'), program]), 'plain', program],
    [
      'with its first letters overwritten',
      Buffer.concat([Buffer.alloc(9, 65), headless]),
      'plain',
      headless,
    ],
    [
      'in Base64 lines',
      Buffer.from(`<Code>${lines(real.toString('base64'))}</Code>`),
      'base64',
      real,
    ],
    [
      'in Base64 with its first letters overwritten',
      Buffer.from(`x = "${headless.toString('base64')}"`),
      'base64',
      headless,
    ],
    [
      'in joined Base64 strings',
      Buffer.from(`a = "${real.toString('base64').replace(/.{100}/g, '$&" & _\r\n"')}"`),
      'base64',
      real,
    ],
    ['in hexadecimal', Buffer.from(`$b = '${real.toString('hex').toUpperCase()}'`), 'hex', real],
    [
      'in reversed Base64',
      Buffer.from(`"${Array.from(real.toString('base64').replace(/=+$/, '')).reverse().join('')}"`),
      'base64-reversed',
      real,
    ],
  ] as const)('%s', (_name, file, encoding, expected) => {
    const found = findPrograms(file)
    expect(found.map((one) => one.encoding)).toEqual([encoding])
    expect(
      Buffer.from(found[0]?.content ?? [])
        .subarray(0, expected.length)
        .equals(expected),
    ).toBe(true)
  })
})

test.each([
  ['a program itself', program],
  [
    'text about programs',
    Buffer.from(
      'MZ and PE\0\0 begin a program. This program cannot be run in DOS mode. TVqQAAMAAAAEAAAA',
    ),
  ],
  [
    'a picture in Base64',
    Buffer.from(`data:image/png;base64,${Buffer.alloc(5_000, 37).toString('base64')}`),
  ],
])('no program is found in %s', (_name, file) => {
  expect(findPrograms(file)).toEqual([])
})

test('a file of nothing but signatures is left in time', () => {
  const started = performance.now()
  findPrograms(Buffer.from('PE\0\0'.repeat(250_000)))
  findPrograms(Buffer.from('TVqQAAMAAAAE'.repeat(80_000)))
  // A bound against quadratic work, not a measurement.
  expect(performance.now() - started).toBeLessThan(5_000)
})
