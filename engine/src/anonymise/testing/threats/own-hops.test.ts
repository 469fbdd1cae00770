import { expect, test } from 'vitest'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const draft = (received: readonly string[], body = 'hello', ipAddresses: readonly string[] = []) =>
  draftFromMail(
    [
      ...received.map((field) => `Received: ${field}; ${DATE}`),
      'From: a@parcel-desk.test',
      'To: mori@hoshimi-kiko.example',
      'Subject: notice of delivery',
      `Date: ${DATE}`,
      '',
      body,
    ],
    { provider: { ipAddresses } },
  )

test.each([
  [
    'its field stands above one without an address',
    [
      'from exch7.akagane-works.example (unknown [203.0.113.5]) by mbx2.akagane-int.example (10.2.3.4) with ESMTP id 77',
      'from unknown by exch7.akagane-works.example with SMTP',
    ],
  ],
  [
    'its name is the provider’s',
    ['from exch7.hoshimi-kiko.example (unknown [203.0.113.5]) by mbx2.akagane-int.example'],
  ],
  [
    'its name is of the domain that the receiving server has',
    ['from exch7.akagane-int.example (unknown [203.0.113.5]) by mbx2.akagane-int.example'],
  ],
])('T02: the only public hop is asked about where %s', async (_name, received) => {
  const { values, asked } = await draft(received)
  expect(values.join('\n')).not.toContain('203.0.113.5')
  expect(asked).toContain('sending-host 203.0.113.5')
})

test('the host that handed the mail over, with nothing below, is published unasked', async () => {
  const { values, asked } = await draft([
    'from mx.hoshimi-kiko.example (mx.hoshimi-kiko.example [10.2.3.4]) by mbx.hoshimi-kiko.example',
    'from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example',
  ])
  expect(values).toContain('ipv4 198.51.100.23')
  expect(asked).toEqual([])
})

test.each([
  ['http://203.0.113.7/owa/auth'],
  ['http://3405803783/owa/auth'],
  ['http://[2001:db8:77:9::25]/vpn'],
])('T02: %s, beside addresses of the provider, is asked about and left out', async (link) => {
  const { values, asked } = await draft(
    ['from out.parcel-desk.test ([198.51.100.23]) by mx.hoshimi-kiko.example'],
    `${link} and http://198.51.100.77/login`,
    ['203.0.113.70', '2001:db8:77:1::9'],
  )
  expect(values.filter((one) => /203\.0|2001:db8|340580/u.test(one))).toEqual([])
  expect(values).toContain('url http://198.51.100.77/login')
  expect(asked).toHaveLength(1)
})

test('a mail that invents more hops than one can come by is asked about once, and says so in full', async () => {
  const hosts = Array.from({ length: 60 }, (_, at) => `203.0.113.${at + 1}`)
  const gateway =
    'from gw.hoshimi-kiko.example (gw.hoshimi-kiko.example [198.51.100.9]) by mbx.hoshimi-kiko.example'
  const { values, asked } = await draft([
    gateway,
    ...hosts.map(
      (ip, at) =>
        `from h${at}.parcel-desk.test (h${at}.parcel-desk.test [${ip}]) by m${at}.akagane-int.example`,
    ),
  ])
  expect(values.filter((one) => one.startsWith('ipv4'))).toEqual([])
  const together = asked.find((question) => question.includes(hosts[0] ?? '?'))
  for (const ip of hosts) expect(together?.split(' ')).toContain(ip)
  // What may be the receiving side's own is answered by itself.
  expect(together).not.toContain('198.51.100.9')
  expect(asked.filter((question) => question !== together)).toEqual(['sending-host 198.51.100.9'])
})
