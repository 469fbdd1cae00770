import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTextLinks } from '../../evidence/links/text-links.ts'
import { limits } from '../../limits.ts'
import { defang, refang } from '../../refang.ts'
import { fuzzSettings } from '../../testing/fuzz-settings.ts'
import { decodeTokens } from './decode-tokens.ts'
import { unwrapUrl } from './unwrap-url.ts'
import { findUrlDisguise } from './url-disguise.ts'

const PIECES = [
  'http://',
  'https:\\\\',
  'hxxps[:]//',
  'a.example',
  'user:pw@',
  '@',
  '[::1]',
  '[.]',
  '0x7f.1',
  '3221225985',
  ':443',
  '/',
  '//',
  '?url=',
  '&u=a1aHR0cHM6Ly9iLmV4YW1wbGU',
  '#',
  '%2f',
  '%252f',
  '%',
  '%u0041',
  'aHR0cDovL2EuZXhhbXBsZS8=',
  'https://nam02.safelinks.protection.outlook.com/?url=',
  'https://urldefense.proofpoint.com/v2/url?u=http-3A__a.example_&d=',
  'https://urldefense.com/v3/__http://a.example/**a__;KyoX!!b$',
  'https://url.avanan.click/v2/___http://a.example/___.',
  'https://www.google.com/url?q=',
  'xn--pple-43d.com',
  'аpple.com',
  'data:text/html;base64,',
  'javascript:',
  '\u3002',
  '\uff0f',
  '\u200b',
  '\ud800',
  '__proto__',
  ' ',
  '(',
  ')',
]
const link = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 16,
  })
  .map((pieces) => pieces.join(''))

test('any link is taken apart without an error, twice the same, within the limits', () => {
  fc.assert(
    fc.property(link, (written) => {
      const unwrapped = unwrapUrl(written)
      expect(unwrapUrl(written)).toEqual(unwrapped)
      const tokens = decodeTokens(written)
      expect(decodeTokens(written)).toEqual(tokens)
      expect(findUrlDisguise(written)).toEqual(findUrlDisguise(written))
    }),
    fuzzSettings(1738),
  )
})

test('links found in any text lie inside it, and no more of them than asked', () => {
  fc.assert(
    fc.property(link, fc.nat(4), (text, max) => {
      const found = findTextLinks(text, max)
      expect(found.length).toBeLessThanOrEqual(max)
      for (const { url } of found) expect(url.length).toBeLessThanOrEqual(limits.linkCharsMax)
      expect(findTextLinks(text, max)).toEqual(found)
      expect(refang(defang(text)).length).toBeLessThanOrEqual(text.length * 8)
    }),
    fuzzSettings(1739),
  )
})
