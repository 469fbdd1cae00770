import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { buildDigestPartSearch } from './find-parts-of-digests.ts'

// SHA-256 of the empty text; the Base32 and Base64 of its bytes as `base32` and `base64` of coreutils give them.
const DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const BASE32 = '4OYMIQUY7QOBJGX36TEJS35ZEQT24QPEMSNZGTFESWMRW6CSXBKQ===='
const BASE64 = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
const findParts = buildDigestPartSearch([DIGEST])
const inGroups = (length: number, between: string): string =>
  (DIGEST.match(new RegExp(`.{1,${length}}`, 'gu')) ?? []).map((one) => between + one).join('')

test.each([
  ['as it is', DIGEST],
  ['its first forty digits', DIGEST.slice(0, 40)],
  ['its last twenty digits, in capitals', DIGEST.slice(-20).toUpperCase()],
  ['in groups', inGroups(8, ' - ')],
  ['its bytes escaped', inGroups(2, '\\x')],
  ['its bytes in Base32', BASE32],
  ['its bytes in Base64', BASE64],
  ['a half of its Base64', BASE64.slice(0, 22)],
])('a part of a digest is found: %s', (_, written) => {
  expect(findParts(`検体 ${written} を受信`)).toEqual([DIGEST])
})

test.each(['89abcdef'.repeat(8), DIGEST.slice(0, 12), 'an ordinary text of some words'])(
  'nothing of a digest is in %s',
  (text) => {
    expect(findParts(text)).toEqual([])
  },
)

test('a thousand pieces of text are searched for a thousand digests at once', () => {
  const digests = Array.from({ length: 1000 }, (_, at) =>
    createHash('sha256').update(`file ${at}`).digest('hex'),
  )
  const startedAt = performance.now()
  const find = buildDigestPartSearch(digests)
  const found = digests.map((digest) => find(`検体 ${digest.slice(0, 20)} を受信`))
  // Built anew for each piece it took nearly three minutes.
  expect(performance.now() - startedAt).toBeLessThan(5000)
  expect(found).toEqual(digests.map((digest) => [digest]))
})
