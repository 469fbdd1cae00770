import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMessage } from '../../evidence/parse-message.ts'
import { buildRegister } from '../../register/build-register.ts'
import { arbitraryText } from '../../testing/arbitrary-text.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'
import { HOP_ODDITIES, readMailPath } from './mail-path.ts'

const PIECES = [
  ...[
    'from ',
    'by ',
    'with ESMTPS ',
    'for ',
    'id ',
    'via ',
    '; ',
    'Thu, 1 Oct 2026 10:00:00 +0900',
    '(',
    ')',
  ],
  ...[
    '[192.0.2.1]',
    '[10.0.0.1]',
    '[IPv6:2001:db8::1]',
    'IPv6:',
    'mx.kaku-shoji.example',
    'a.example',
  ],
  ...[
    '(HELO ',
    'unknown',
    'localhost',
    '<b@kaku-shoji.example>',
    '\r\n\t',
    '\r\nReceived: ',
    '"',
    '\\',
  ],
  ...['::ffff:192.0.2.1', '999.1.1.1', '([', '])', 'EHLO', 'xn--', '.', '\u0130'],
]
const REGISTER = buildRegister({
  organisations: [
    {
      name: '架空商事株式会社',
      aliases: [],
      domains: ['kaku-shoji.example'],
      people: [],
      partners: [],
      urlServices: [],
    },
  ],
})

test('any chain of Received fields is read to one row for each field, twice the same', () => {
  fc.assert(
    fc.property(arbitraryText(PIECES, 60), (text) => {
      const bytes = Buffer.from(`Received: ${text}\r\nTo: b@kaku-shoji.example\r\n\r\nx`)
      const message = parseMessage(bytes)
      const path = readMailPath(message, REGISTER)
      expect(readMailPath(parseMessage(bytes), REGISTER)).toEqual(path)
      expect(path).toHaveLength(message.received.length)
      expect(path.filter(({ isGate }) => isGate).length).toBeLessThanOrEqual(1)
      // What is trusted stands above what is not: servers write on top.
      const trusted = path.map(({ isTrusted }) => isTrusted)
      expect(trusted.lastIndexOf(true)).toBeLessThan(
        trusted.includes(false) ? trusted.indexOf(false) : trusted.length,
      )
      for (const { oddities, delaySeconds = 0 } of path) {
        expect(Number.isSafeInteger(delaySeconds)).toBe(true)
        for (const oddity of oddities) expect(HOP_ODDITIES).toContain(oddity)
      }
    }),
    fuzzSettings(5_321),
  )
})
