import { expect, test } from 'vitest'
import { toQuestionId } from '../question.ts'
import { draftFromMail } from '../testing/draft-from-mail.ts'
import type { TraceOrganisation } from '../traces.ts'
import { toCodedIp } from './coded-ip.ts'
import { buildOwners } from './owners.ts'

test.each([
  ['2001:db8:bad:1:6b61:6e6e:616d:6976', '2001:db8:bad:1::/64'],
  ['2001:db8:bad:1:7375:6461::', '2001:db8:bad:1::/64'],
  ['2001:db8::f03c:91ff:fe00:1', '2001:db8:0:0::/64'],
])('of %s the network alone goes out', (ip, network) => {
  expect(toCodedIp(ip)?.network).toBe(network)
})

test.each(['2001:db8:bad::7', '2001:db8::', '2001:db8::1c2', '198.51.100.7', 'evil.test'])(
  '%s holds no code',
  (ip) => {
    expect(toCodedIp(ip)).toBeUndefined()
  },
)

test.each(['64:ff9b::c633:6407', '::c633:6407'])(
  '%s spells an address of version 4, and holds no code',
  (ip) => {
    expect(toCodedIp(ip)).toBeUndefined()
  },
)

test('nothing goes out by a network through which everybody is reached', async () => {
  const { values } = await draftFromMail([
    ...['From: Desk <desk@pay.evil.test>', 'To: suda@hoshimi-kiko.example'],
    ...['Subject: Please check your payment', ''],
    'Please look at http://[::6b61:6e6e:616d:6976]/login and http://[64:ff9b::c633:6407]/pay now.',
  ])
  expect(values.filter((value) => value.startsWith('ipv6 '))).toEqual(['ipv6 64:ff9b::c633:6407'])
  expect(values).toContain('url http://[64:ff9b::c633:6407]/pay')
})

test('a link there goes out by its network, the address with permission', async () => {
  const ip = '2001:db8:bad:1:6b61:6e6e:616d:6976'
  const draftOf = async (answer?: 'ask' | 'omit') => {
    const decisions = answer && { [toQuestionId('identifying-domain', ip)]: answer }
    const { indicators, asked } = await draftFromMail(
      [
        'From: Desk <desk@pay.evil.test>',
        'To: suda@hoshimi-kiko.example',
        'Subject: Please check your payment',
        '',
        `Please look at http://[${ip}]/login now.`,
      ],
      decisions && { decisions },
    )
    const values = indicators.filter(({ context }) => context === 'link').map(({ value }) => value)
    return { values, asked }
  }
  const { values, asked } = await draftOf()
  expect(values).toEqual(['2001:db8:bad:1::/64', 'http://[2001:db8:bad:1:{token}]/login'])
  expect(asked).toEqual([`identifying-domain ${ip}`])
  expect((await draftOf('ask')).values).toContain(ip)
  expect((await draftOf('omit')).values).toEqual([])
})

test('a network in which the provider has an address of its own goes out in no form', async () => {
  const link = 'http://[2001:db8:bad:1:6b61:6e6e:616d:6976]/login'
  const { values } = await draftFromMail(
    [
      'From: Desk <desk@pay.evil.test>',
      'To: suda@hoshimi-kiko.example',
      '',
      `Look at ${link} now.`,
    ],
    { provider: { ipAddresses: ['2001:db8:bad:1::25/128'] } },
  )
  expect(values.join()).not.toContain('2001:db8')
})

test.each([
  ['2001:db8:1:2::/64', 'q'],
  ['2001:db8:1::/48', 'q'],
  ['2001:db8:1:3::/64', undefined],
  ['198.51.100.0/24', 'q'],
  ['198.51.101.0/24', undefined],
  ['2001:db8:1:2::7/x', undefined],
])('%s holds what is registered: %s', (network, owner) => {
  const organisation: TraceOrganisation = {
    ...{ id: 'q', role: 'provider', names: [], domains: [], people: [], hosts: [], numbers: [] },
    ipAddresses: ['2001:db8:1:2::25/128', '198.51.100.64/28'],
  }
  expect(buildOwners({ organisations: [organisation] }).ofIp(network)).toBe(owner)
})
