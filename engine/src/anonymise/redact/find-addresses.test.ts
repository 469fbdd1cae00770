import { expect, test } from 'vitest'
import { findAddresses } from './find-addresses.ts'

const find = (text: string) => findAddresses(text).map(({ start, value }) => [start, value])

test.each([
  ['to a.b+c@mail.example.', [[3, 'a.b+c@mail.example']]],
  [
    '（a@b.example）とc[@]d[.]example',
    [
      [1, 'a@b.example'],
      [14, 'c[@]d[.]example'],
    ],
  ],
  [
    'x(at)b.example, y[at]c[dot]example',
    [
      [0, 'x(at)b.example'],
      [16, 'y[at]c[dot]example'],
    ],
  ],
  ['e=a%40b.example', [[0, 'e=a%40b.example']]],
  ['@b.example', []],
  ['a@b.example@c.example', [[0, 'a@b.example']]],
  [`${'x'.repeat(100)}@b.example`, [[20, `${'x'.repeat(80)}@b.example`]]],
])('in %j stand %j', (text, addresses) => {
  expect(find(text)).toEqual(addresses)
})
