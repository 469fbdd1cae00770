import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { KNOWN_TRACES } from '../testing/known-traces.ts'
import { buildImitationIndex } from './find-imitated.ts'
import { buildNameIndex } from './match-names.ts'
import { isPrivateIp } from '../../is-private-ip.ts'
import { toUrlShape } from './url-shape.ts'

const imitated = buildImitationIndex(KNOWN_TRACES, new Map())
const names = buildNameIndex(KNOWN_TRACES)

describe('T11: domains that give a known organisation away', () => {
  test.each([
    ['kitaharna-seiki.test'],
    ['kitahama-seiki.co'],
    ['kitahamaseiki.test'],
    ['kitahama-seikii.test'],
    ['kitahama-seki.test'],
    ['kitahama-esiki.test'],
    ['kitahana-seiki.test'],
    ['k1tahama-seiki.test'],
    ['kitahama-seiki-example.test'],
    ['kitahama-seiki.example.evil.test'],
    ['secure-kitahama.test'],
    ['mail.kitahama-seiki-co.test'],
    ['xn--kitahm-seiki-gbb379i.test'],
    ['xn--kitahma-seiki-01k.test'],
  ])('%s', (domain) => {
    expect(imitated(domain)).toBe('org-kitahama')
  })
  test.each([['fjordell-purnps.test'], ['fj0rdell-pumps.test'], ['fjordel-pumps.example.net']])(
    '%s',
    (domain) => {
      expect(imitated(domain)).toBe('org-fjordell')
    },
  )
  test.each([['fjordell-purnps-co.example'], ['portal.fjordell-purnps-co.example']])(
    '%s, with letters that imitate and sound at once',
    (domain) => {
      expect(imitated(domain)).toBe('org-fjordell')
    },
  )
  test('a host below a look-alike that was found is that look-alike', () => {
    const known = buildImitationIndex({ organisations: [] }, new Map([['b-x.test', 'org-b']]))
    expect(known('a.portal.b-x.test')).toBe('org-b')
    expect(known('ab-x.test')).toBeUndefined()
  })
  test.each([
    ['mail-desk.test'],
    ['relay-drop.test'],
    ['task.test'],
    ['pumps.test'],
    ['login.invoice-view.test'],
  ])('%s gives nobody away', (domain) => {
    expect(imitated(domain)).toBeUndefined()
  })
})

const ADDRESS = 't.mori@kitahama-seiki.example'
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const ENCODINGS: Readonly<Record<string, string>> = {
  plain: ADDRESS,
  base64: base64(ADDRESS),
  'base64 without padding': base64(ADDRESS).replace(/=+$/u, ''),
  base64url: Buffer.from(ADDRESS).toString('base64url'),
  'base64 twice': base64(base64(ADDRESS)),
  'base64 reversed': [...base64(ADDRESS)].reverse().join(''),
  'base64 of utf-16': Buffer.from(ADDRESS, 'utf16le').toString('base64'),
  hex: Buffer.from(ADDRESS).toString('hex'),
  'hex in capitals': Buffer.from(ADDRESS).toString('hex').toUpperCase(),
  percent: [...ADDRESS].map((c) => `%${c.charCodeAt(0).toString(16)}`).join(''),
  'percent twice': [...ADDRESS].map((c) => `%25${c.charCodeAt(0).toString(16)}`).join(''),
  reversed: [...ADDRESS].reverse().join(''),
  deflate: deflateRawSync(Buffer.from(ADDRESS)).toString('base64url'),
  uuid: '9f31c0de-7b1c-4dc8-9c2f-0a5d8e7f1a11',
  number: '4711081500',
  'user name': 'kitahama-mori',
  kanji: encodeURIComponent('北浜精機'),
}
const PLACES: Readonly<Record<string, (token: string) => string>> = {
  path: (token) => `https://trap.test/a/${token}/b.html`,
  query: (token) => `https://trap.test/a?e=${token}`,
  'bare query': (token) => `https://trap.test/a?${token}`,
  fragment: (token) => `https://trap.test/a#${token}`,
  'user part': (token) => `https://${token.replace('@', '%40')}@trap.test/a`,
}

describe('T19 T20: no token of a recipient survives in a published link', () => {
  test.each(Object.entries(ENCODINGS))('%s', (_name, token) => {
    for (const place of Object.values(PLACES)) {
      const value = toUrlShape(place(token), names)?.value ?? ''
      expect(value).toMatch(/^https:\/\/trap\.test\/a/u)
      for (let at = 0; at + 6 <= token.length; at += 1) {
        expect(value).not.toContain(token.slice(at, at + 6))
      }
    }
  })

  test.each([
    ['https://trap.test/wp-content/invoice/index.php'],
    ['https://login.trap.test/owa/auth.html'],
    ['http://192.0.2.44:8080/a/b'],
    ['https://trap.test/2026/11/26/post.html'],
  ])('%s stays as it is', (url) => {
    expect(toUrlShape(url, names)).toMatchObject({ value: url, hasTokens: false })
  })

  test.each([
    ['https://trap.example/w/qzjxkvbwpmghqzjxkvbwpm', 'https://trap.example/w/{token}'],
    [
      'https://trap.example/2026/11/26/10/15/22/a',
      'https://trap.example/2026/11/{token}/{token}/{token}/{token}/a',
    ],
    ['https://trap.example/s/Xk29fQ7', 'https://trap.example/s/{token}'],
    ['https://trap.example/t/8f3a9c', 'https://trap.example/t/{token}'],
    ['https://trap.example/m6/c4ca42', 'https://trap.example/m6/{token}'],
    ['https://trap.example/c/731/pay', 'https://trap.example/c/{token}/pay'],
    ['https://trap.example/o/173.gif', 'https://trap.example/o/{token}.gif'],
    ['https://trap.example/v/S1ZD', 'https://trap.example/v/{token}'],
    ['https://trap.example/k/c3VkYQ', 'https://trap.example/k/{token}'],
    ['https://a91f.trap.example/pay', 'https://{token}.trap.example/pay'],
  ])('%s: a short token is one as well', (url, value) => {
    expect(toUrlShape(url, names)).toMatchObject({ value, hasTokens: true })
  })

  test.each([['https://qxkzt.co.jp/a'], ['https://qx-7f3a.pages.dev/login']])(
    '%s is what the attacker registered and stays',
    (url) => {
      expect(toUrlShape(url, names)).toMatchObject({ value: url, hasTokens: false })
    },
  )

  test('a subdomain made for one recipient is replaced', () => {
    const url = `https://${Buffer.from('t.mori').toString('hex')}.trap.test/`
    expect(toUrlShape(url, names)?.value).toBe('https://{token}.trap.test/')
  })
})

test.each([
  ['10.0.0.1', true],
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['100.64.0.1', true],
  ['198.51.100.1', false],
  ['fd00::1', true],
  ['fe80::1', true],
  ['2001:db8::1', false],
])('%s is private: %s', (address, expected) => {
  expect(isPrivateIp(address)).toBe(expected)
})
