import { expect, test } from 'vitest'
import { toIpBytes } from '../authentication/spf/ip-network.ts'
import { isEverybodysIp } from './is-everybodys-ip.ts'
import { EVERYBODYS_NETWORKS } from './networks.ts'

// As the operators publish them: SPF records, lists of crawlers, pages on resolvers and delivery networks.
test.each([
  ['209.85.216.53', true],
  ['40.107.22.5', true],
  ['54.240.8.1', true],
  ['8.8.8.8', true],
  ['9.9.9.9', true],
  ['1.1.1.1', true],
  ['66.249.66.1', true],
  ['151.101.1.69', true],
  ['2001:4860:4860::8888', true],
  ['2620:fe::fe', true],
  ['2a01:111:f400:7e1b::200', true],
  ['::ffff:8.8.8.8', true],
  ['64:ff9b::808:808', true],
  ['8.8.9.8', false],
  ['192.0.2.1', false],
  ['198.51.100.23', false],
  ['203.0.113.1', false],
  ['2001:db8::1', false],
  ['no address', false],
])('%s is everybody’s: %s', (ip, expected) => {
  expect(isEverybodysIp(ip)).toBe(expected)
})

test('every network of the table is written from its first address, and is no wider than what an operator holds', () => {
  const unfit = EVERYBODYS_NETWORKS.filter((written) => {
    const [address = '', width] = written.split('/', 2)
    const bytes = toIpBytes(address)
    if (bytes === undefined) return true
    const bits = width === undefined ? bytes.length * 8 : Number(width)
    const hasRest = bytes.some(
      (byte, at) => (byte & (0xff >> Math.min(8, Math.max(0, bits - at * 8)))) !== 0,
    )
    return hasRest || bits < (bytes.length === 4 ? 8 : 24)
  })
  expect(unfit).toEqual([])
  expect(new Set(EVERYBODYS_NETWORKS).size).toBe(EVERYBODYS_NETWORKS.length)
})
