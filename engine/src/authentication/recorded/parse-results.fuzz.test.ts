import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../../limits.ts'
import { parseTagList } from '../tag-list.ts'
import { parseReceivedSpf } from './parse-received-spf.ts'
import { parseResults } from './parse-results.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'

const PIECES = [
  'mx.example',
  ' ',
  ';',
  '=',
  '(',
  ')',
  '"',
  '\\',
  'spf',
  'dkim',
  'pass',
  'header.d',
  'smtp.mailfrom',
  'i=1',
  '1',
  '@',
  '\r\n ',
  'あ',
]
const FIELD = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

test('any text is read without an error, twice alike and within limits', () => {
  fc.assert(
    fc.property(FIELD, (value) => {
      const read = parseResults(value)
      expect(parseResults(value)).toEqual(read)
      expect(read.results.length).toBeLessThanOrEqual(limits.authenticationChecksMax)
      expect(parseReceivedSpf(value)).toEqual(parseReceivedSpf(value))
      expect(parseTagList(value)).toEqual(parseTagList(value))
    }),
    fuzzSettings(8601),
  )
})

test.each(['(', '"', 'a=', ';', '\\(', '(\\', 'a '])('a megabyte of %j takes no time', (piece) => {
  const started = performance.now()
  parseResults(piece.repeat(1_000_000 / piece.length))
  parseReceivedSpf(piece.repeat(1_000_000 / piece.length))
  expect(performance.now() - started).toBeLessThan(1000)
})
