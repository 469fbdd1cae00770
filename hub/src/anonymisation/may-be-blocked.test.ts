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
  ['domain',        'evil.github.io.',                    false],
  ['url',           'https://evil.test/x',                true],
  ['url',           'https://slack.com/',                 false],
  ['url',           'https://slack.com/files/x',          true],
  ['url',           'https://tateyama-tool.example/x',    false],
  ['url',           'https://192.0.2.7/x',                false],
  ['url',           'no link',                            false],
  ['ipv4',          '192.0.2.7',                          false],
  ['ipv4',          '198.51.100.7',                       true],
  ['email-address', 'boss@gmail.com',                     true],
  ['email-address', 'Tateyama.Orders@gmail.com',          false],
  ['email-address', 'a@tateyama-tool.example',            false],
] as const)('%s %s may be blocked: %s', (type, value, may) => {
  expect(mayBeBlocked({ type, value }, registered)).toBe(may)
})
