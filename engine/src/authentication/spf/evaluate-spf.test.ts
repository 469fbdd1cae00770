import { spf } from 'mailauth/lib/spf/index.js'
import { expect, test } from 'vitest'
import type { DnsRecord, Knowledge } from '../../knowledge.ts'
import { evaluateSpf } from './evaluate-spf.ts'
import { expandMacros } from './expand-macros.ts'
import { isInNetwork, toIpBytes } from './ip-network.ts'

const VALUES = {
  sender: 'strong-bad@email.example.com',
  domain: 'email.example.com',
  helo: 'mx.example.org',
  ip: [192, 0, 2, 3],
}

// The examples of RFC 7208 §7.4.
test.each([
  ['%{s}', 'strong-bad@email.example.com'],
  ['%{o}', 'email.example.com'],
  ['%{d}', 'email.example.com'],
  ['%{d4}', 'email.example.com'],
  ['%{d3}', 'email.example.com'],
  ['%{d2}', 'example.com'],
  ['%{d1}', 'com'],
  ['%{dr}', 'com.example.email'],
  ['%{d2r}', 'example.email'],
  ['%{l}', 'strong-bad'],
  ['%{l-}', 'strong.bad'],
  ['%{lr}', 'strong-bad'],
  ['%{lr-}', 'bad.strong'],
  ['%{l1r-}', 'strong'],
  ['%{ir}.%{v}._spf.%{d2}', '3.2.0.192.in-addr._spf.example.com'],
  ['%{lr-}.lp._spf.%{d2}', 'bad.strong.lp._spf.example.com'],
  ['%{d2}.trusted-domains.example.net', 'example.com.trusted-domains.example.net'],
  ['%{x}', undefined],
  ['%{d', undefined],
  ['100%', undefined],
])('the macro %s stands for %s', (text, expected) =>
  expect(expandMacros(text, VALUES)).toBe(expected),
)

test('an IPv6 address is spelled in nibbles (RFC 7208 §7.4)', () =>
  expect(
    expandMacros('%{ir}.%{v}._spf.%{d2}', { ...VALUES, ip: toIpBytes('2001:db8::cb01') ?? [] }),
  ).toBe('1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com'))

test.each([
  ['192.0.2.7', '192.0.2.0', 24, true],
  ['192.0.3.7', '192.0.2.0', 24, false],
  ['192.0.3.7', '192.0.2.0', 23, true],
  ['203.0.113.1', '0.0.0.0', 0, true],
  ['2001:db8::1', '2001:db8::', 32, true],
  ['2001:db9::1', '2001:db8::', 32, false],
  ['::ffff:192.0.2.7', '192.0.2.7', 32, true],
  ['192.0.2.7', '2001:db8::', 0, false],
])('%s in %s/%d: %s', (ip, network, bits, expected) =>
  expect(isInNetwork(toIpBytes(ip) ?? [], toIpBytes(network) ?? [], bits)).toBe(expected),
)

const txt = (name: string, ...values: string[]): DnsRecord => ({ name, type: 'TXT', values })
const ten = Array.from({ length: 11 }, (_, at) =>
  txt(`l${at}.example`, `v=spf1 include:l${at + 1}.example -all`),
)

const ZONE: readonly DnsRecord[] = [
  txt('plain.example', 'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all'),
  txt('soft.example', 'v=spf1 ~all'),
  txt('neutral.example', 'v=spf1 ip4:203.0.113.1'),
  txt('nothing.example'),
  txt('other.example', 'some other text'),
  txt('twice.example', 'v=spf1 -all', 'v=spf1 +all'),
  txt('broken.example', 'v=spf1 ipv4:192.0.2.7 -all'),
  txt('hosts.example', 'v=spf1 a mx/28 -all'),
  { name: 'hosts.example', type: 'A', values: ['203.0.113.9'] },
  { name: 'hosts.example', type: 'MX', values: ['10 mx.hosts.example'] },
  { name: 'mx.hosts.example', type: 'A', values: ['192.0.2.1'] },
  txt('includes.example', 'v=spf1 include:soft.example include:plain.example -all'),
  txt('lost.example', 'v=spf1 include:nothing.example -all'),
  txt('redirects.example', 'v=spf1 redirect=plain.example'),
  txt('redirects-away.example', 'v=spf1 redirect=nothing.example'),
  txt('macro.example', 'v=spf1 exists:%{i}._spf.%{d} -all'),
  { name: '192.0.2.7._spf.macro.example', type: 'A', values: ['127.0.0.2'] },
  txt('slash.example', 'v=spf1 exists:%{l/}.%{d} -all'),
  { name: 'u.slash.example', type: 'A', values: [] },
  { name: 'slash.example', type: 'A', values: ['203.0.113.9'] },
  txt('two-ways.example', 'v=spf1 redirect=plain.example redirect=soft.example'),
  txt('wide.example', 'v=spf1 ip4:192.0.2.0/33 -all'),
  txt('mixed.example', 'v=spf1 ip6:192.0.2.7 -all'),
  txt('l11.example', 'v=spf1 -all'),
  ...ten,
]

// Our verdict, and mailauth's over the same zone.
test.each([
  ['192.0.2.7', 'plain.example', 'pass'],
  ['2001:db8::5', 'plain.example', 'pass'],
  ['198.51.100.1', 'plain.example', 'fail'],
  ['192.0.2.7', 'soft.example', 'softfail'],
  ['192.0.2.7', 'neutral.example', 'neutral'],
  ['192.0.2.7', 'nothing.example', 'none'],
  ['192.0.2.7', 'other.example', 'none'],
  ['192.0.2.7', 'twice.example', 'permerror'],
  ['192.0.2.7', 'broken.example', 'permerror'],
  ['203.0.113.9', 'hosts.example', 'pass'],
  ['192.0.2.14', 'hosts.example', 'pass'],
  ['192.0.2.17', 'hosts.example', 'fail'],
  ['192.0.2.7', 'includes.example', 'pass'],
  ['198.51.100.1', 'includes.example', 'fail'],
  ['192.0.2.7', 'lost.example', 'permerror'],
  ['192.0.2.7', 'redirects.example', 'pass'],
  ['192.0.2.7', 'redirects-away.example', 'permerror'],
  ['192.0.2.7', 'macro.example', 'pass'],
  ['192.0.2.7', 'l0.example', 'permerror'],
  ['192.0.2.7', 'l2.example', 'fail'],
])('%s for %s: %s', async (ip, domain, expected) => {
  const knowledge: Knowledge = { dnsRecords: ZONE }
  expect(evaluateSpf({ ip, sender: `u@${domain}`, helo: 'h.example' }, knowledge)).toBe(expected)
  const { status } = await spf({ sender: `u@${domain}`, ip, helo: 'h.example', resolver: resolve })
  expect(status.result).toBe(expected)
})

// What mailauth passes over and the standard calls a syntax error (RFC 7208 §5.6, §6, §7.1).
test.each([
  ['slash.example', 'fail'],
  ['two-ways.example', 'permerror'],
  ['wide.example', 'permerror'],
  ['mixed.example', 'permerror'],
])('%s: %s by the letter', (domain, expected) =>
  expect(
    evaluateSpf(
      { ip: '192.0.2.7', sender: `u@${domain}`, helo: 'h.example' },
      { dnsRecords: ZONE },
    ),
  ).toBe(expected),
)

async function resolve(name: string, type: string): Promise<string[][] | string[]> {
  const values = ZONE.find((one) => one.name === name && one.type === type)?.values ?? []
  if (values.length === 0) throw Object.assign(new Error('no data'), { code: 'ENODATA' })
  if (type === 'TXT') return values.map((value) => [value])
  if (type !== 'MX') return [...values]
  return values.map((value) => ({
    priority: 10,
    exchange: value.split(' ')[1],
  })) as unknown as string[]
}

test('an answer that nobody recorded makes no verdict', () => {
  const ask = (records: readonly DnsRecord[]) =>
    evaluateSpf(
      { ip: '192.0.2.7', sender: 'u@a.example', helo: 'h.example' },
      { dnsRecords: records },
    )
  expect(ask([])).toBeUndefined()
  expect(ask([txt('a.example', 'v=spf1 include:b.example -all')])).toBeUndefined()
  // What decides before the gap stands.
  expect(ask([txt('a.example', 'v=spf1 ip4:192.0.2.7 include:b.example -all')])).toBe('pass')
})
