import { expect, test } from 'vitest'
import { findAddress } from './find-address.ts'

// 198.51.100.7 is the caller, 192.0.2.x are proxies of the hub, 203.0.113.9 is what a caller writes to seem another.
// biome-ignore format: a table is read by its columns.
test.each([
  // peer          X-Forwarded-For                              own proxies   the caller
  ['198.51.100.7', undefined,                                   0,            '198.51.100.7'],
  ['198.51.100.7', '203.0.113.9',                               0,            '198.51.100.7'],
  ['192.0.2.1',    '198.51.100.7',                              1,            '198.51.100.7'],
  ['192.0.2.1',    '203.0.113.9, 198.51.100.7',                 1,            '198.51.100.7'],
  ['192.0.2.1',    '203.0.113.9,203.0.113.9 , 198.51.100.7',    1,            '198.51.100.7'],
  ['192.0.2.1',    '203.0.113.9, 198.51.100.7, 192.0.2.2',      2,            '198.51.100.7'],
  ['192.0.2.1',    '198.51.100.7',                              2,            '192.0.2.1'],
  ['192.0.2.1',    undefined,                                   1,            '192.0.2.1'],
  ['192.0.2.1',    '',                                          1,            '192.0.2.1'],
  [undefined,      undefined,                                   0,            'unknown'],
] as const)('from %s with %j and %i proxies', (peer, forwardedFor, proxies, caller) => {
  expect(findAddress(peer, forwardedFor, proxies)).toBe(caller)
})
