import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryText } from '../../testing/arbitrary-text.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'
import { toQuotedDate } from '../submission/quoted-date.ts'
import { parseDate } from './date.ts'

const PIECES = [
  ...[
    'Thu',
    ', ',
    ' ',
    '1',
    '31',
    '99',
    '0',
    ' Oct ',
    ' Feb ',
    'oktober',
    '-',
    '/',
    '.',
    ':',
    '10:00',
  ],
  ...[
    '2026',
    '26',
    '1970',
    '9999',
    '0000',
    '275760',
    '+0900',
    '-0000',
    '+99:99',
    'JST',
    'GMT',
    'Z',
    'T',
  ],
  ...['(', ')', '年', '月', '日', '午後', '(木)', '2026-10-01T10:00:00', '24:60:61', '.123456789'],
]

test('any text is a moment of our calendar or none, and the same one twice', () => {
  fc.assert(
    fc.property(arbitraryText(PIECES), (text) => {
      const at = parseDate(text)
      expect(parseDate(text)).toEqual(at)
      expect(at?.toISOString() ?? '1970-').toMatch(/^(?:19[7-9]\d|[2-9]\d{3})-/)
      // An answer goes out as a header that the same reader reads again.
      const quoted = toQuotedDate(text)
      if (quoted !== undefined) expect(parseDate(quoted)).toBeInstanceOf(Date)
    }),
    fuzzSettings(5_322),
  )
})

test('moments come back as they were written, whatever the zone', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
      (moment, minutes) => {
        const at = new Date(Math.floor(moment.getTime() / 1000) * 1000)
        const local = new Date(at.getTime() + minutes * 60_000).toUTCString().replace('GMT', '')
        const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
        const zone = `${minutes < 0 ? '-' : '+'}${`${hours}`.padStart(2, '0')}${`${rest}`.padStart(2, '0')}`
        expect(parseDate(`${local}${zone}`)).toEqual(at)
      },
    ),
    fuzzSettings(5_323),
  )
})
