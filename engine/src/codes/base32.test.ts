import { expect, test } from 'vitest'
import { fromBase32, toBase32 } from './base32.ts'

// RFC 4648 §10.
test.each([
  ['', ''],
  ['f', 'MY======'],
  ['fo', 'MZXQ===='],
  ['foo', 'MZXW6==='],
  ['foob', 'MZXW6YQ='],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI======'],
])('%j is %s', (text, written) => {
  expect(toBase32(Buffer.from(text))).toBe(written.replaceAll('=', '').toLowerCase())
  for (const spelling of [written, written.toLowerCase(), written.replaceAll('=', '')])
    expect(Buffer.from(fromBase32(spelling)).toString()).toBe(text)
})
