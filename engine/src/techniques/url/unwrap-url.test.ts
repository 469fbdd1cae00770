import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeTokens } from './decode-tokens.ts'
import { unwrapUrl } from './unwrap-url.ts'

// Formats as the vendors' own documents describe them; targets are reserved names.
test.each([
  [
    'safe-links',
    'https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&data=05%7C01',
    'https://a.example/x?y=1',
  ],
  [
    'proofpoint',
    'https://urldefense.proofpoint.com/v1/url?u=http://a.example/x&k=abc',
    'http://a.example/x',
  ],
  [
    'proofpoint',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__a-2Db.example_x-3Fy-3D1&d=DwMF',
    'https://a-b.example/x?y=1',
  ],
  [
    'proofpoint',
    'https://urldefense.com/v3/__https://a.example/x__;!!Abc!def$',
    'https://a.example/x',
  ],
  [
    'proofpoint',
    'https://urldefense.com/v3/__https://a.example/p*q__;Iw!!Abc!def$',
    'https://a.example/p#q',
  ],
  [
    'proofpoint',
    'https://urldefense.com/v3/__https://a.example/p**Aq__;IyM!!Abc!def$',
    'https://a.example/p##q',
  ],
  [
    'barracuda',
    'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fa.example%2fx&c=E,1',
    'https://a.example/x',
  ],
  [
    'cisco',
    'https://secure-web.cisco.com/1AbC-dEf/https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  [
    'trellix',
    'https://protect2.fireeye.com/v1/url?k=1&q=1&u=https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
  [
    'google',
    'https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fx&sa=D',
    'https://a.example/x',
  ],
  ['mimecast', 'https://protect-us.mimecast.com/s/AbCdEfGhIj?domain=a.example', undefined],
  [
    'redirect',
    'https://news.example/click?id=4&redirect=https%3A%2F%2Fa.example%2Fx',
    'https://a.example/x',
  ],
])('%s is unwrapped', (service, wrapped, target) => {
  const unwrapped = unwrapUrl(wrapped)
  expect(unwrapped.wrappers.map((one) => one.service.id)).toEqual([service])
  expect(unwrapped.target).toBe(target)
})

test('wrappers inside wrappers are opened from the outside in', () => {
  const inner = 'https://a.example/x'
  const middle = `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(inner)}`
  const outer = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(middle)}`
  const { wrappers, target } = unwrapUrl(outer)
  expect(wrappers.map((one) => one.service.id)).toEqual(['safe-links', 'barracuda'])
  expect(target).toBe(inner)
})

test('a wrapper around itself comes to an end', () => {
  let url = 'https://a.example/'
  for (let depth = 0; depth < 50; depth++)
    url = `https://a.example/?url=${encodeURIComponent(url)}`.slice(0, 16_000)
  expect(unwrapUrl(url).wrappers.length).toBeLessThanOrEqual(6)
})

test.each([
  ['https://a.example/?e=eS5taXdhQGIuZXhhbXBsZQ==', 'base64', 'query'],
  ['https://a.example/?e=eS5taXdhQGIuZXhhbXBsZQ', 'base64', 'query'],
  ['https://a.example/r#y.miwa@b.example', 'plain', 'fragment'],
  ['https://a.example/r/y.miwa%40b.example/', 'percent', 'path'],
  ['https://a.example/792e6d69776140622e6578616d706c65/x', 'hex', 'path'],
  ['https://a.example/?e=ZVM1dGFYZGhRR0l1WlhoaGJYQnNaUT09', 'base64', 'query'],
])('the address in %s is read', (url, encoding, place) => {
  const token = decodeTokens(url).find((one) => one.decoded === 'y.miwa@b.example')
  expect(token).toMatchObject({ encoding, place })
})

test('no text makes unwrapping or decoding throw', () => {
  const part = fc.constantFrom(
    'https://',
    'urldefense.com/v3/__',
    '__;',
    '!!',
    '*',
    '**A',
    '?url=',
    '%',
    '%E0',
    '#',
    'a.example',
    '/v2/url?u=',
    'a1aHR0',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(part, fc.string({ maxLength: 20 })), { maxLength: 12 }),
      (parts) => {
        const url = parts.join('')
        unwrapUrl(url)
        decodeTokens(url)
      },
    ),
    { numRuns: 500 },
  )
})
