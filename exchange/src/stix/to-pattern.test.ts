import { expect, test } from 'vitest'
import { toPattern } from './to-pattern.ts'

// STIX 2.1 §9.6.1: ISSUBSET holds for an address in a network.
test.each([
  ['2001:db8:bad::7', false, "[ipv6-addr:value = '2001:db8:bad::7']"],
  ['2001:db8:bad:1::/64', true, "[ipv6-addr:value ISSUBSET '2001:db8:bad:1::/64']"],
])('%s', (value, isPattern, pattern) => {
  const one = { type: 'ipv6', context: 'link', value } as const
  expect(toPattern({ ...one, ...(isPattern ? { isPattern } : {}) })).toBe(pattern)
})
