import { expect, test } from 'vitest'
import { KNOWN_TRACES } from '../testing/known-traces.ts'
import { findTraces } from './find-traces.ts'

const find = (text: string) =>
  findTraces([{ format: 'text', bytes: Buffer.from(text) }], KNOWN_TRACES).map(({ trace }) => trace)

// printf t.mori@kitahama-seiki.example | md5sum, sha256sum, md5sum | xxd -r -p | base32, sha1sum | xxd -r -p | base64
test.each([
  ['MD5', 'https://6c6e467d50af351b95caef63952e1d6f.web.app/login'],
  ['the same in capitals', 'logo-6C6E467D50AF351B95CAEF63952E1D6F.png'],
  ['SHA-256', 'sha256 b9ce7075311aa62773909af8112151e540ffcf4b10514ae22e3a200fde500849'],
  ['MD5 in Base32', 'nrxem7kqv42rxfok55rzklq5n4.pages.dev'],
  ['SHA-1 in Base64', 'id=1nbxmobbUteepJAaWWNGE07xZ2I'],
])('a digest of an address is found: %s', (_name, text) => {
  expect(find(text)).toContain('t.mori@kitahama-seiki.example')
})

test('a digest of anything else is nobody’s', () => {
  expect(find('https://1d12c3ced148d4d1d83463aba6993f65.web.app/login')).toEqual([])
})

test.each([
  'http://[2001:db8:bad:1:6b69:7461:6861:6d61]/login',
  '2001:db8:bad:1:6b69:7461:6861:6d61',
])('the letters of a name as groups of an IPv6 address are found: %s', (text) => {
  expect(find(text)).not.toEqual([])
})
