import { expect, test } from 'vitest'
import { isInSpan, toAddress, toSpan } from './check/known-networks.ts'
import { belongsTo } from './redact/own-network.ts'

// Two readings of the same, written apart: redactor and checker must agree, and with the standards.
test.each([
  ['203.0.113.25', '203.0.113.25', true],
  ['203.0.113.26', '203.0.113.25', false],
  ['203.0.113.200', '203.0.113.0/24', true],
  ['203.0.114.1', '203.0.113.0/24', false],
  ['198.51.100.130', '198.51.100.128/26', true],
  ['198.51.100.127', '198.51.100.128/26', false],
  ['2001:db8::25', '2001:db8::25', true],
  ['2001:DB8:0:0:0:0:0:25', '2001:db8::25', true],
  // Privacy addresses (RFC 8981) change every day within the 64 bits of a site.
  ['2001:db8::dead:beef', '2001:db8::25', true],
  ['2001:db8:0:1::25', '2001:db8::25', false],
  ['2001:db8:7:1::25', '2001:db8:7::/48', true],
  ['2001:db8:8:1::25', '2001:db8:7::/48', false],
  // The same machine in three spellings of IPv6: mapped, 6to4, NAT64.
  ['::ffff:203.0.113.25', '203.0.113.0/24', true],
  ['2002:cb00:7119::1', '203.0.113.0/24', true],
  ['64:ff9b::cb00:7119', '203.0.113.0/24', true],
  ['2002:cb00:7219::1', '203.0.113.0/24', false],
  // Compatible, translated, and NAT64 with a prefix of its own of 96, 48 and 64 bits.
  ['::203.0.113.25', '203.0.113.0/24', true],
  ['::ffff:0:203.0.113.25', '203.0.113.0/24', true],
  ['64:ff9b:1::cb00:7119', '203.0.113.0/24', true],
  ['64:ff9b:1:cb00:71:1900::', '203.0.113.0/24', true],
  ['64:ff9b:1:0:cb:71:1900:0', '203.0.113.0/24', true],
  ['64:ff9b:2::cb00:7119', '203.0.113.0/24', false],
  ['203.0.113.999', '203.0.113.0/24', false],
  ['nonsense', '203.0.113.0/24', false],
  ['203.0.113.25', 'nonsense', false],
  ['203.0.113.25', '203.0.113.0/99', false],
])('%s in %s: %s', (ip, network, expected) => {
  expect(belongsTo(ip, network)).toBe(expected)
  const span = toSpan(network)
  const address = toAddress(ip)
  const isFound = span !== undefined && address !== undefined && isInSpan(address, span)
  expect(isFound).toBe(expected)
})
