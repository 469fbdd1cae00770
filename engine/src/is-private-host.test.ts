import { expect, test } from 'vitest'
import { isPrivateHost } from './is-private-host.ts'

// Reserved ranges from the registries of RFC 6890, names from RFC 6761, 6762, 8375 and ICANN's resolution on .internal.
test.each([
  ...[
    'localhost',
    'fileserver',
    'FILESERVER.',
    'nas.local',
    'intra.seiki.corp',
    'db.prod.internal',
  ],
  ...['router.home.arpa', 'wiki.lan', 'www.intranet', 'host.localdomain', 'app.localhost'],
  ...['10.20.30.40', '172.16.0.1', '172.31.255.254', '192.168.1.1', '127.0.0.1', '169.254.1.1'],
  ...['0.0.0.0', '100.64.0.1', '100.127.255.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...[
    '::1',
    '::',
    '0:0:0:0:0:0:0:1',
    'fd00::12',
    '[fd00::12]',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
  ],
  ...['::ffff:10.0.0.1', '::ffff:192.168.0.1'],
])('%s exists only inside a network', (host) => {
  expect(isPrivateHost(host)).toBe(true)
})

test.each([
  ...['shadow.example', 'local.example', 'corp.test', 'internal.relay-drop.test'],
  ...[
    '192.0.2.1',
    '198.51.100.7',
    '203.0.113.9',
    '172.32.0.1',
    '100.128.0.1',
    '11.0.0.1',
    '8.8.8.8',
  ],
  ...['2001:db8::1', '[2001:db8::1]', '::ffff:192.0.2.1', 'fcfc.example'],
])('%s may be anybody’s', (host) => {
  expect(isPrivateHost(host)).toBe(false)
})
