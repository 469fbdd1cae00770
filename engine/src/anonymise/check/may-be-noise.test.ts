import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Traces } from '../traces.ts'
import { findTraces } from './find-traces.ts'

/** Names of few letters, as members enter them: three Latin letters, two kana, two kanji. */
const TRACES: Traces = {
  organisations: [
    {
      ...{ id: 'org-a', role: 'provider', hosts: [], ipAddresses: [], numbers: [] },
      names: ['VKW', 'QNT', 'ZRH', 'きし商会', 'Toou Bank'],
      domains: [],
      people: ['きし りん', 'もり はるか', 'はら みお', 'すが なお', 'つじ よう', '江口 徹'].map(
        (name) => ({ names: [name], addresses: [] }),
      ),
    },
    {
      ...{ id: 'org-b', role: 'partner', people: [], hosts: [], ipAddresses: [], numbers: [] },
      ...{ names: ['茅渟バルブ'], domains: ['chinu-valve.example'] },
    },
  ],
}

const tracesIn = (text: string): readonly string[] =>
  findTraces([{ format: 'csv', bytes: Buffer.from(text, 'utf8') }], TRACES).map(
    ({ trace }) => trace,
  )
const digest = (algorithm: string, of: string): string =>
  createHash(algorithm).update(of).digest('hex')

/** A UUID of version 4 (RFC 9562 §5.4) whose random bits are of a digest. */
const toUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`

test('lists of digests and ids name nobody, read however', () => {
  const lists = Array.from({ length: 30 }, (_, list) =>
    Array.from({ length: 50 }, (_, row) => {
      const at = `${list}/${row}`
      const id = `indicator--${toUuid(digest('sha1', at))}`
      return `${id},${digest('sha256', at)},${digest('md5', at)}`
    }).join('\n'),
  )
  expect(lists.flatMap(tracesIn)).toEqual([])
})

test('the id in which チヌ was met by chance', () => {
  expect(tracesIn('{"id":"indicator--0de928f7-95e1-4c67-83ba-0b1283ac1c7f"}')).toEqual([])
})

test.each([
  [
    'a short name in an encoded sentence',
    Buffer.from('ask VKW Inc. again').toString('base64'),
    'VKW',
  ],
  ['the same in hexadecimal', Buffer.from('to VKW.').toString('hex'), 'VKW'],
  [
    'a word of a path',
    `https://evil.test/c/${Buffer.from('to VKW now').toString('base64url')}`,
    'VKW',
  ],
  [
    'with its frame',
    `https://evil.test/id-${Buffer.from('{"c":"VKW"}').toString('base64url')}`,
    'VKW',
  ],
  [
    'before bytes that are no text',
    Buffer.concat([
      Buffer.from('{"c":"VKW","id":1}'),
      Buffer.from(digest('sha256', 'mac'), 'hex'),
    ]).toString('base64'),
    'VKW',
  ],
  [
    'after bytes that are no text',
    Buffer.concat([Buffer.from([0x0a, 0x10]), Buffer.from('customer VKW ltd')]).toString('base64'),
    'VKW',
  ],
  ['four kana of half width in Shift_JIS', 'b7bcd8dd', 'きし りん'],
  [
    'five letters among bytes that are no text',
    Buffer.concat([
      Buffer.from([0xff, 0x81]),
      Buffer.from(' CHINU '),
      Buffer.from([0xff, 0x81]),
    ]).toString('hex'),
    'chinu-valve.example',
  ],
  [
    'two kanji among bytes that are no text',
    `00ff00${Buffer.from(' 江口 徹 ').toString('hex')}ff00`,
    '江口 徹',
  ],
])('and what is encoded is found as before: %s', (_, hidden, name) => {
  expect(tracesIn(`token=${hidden}`)).toContain(name)
})
