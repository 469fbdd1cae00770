import { buildOwners } from 'engine'
import { expect, test } from 'vitest'
import { mayBeBlocked } from './may-be-blocked.ts'

const registered = buildOwners({
  organisations: [
    {
      ...{ id: 'q', role: 'provider', names: [], hosts: ['tateyama.hosted.example'], numbers: [] },
      ...{ domains: ['tateyama-tool.example'], ipAddresses: ['192.0.2.0/28'] },
      people: [{ names: [], addresses: ['tateyama.orders@gmail.com'] }],
    },
  ],
})

// biome-ignore format: a table is read by its columns.
test.each([
  ['domain',        'evil.test',                          true],
  ['domain',        'www.tateyama-tool.example',          false],
  ['domain',        'tateyama.hosted.example',            false],
  ['domain',        'slack.com',                          false],
  ['domain',        'github.io',                          false],
  ['domain',        'github.io.',                         false],
  // What a service gave one customer is cut off for itself.
  ['domain',        'evil.github.io.',                    true],
  ['url',           'https://evil.test/x',                true],
  ['url',           'https://slack.com/',                 false],
  ['url',           'https://slack.com/files/x',          true],
  // Footers of copied letters lead to the help of whom they copy; no attacker puts a page there.
  ['url',           'https://www.nanaco-net.jp/faq',      false],
  ['url',           'https://www.d-card.jp/st/abouts/',   false],
  ['url',           'https://nanaco-net.jp.evil.test/x',  true],
  ['url',           'https://pastebin.com/raw/x',         true],
  ['url',           'https://tateyama-tool.example/x',    false],
  ['url',           'https://192.0.2.7/x',                false],
  ['url',           'no link',                            false],
  ['ipv4',          '192.0.2.7',                          false],
  ['ipv4',          '198.51.100.7',                       true],
  // In the spellings of IPv6 that stand for IPv4.
  ['ipv6',          '::192.0.2.7',                        false],
  ['ipv6',          '64:ff9b:1::c000:207',                false],
  ['url',           'http://[::192.0.2.7]/x',             false],
  ['url',           'http://[64:ff9b:1::c000:207]/x',     false],
  // Senders of the large mail services, public resolvers, crawlers, delivery networks; published by their operators.
  ['ipv4',          '209.85.216.53',                      false],
  ['ipv4',          '40.107.22.5',                        false],
  ['ipv4',          '8.8.8.8',                            false],
  ['ipv4',          '8.8.4.4',                            false],
  ['ipv4',          '9.9.9.9',                            false],
  ['ipv4',          '66.249.66.1',                        false],
  ['ipv4',          '104.16.1.1',                         false],
  ['ipv6',          '2a01:111:f403:c112::5',              false],
  ['ipv6',          '2607:f8b0:4864:20::1',               false],
  ['ipv6',          '::ffff:8.8.8.8',                     false],
  ['url',           'http://8.8.8.8/',                    false],
  ['ipv6',          '2001:db8:9::5',                      true],
  // What is left of an address with a code in it.
  ['ipv6',          '2001:db8:9:1::/64',                  false],
  ['email-address', 'tateyamaorders@gmail.com',           false],
  ['email-address', 'tateyama.orders+x@gmail.com',        false],
  ['email-address', 'tateyama.orders@googlemail.com',     false],
  ['email-address', 'a@\u{ff54}ateyama-tool.example',     false],
  ['email-address', 'a@TATEYAMA-TOOL.example.',           false],
  ['domain',        '\u{ff54}ateyama-tool.example',       false],
  ['domain',        'tateyama\u3002hosted.example',       false],
  ['domain',        'tateyama-\u00adtool.example',        false],
  ['url',           'http://tateyama-tool.example./x',    false],
  // Senders whose names are borrowed: at these domains nobody opens a mailbox for himself.
  ['email-address', 'account-update@amazon.co.jp',        false],
  ['email-address', 'info@nenkin.go.jp',                  false],
  ['email-address', 'support@microsoft.com',              false],
  ['email-address', 'hotline@jpcert.or.jp',               false],
  ['email-address', 'no-reply@rakuten.co.jp',             false],
  ['domain',        'nenkin.go.jp',                       false],
  ['domain',        'city.mishima.shizuoka.jp',           false],
  ['domain',        'code.jquery.com',                    false],
  ['domain',        'nikkei.com',                         false],
  ['domain',        'evil.peraichi.com',                  true],
  ['email-address', 'pay@docomo.ne.jp',                   true],
  ['email-address', 'pay@evil.test',                      true],
  ['ipv4',          '10.1.2.3',                           false],
  ['email-address', 'boss@gmail.com',                     true],
  ['email-address', 'Tateyama.Orders@gmail.com',          false],
  ['email-address', 'a@tateyama-tool.example',            false],
] as const)('%s %s may be blocked: %s', (type, value, may) => {
  expect(mayBeBlocked({ type, value }, registered)).toBe(may)
})

test('a sender whose domain a mail only borrowed is on no list, though the same value is where it is the attacker’s', () => {
  const value = 'pay@borrowed.example'
  const type = 'email-address'
  expect(mayBeBlocked({ type, value, context: 'spoofed-from' }, registered)).toBe(false)
  expect(mayBeBlocked({ type, value, context: 'from' }, registered)).toBe(true)
})
