import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { fuzzSettings } from '../testing/fuzz-settings.ts'
import { parseDnsAnswers } from './parse-dns-answers.ts'

const PIECES = [
  ...[
    'a.example',
    '.',
    ' ',
    '\n',
    '\r\n',
    '\t',
    ';',
    ';; ',
    '"',
    '\\',
    '\\07',
    '(',
    ')',
    '@',
    '$ORIGIN ',
  ],
  ...[
    'TXT',
    ' IN ',
    ' CNAME ',
    'A',
    'MX',
    '10',
    '192.0.2.1',
    'text =',
    'descriptive text',
    'あ',
    '\0',
  ],
  ...[
    '->>HEADER<<- opcode: QUERY, status: NOERROR',
    'QUESTION SECTION:',
    'ANSWER SECTION:',
    'WHEN: ',
  ],
]
const TEXT = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

test('any text is read without an error, twice alike and within limits', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const read = parseDnsAnswers(text)
      expect(parseDnsAnswers(text)).toEqual(read)
      expect(read.unread.length).toBeLessThanOrEqual(limits.dnsUnreadMax)
      for (const { name, values } of read.records) {
        expect(name).toMatch(/^[a-z0-9._-]{1,253}$/)
        expect(values.length).toBeLessThanOrEqual(limits.dnsValuesMax)
      }
    }),
    fuzzSettings(1035),
  )
})

test.each([
  '"',
  '\\',
  '(',
  ';',
  '; ',
  'a ',
  '\n',
  'a;',
  '"\\',
  'a.example TXT x\n',
  'a CNAME a.b\n',
])('a megabyte of %j takes no time', (piece) => {
  const started = performance.now()
  parseDnsAnswers(piece.repeat(1_000_000 / piece.length))
  expect(performance.now() - started).toBeLessThan(1000)
})

test('no more names and values are kept than one paste may hold', () => {
  const names = Array.from({ length: 1_000 }, (_, at) => `a${at}.example A 192.0.2.1\n`).join('')
  const values = Array.from({ length: 255 }, (_, at) => `a.example A 192.0.2.${at}\n`).join('')
  expect(parseDnsAnswers(names).records.length).toBe(limits.dnsRecordsMax)
  expect(parseDnsAnswers(names).unread.at(-1)?.reason).toBe('over-many')
  expect(parseDnsAnswers(values).records[0]?.values.length).toBe(limits.dnsValuesMax)
})
