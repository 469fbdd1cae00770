import { expect, test } from 'vitest'
import { KNOWN_TRACES } from '../testing/known-traces.ts'
import { checkTraces, type OutgoingBytes } from './find-traces.ts'

const clean: OutgoingBytes = { format: 'mail', bytes: Buffer.from('A mail asked for money.') }
const naming: OutgoingBytes = {
  format: 'mail',
  bytes: Buffer.from('北浜精機 was asked for money.'),
}

test('bytes found clean are clean again, and those that name somebody are refused again', () => {
  const first = checkTraces([clean, naming], KNOWN_TRACES)
  expect(first.leaks).not.toEqual([])
  expect(checkTraces([clean, naming], KNOWN_TRACES)).toEqual(first)
})

test('what was permitted once is refused without the permission', () => {
  const permitted = ['北浜精機']
  expect(checkTraces([naming], KNOWN_TRACES, { permitted }).leaks).toEqual([])
  expect(checkTraces([naming], KNOWN_TRACES).leaks).not.toEqual([])
})

test('bytes clean of some providers are searched anew for others', () => {
  const [provider] = KNOWN_TRACES.organisations
  const others = provider === undefined ? [] : [{ ...provider, hosts: ['asked-for-money'] }]
  const hosts = { format: 'mail', bytes: Buffer.from('It came from asked-for-money.') }
  expect(checkTraces([hosts], KNOWN_TRACES).leaks).toEqual([])
  expect(checkTraces([hosts], { organisations: others }).leaks).not.toEqual([])
})

test('known bytes use up what may be read as they did the first time', () => {
  checkTraces([clean], KNOWN_TRACES)
  const { leaks } = checkTraces([clean], KNOWN_TRACES, { lettersMax: 10 })
  expect(leaks).toMatchObject([{ how: 'too large to be read to its end' }])
})
