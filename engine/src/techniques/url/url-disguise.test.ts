import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findUrlDisguise } from './url-disguise.ts'

test.each([
  ['https://bank.example@evil.test/', 'user-name'],
  ['https://www.bank.example-837457319@evil.test/', 'user-name'],
  ['https://𝚎𝚟𝚒𝚕.𝚝𝚎𝚜𝚝/x', 'strange-letters'],
  ['https://ｅｖｉｌ.test/x', undefined],
  ['https://www.bank.example:443@evil.test/', 'user-name'],
  ['https://www.bank.example%2Flogin@evil.test/', 'user-name'],
  // 203.0.113.10 as one number, in hexadecimal, in octal and with three parts (WHATWG URL §3.5).
  ['http://3405803786/', 'number'],
  ['http://0xcb00710a/', 'number'],
  ['http://0313.0.0161.012/', 'number'],
  ['http://203.0.28938/', 'number'],
  ['http://%65vil.test/', 'percent-host'],
  ['https:\\\\evil.test/', 'backslash'],
  ['https:/\\evil.test/', 'backslash'],
  ['data:text/html;base64,PGh0bWw+', 'page-in-link'],
  ['java\tscript:location="https://evil.test/a/long/address"', 'page-in-link'],
  ['http://203.0.113.10/x', 'ip-address'],
  ['http://[2001:db8::1]/', 'ip-address'],
  ['http://192.168.1.4/intranet', undefined],
  ['http://[fe80::1]/', undefined],
  ['https://a.example/', undefined],
  ['https://a.example:8443/?next=b@c.example', undefined],
  ['https://user:secret@a.example/', undefined],
  ['javascript:void(0)', undefined],
  ['mailto:a@b.example', undefined],
  ['#', undefined],
])('%s is %s', (link, disguise) => {
  expect(findUrlDisguise(link)).toBe(disguise)
})

test('any text is judged without an exception, twice alike', () => {
  const piece = fc.constantFrom(
    'http://',
    'https:\\\\',
    '@',
    '%2e',
    '0x',
    '.',
    'data:',
    ':',
    '[',
    'a',
  )
  const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 12 })
  fc.assert(
    fc.property(text, (pieces) => {
      const link = pieces.join('')
      expect(findUrlDisguise(link)).toBe(findUrlDisguise(link))
    }),
    { numRuns: 500 },
  )
})
