import { describe, expect, test } from 'vitest'
import { draftFromMail } from '../anonymise/testing/draft-from-mail.ts'
import { findEmbeddedIp } from './find-embedded-ip.ts'
import { isEverybodysDomain } from './is-everybodys-domain.ts'

// Forms as nip.io and sslip.io document them.
test.each([
  ['198.51.100.97.nip.io', '198.51.100.97', '198.51.100.97.nip.io'],
  ['evil.198.51.100.97.nip.io', '198.51.100.97', '198.51.100.97.nip.io'],
  ['198-51-100-96.sslip.io', '198.51.100.96', '198-51-100-96.sslip.io'],
  ['app-198-51-100-96.nip.io', '198.51.100.96', '198-51-100-96.nip.io'],
  ['www.198-51-100-96.prod.sslip.io', '198.51.100.96', '198-51-100-96.sslip.io'],
  ['198-51-100-96-k7x2q9mz.sslip.io', '198.51.100.96', '198-51-100-96.sslip.io'],
  ['198.51.100.97.k7x2q9mz.sslip.io', '198.51.100.97', '198.51.100.97.sslip.io'],
  ['c6336460.nip.io', '198.51.100.96', 'c6336460.nip.io'],
  ['login-c6336460.nip.io', '198.51.100.96', 'c6336460.nip.io'],
  // How Windows lets an address of version 6 stand in a share.
  ['2001-db8--7.ipv6-literal.net', '2001:db8::7', '2001-db8--7.ipv6-literal.net'],
  ['2001-db8--7.sslip.io', '2001:db8::7', '2001-db8--7.sslip.io'],
])('%s leads to %s', (name, ip, host) => {
  expect(findEmbeddedIp(name)).toMatchObject({ ip, host })
})

test.each([
  'nip.io',
  'www.nip.io',
  '999.51.100.97.nip.io',
  'facade.nip.io',
  '198.51.100.97.evil.test',
  'evilnip.io',
])('%s leads to no address', (name) => {
  expect(findEmbeddedIp(name)).toBeUndefined()
})

test('the service is everybody’s, a name with an address is not', () => {
  expect(['nip.io', 'sslip.io', 'www.nip.io'].filter(isEverybodysDomain)).toHaveLength(3)
  expect(isEverybodysDomain('evil.198.51.100.97.nip.io')).toBe(false)
})

describe('in a draft', () => {
  const mail = (link: string) => [
    'From: Desk <desk@pay.evil.test>',
    'To: suda@hoshimi-kiko.example',
    'Subject: Please check your payment',
    '',
    `Please look at ${link} now.`,
  ]
  const atLinks = async (link: string) => {
    const { indicators } = await draftFromMail(mail(link), {
      provider: { ipAddresses: ['203.0.113.0/28'] },
    })
    return indicators.filter(({ context }) => context === 'link').map(({ value }) => value)
  }

  test.each([
    ['http://evil.198.51.100.97.nip.io/a', ['198.51.100.97', 'http://evil.198.51.100.97.nip.io/a']],
    [
      'https://198-51-100-96.sslip.io/login',
      ['198.51.100.96', 'https://198-51-100-96.sslip.io/login'],
    ],
    // What stands before the address is a code as before any other name.
    [
      'https://x7qz9k2v.198-51-100-96.sslip.io/login',
      ['198.51.100.96', 'https://{token}.198-51-100-96.sslip.io/login'],
    ],
    // The services read the address wherever it stands, and behind it a code does as well (T19).
    [
      'https://198-51-100-96-k7x2q9mz.sslip.io/login',
      ['198.51.100.96', 'https://{token}.198-51-100-96.sslip.io/login'],
    ],
    [
      'https://www.198.51.100.96.k7x2q9mz.sslip.io:8443/login',
      ['198.51.100.96', 'https://www.{token}.198.51.100.96.sslip.io:8443/login'],
    ],
    // Of an address of version 6 half is the sender's to write into, whatever stands before it.
    [
      'https://k7x2q9mz.2001-db8-bad-1-6b61-6e6e-616d-6976.sslip.io/',
      ['2001:db8:bad:1::/64', 'https://[2001:db8:bad:1:{token}]/'],
    ],
  ])('%s goes out as its address', async (link, values) => {
    expect(await atLinks(link)).toEqual(values)
  })

  test.each(['http://10.0.0.7.nip.io/wiki', 'http://vpn.203-0-113-5.sslip.io/portal'])(
    '%s is somebody’s own',
    async (link) => {
      expect(await atLinks(link)).toEqual([])
    },
  )
})
