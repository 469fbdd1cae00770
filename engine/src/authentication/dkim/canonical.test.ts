import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Canonicalisation, toCanonicalBody } from './canonical-body.ts'
import { emptySignature, toCanonicalField } from './canonical-header.ts'

const toBody = (text: string, how: Canonicalisation) =>
  Buffer.from(toCanonicalBody(Buffer.from(text), how)).toString()

// RFC 6376 §3.4.5 (both ways of reading one example), then ends and bare line feeds.
test.each([
  [' C \r\nD \t E\r\n\r\n\r\n', 'relaxed', ' C\r\nD E\r\n'],
  [' C \r\nD \t E\r\n\r\n\r\n', 'simple', ' C \r\nD \t E\r\n'],
  [' C \nD \t E\n\n\n', 'relaxed', ' C\r\nD E\r\n'],
  ['', 'simple', '\r\n'],
  ['', 'relaxed', ''],
  ['\r\n\r\n', 'simple', '\r\n'],
  ['\r\n\r\n', 'relaxed', ''],
  [' \t\r\n', 'relaxed', ''],
  [' \t\r\n', 'simple', ' \t\r\n'],
  ['a', 'simple', 'a\r\n'],
  ['a', 'relaxed', 'a\r\n'],
  ['\r\na', 'simple', '\r\na\r\n'],
  ['a\r\n\r\nb', 'relaxed', 'a\r\n\r\nb\r\n'],
  ['a\r\n   ', 'relaxed', 'a\r\n'],
  ['a\rb\r\n', 'simple', 'a\rb\r\n'],
] as const)('the body %j read %s is %j', (text, how, expected) =>
  expect(toBody(text, how)).toBe(expected),
)

// RFC 6376 §3.4.3, §3.4.4: the hashes of the empty body.
test.each([
  ['simple', 'frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY='],
  ['relaxed', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
] as const)('the empty body read %s hashes as the standard says', (how, hash) =>
  expect(
    createHash('sha256')
      .update(toCanonicalBody(Buffer.alloc(0), how))
      .digest('base64'),
  ).toBe(hash),
)

test.each([
  ['A: X', 'relaxed', 'a:X'],
  // The bytes of raw UTF-8, one character each: だ ends in A0.
  ['Subject: \u00e3\u0081\u00a0 \t', 'relaxed', 'subject:\u00e3\u0081\u00a0'],
  ['B : Y\t\r\n\tZ  ', 'relaxed', 'b:Y Z'],
  ['B : Y\t\r\n\tZ  ', 'simple', 'B : Y\t\r\n\tZ  '],
  ['B : Y\t\n\tZ  ', 'simple', 'B : Y\t\r\n\tZ  '],
] as const)('the field %j read %s is %j', (raw, how, expected) =>
  expect(toCanonicalField(raw, how)).toBe(expected),
)

test('only the value of b= is taken out, not that of bh=', () =>
  expect(emptySignature('DKIM-Signature: v=1; bh=AAA=; b=BBB\r\n CCC=; d=a.example')).toBe(
    'DKIM-Signature: v=1; bh=AAA=; b=; d=a.example',
  ))
