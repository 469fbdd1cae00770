import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryText } from '../testing/arbitrary-text.ts'
import { fuzzSettings } from '../testing/fuzz-settings.ts'
import { findTextZones } from './text-zones.ts'

const PIECES = [
  ...[
    '\n',
    '\r\n',
    '> ',
    '＞',
    '| ',
    '-- ',
    '--\n',
    '-----Original Message-----\n',
    '_'.repeat(12),
    '  ',
  ],
  ...['From: a@b.example\n', '差出人：a@b.example\n', '送信者: ', '*From:* a@b.example\n', '転送 '],
  ...[
    'unsubscribe',
    '配信停止はこちら\n',
    'this e-mail is confidential\n',
    'ご確認ください。',
    'hello world and more ',
  ],
]

test('the zones of any text follow each other without a gap, from its beginning to its end', () => {
  fc.assert(
    fc.property(arbitraryText(PIECES, 60), (text) => {
      const zones = findTextZones(text)
      expect(findTextZones(text)).toEqual(zones)
      let at = 0
      for (const { start, end } of zones) {
        expect(start).toBe(at)
        expect(end).toBeGreaterThanOrEqual(start)
        at = end
      }
      expect(at).toBe(text.length)
      // Words of a mail must not disappear behind marks: something in it is always read as new.
      if (text.trim() !== '') expect(zones.some(({ zone }) => zone === 'new')).toBe(true)
    }),
    fuzzSettings(3_676),
  )
})
