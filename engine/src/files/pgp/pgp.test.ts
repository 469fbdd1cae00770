import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startBudget } from '../archives/archive-member.ts'
import { pgp } from './reader.ts'

// Made by GnuPG for a key that was thrown away; `gpg --list-packets` names the same keys.
const ENCRYPTED = `-----BEGIN PGP MESSAGE-----

hF4DsJu23Nxb4PkSAQdA8puA3R+pSf2O76dOtUCp2w6ZSpLj5HX2MX/tUl/Len4w
fa7iI+oMFPLKKSfHqoOp9P2aaNCvL7B0fERl7wjdfcS4oz28MALpP0tRkEANubKc
0lwBNtECNIkD9v6uzKKEmOSZ/dOC/l/kmvc+NVQeeGpTHm4kl91DxgKkb5aSlboR
f+4/xRX8ArFw/BahjplC2QPT63JqKjtoJr1A5E1QVVU6U9xbANpyBpr4YuIvUA==
=PwUw
-----END PGP MESSAGE-----
`
const CLEAR_SIGNED = `-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

See https://pay.invalid/pgp
-----BEGIN PGP SIGNATURE-----

iHUEARYIAB0WIQQapg2G7l/QR4pxyE1cH0LBX9QXLQUCawif1wAKCRBcH0LBX9QX
LddNAQDcWm6QbcpxOAyDG7q+wMxcOq/q9rQijDBS++TpLRLLswEA2c5VYilY5xr6
1nvTkTeoXcwdNkl4HFmApA4QAv8BEQk=
=osuZ
-----END PGP SIGNATURE-----
`

function read(bytes: Uint8Array) {
  const type = 'application/pgp-encrypted'
  return pgp.read({ bytes, type, fileName: 'a.asc', passwords: [], budget: startBudget(1_000_000) })
}

test('an encrypted message names the keys that open it and stays closed', async () => {
  expect(await read(Buffer.from(ENCRYPTED))).toEqual({
    facts: [
      { name: 'armor', value: 'MESSAGE' },
      { name: 'recipient-key', value: 'B09BB6DCDC5BE0F9' },
      { name: 'encrypted-bytes', value: '92' },
    ],
    problems: ['encrypted-mail'],
  })
})

test('a text signed in the clear is read, and its signer named', async () => {
  const reading = await read(Buffer.from(CLEAR_SIGNED))
  expect(reading.text?.trim()).toBe('See https://pay.invalid/pgp')
  expect(reading.links).toEqual([{ url: 'https://pay.invalid/pgp', kind: 'bare' }])
  expect(reading.facts).toContainEqual({ name: 'signer-key', value: '5C1F42C15FD4172D' })
})

test('any bytes are read without a throw, twice the same', async () => {
  const pieces = fc.constantFrom(
    '-----BEGIN PGP MESSAGE-----\n',
    '\n\n',
    'hF4D',
    '=PwUw\n',
    '-----',
  )
  const armored = fc
    .array(fc.oneof(pieces, fc.string()))
    .map((parts) => Buffer.from(parts.join('')))
  await fc.assert(
    fc.asyncProperty(fc.oneof(armored, fc.uint8Array()), async (bytes) => {
      expect(await read(bytes)).toEqual(await read(bytes))
    }),
    { seed: 26, interruptAfterTimeLimit: 2_000, numRuns: 100_000, markInterruptAsFailure: false },
  )
})
