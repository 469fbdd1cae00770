import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Traces } from '../traces.ts'
import { findTraces } from './find-traces.ts'

// Of a long text only what stands near an escape is read anew. A name that is held together with a far escape by what
// stands between them, in a long token or in another table of letters, must be found all the same.

const TRACES: Traces = {
  organisations: [
    {
      ...{ id: 'org-a', role: 'provider', people: [], hosts: [], ipAddresses: [], numbers: [] },
      ...{ names: ['Akagane Works', '赤銅工業株式会社', '嶺川'], domains: [] },
    },
  ],
}
const namesIn = (text: string): readonly string[] => [
  ...new Set(
    findTraces([{ format: 'text', bytes: Buffer.from(text, 'utf8') }], TRACES).map(
      ({ trace }) => trace,
    ),
  ),
]

/** Words that compress badly; the same on every run. */
const words = (count: number): string =>
  Array.from({ length: count }, (_, at) =>
    createHash('sha256').update(String(at)).digest('hex').slice(0, 20),
  ).join(' ')
const packed = gzipSync(`${words(300)} Akagane Works ${words(300)}`)
const everyUnits = (text: string, count: number, put: (unit: string) => string): string =>
  [...text].map((unit, at) => (at % count === count / 2 ? put(unit) : unit)).join('')
const toPercent = (unit: string): string => `%${unit.charCodeAt(0).toString(16)}`
/** 赤銅工業株式会社 in JIS X 0208, among other letters of that table. */
const KANJI = `${'$"'.repeat(1500)}@VF<9)6H3t<02q<R${'$"'.repeat(1500)}`

test.each([
  ['percent escapes in Base64', everyUnits(packed.toString('base64url'), 3000, toPercent)],
  ['soft breaks in Base64', everyUnits(packed.toString('base64url'), 3000, (unit) => `${unit}=\n`)],
  ['soft breaks in hexadecimal', everyUnits(packed.toString('hex'), 3000, (unit) => `${unit}=\n`)],
  ['letters that show nothing', `%41${'\u200b'.repeat(1500)}kagane Works ${words(99)} %41`],
])('of a file in a token: %s', (_, text) => {
  expect(namesIn(text)).toEqual(['Akagane Works'])
})

test.each([
  ['\\x1b$B', '\\x1b(B'],
  ['%1B$B', '%1B(B'],
  ['=1B$B', '=1B(B'],
])('between %s and %s, each far away', (start, end) => {
  expect(namesIn(`${start}${KANJI}${end}`)).toEqual(['赤銅工業株式会社'])
})

test('a name whose Base64 looks like a part of a UUID', () => {
  const group = Buffer.from('嶺川', 'utf8').toString('base64url')
  expect(group).toBe('5ba65bed')
  expect(namesIn(`https://trap.test/${group}-0000-4000-8000-000000000000`)).toEqual(['嶺川'])
})

test('the frame of a long document is not read again for each escape in it', () => {
  const frame = JSON.stringify(
    Array.from({ length: 4000 }, (_, at) => ({ type: 'domain-name', value: `host-${at}.test` })),
  )
  const text = `${frame}%41${frame}%41${frame}`
  expect(findTraces([{ format: 'text', bytes: Buffer.from(text) }], TRACES)).toEqual([])
})
