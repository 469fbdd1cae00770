import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { isWebLog } from './is-web-log.ts'
import { WebLogReader } from './web-log-reader.ts'
import { fuzzSettings } from '../testing/fuzz-settings.ts'

/** Pieces of log grammar: random bytes alone never become a request. */
const PIECES = [
  '192.0.2.1',
  '2001:db8::1',
  '[10/Oct/2000:13:55:36 -0700]',
  '[2024-01-31T13:55:36.9+09:00]',
  '"GET /',
  ' HTTP/1.1"',
  '" 200 1',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '"',
  '\\',
  '[',
  ']',
  '-',
  '#Fields: date time c-ip cs-uri-stem cs-uri-query sc-status\n',
  '2002-05-02 17:42:15',
  '{"remote_addr":"',
  '","request":"GET /',
  '"}',
  '{"source":{"ip":["192.0.2.1"]},"url":{"path":"/"},"@timestamp":',
  '1e308',
  '%',
  '%25',
  '%u0',
  '%2e%2e%2f',
  '%c0%ae',
  '/**/',
  '?',
  '+',
  '../',
  '/.env',
  '${jndi:',
  'http 2018-07-02T22:23:00.186641Z a 192.0.2.131:2817 b 0 0 0 200 200 0 57 "GET http://a',
  '1286536308.779 180 192.0.2.224 TCP_MISS/200 411 GET http://a - b c',
  '\0',
  '\xff\xfe',
  '\xe3\x81',
  '\x1b$B',
]
const bytes = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 60,
  })
  .map((pieces) => Buffer.from(pieces.join(''), 'latin1'))

function summarise(log: Uint8Array, pieceBytes: number) {
  const reader = new WebLogReader({ now: new Date('2024-05-01T00:00:00Z') })
  for (let at = 0; at < log.length; at += pieceBytes)
    reader.write(log.subarray(at, at + pieceBytes))
  return reader.end()
}

test('any bytes come to the same figures, however they are cut, and every line is accounted for', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 50 }), (log, pieceBytes) => {
      const whole = summarise(log, 1 << 20)
      expect(summarise(log, pieceBytes)).toEqual(whole)
      const { read, requests, other, broken } = whole.lines
      expect(requests + other + broken).toBe(read)
      expect(whole.formats.reduce((sum, { lines }) => sum + lines, 0)).toBe(requests)
      expect(whole.probes.count).toBeLessThanOrEqual(requests)
      for (const { count, answered, samples, sources } of whole.kinds) {
        expect(answered).toBeLessThanOrEqual(count)
        expect(sources).toBeGreaterThan(0)
        for (const { text, mark } of samples) {
          expect(text.length).toBeLessThanOrEqual(limits.logSampleBytesMax)
          expect(mark === undefined || mark.end <= text.length).toBe(true)
        }
      }
      isWebLog(log)
    }),
    fuzzSettings(20240401),
  )
})
