import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMails } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const mail = (received: readonly string[], body = 'hello') => [
  ...received.map((field) => `Received: ${field}; ${DATE}`),
  'From: a@parcel-desk.test',
  'To: mori@hoshimi-kiko.example',
  'Subject: notice of delivery',
  `Date: ${DATE}`,
  '',
  body,
]
const ATTACKERS = 'from out.parcel-desk.test ([198.51.100.23])'
const TWO_HOPS = [
  'from gw7.akagane-asp.example ([203.0.113.77]) by mx.hoshimi-kiko.example',
  `${ATTACKERS} by gw7.akagane-asp.example`,
]
const LAST_HOP = ['from gw7.akagane-asp.example ([203.0.113.77]) by mx.hoshimi-kiko.example']

describe('T02: a host that was left out as the receiving side’s stays inside', () => {
  test.each([
    ['as the only hop of a copy that was cut', mail(LAST_HOP)],
    ['as a link', mail([`${ATTACKERS} by mx.hoshimi-kiko.example`], 'http://203.0.113.77/login')],
    ['as a number', mail([`${ATTACKERS} by mx.hoshimi-kiko.example`], 'http://3405803853/login')],
    [
      'in the name of a host',
      mail([`${ATTACKERS} by mx.hoshimi-kiko.example`], 'https://203-0-113-77.sslip.io/login'),
    ],
  ])('%s, whichever mail came first', async (_name, other) => {
    for (const mails of [
      [mail(TWO_HOPS), other],
      [other, mail(TWO_HOPS)],
    ]) {
      const { values, asked } = await draftFromMails(mails)
      expect(asked).toContain('sending-host 203.0.113.77')
      expect(values.join('\n')).not.toMatch(/203[.-]0[.-]113[.-]77|3405803853/u)
    }
  })

  const SIXTH = (ip: string) => [
    `from gw7.akagane-asp.example ([${ip}]) by mx.hoshimi-kiko.example`,
    `${ATTACKERS} by gw7.akagane-asp.example`,
  ]
  const replyTo = (address: string) =>
    mail([`${ATTACKERS} by mx.hoshimi-kiko.example`]).map((line) =>
      line.startsWith('To:') ? `${line}\r\nReply-To: ${address}` : line,
    )
  test.each([
    ['in a mailbox', mail(TWO_HOPS), replyTo('desk@[203.0.113.77]'), '203.0.113.77'],
    ['in a name in a mailbox', mail(TWO_HOPS), replyTo('desk@203-0-113-77.sslip.io'), '113-77'],
    [
      'written at length',
      mail(SIXTH('2001:db8:7:1::77')),
      mail(['from gw7.akagane-asp.example ([2001:db8:7:1:0:0:0:77]) by mx.hoshimi-kiko.example']),
      '2001:db8:7:1',
    ],
    [
      'as the network of an address that holds a code',
      mail(SIXTH('2001:db8:7:1:4c6f:7265:6d49:7073')),
      mail(
        [
          'from gw7.akagane-asp.example ([2001:db8:7:1:4c6f:7265:6d49:7073]) by mx.hoshimi-kiko.example',
        ],
        'http://[2001:db8:7:1:4c6f:7265:6d49:7073]/login',
      ),
      '2001:db8:7:1',
    ],
  ])('%s', async (_name, first, other, kept) => {
    const { values } = await draftFromMails([first, other])
    expect(values.join('\n')).not.toContain(kept)
  })

  test('and goes out everywhere once a person says that it is the attacker’s', async () => {
    const mails = [mail(TWO_HOPS), mail(LAST_HOP, 'http://203.0.113.77/login')]
    const first = await draftFromMails(mails)
    const decisions = Object.fromEntries(
      first.questions.map(({ questionId }) => [questionId, 'keep' as const]),
    )
    const { values } = await draftFromMails(mails, { decisions })
    expect(values).toContain('ipv4 203.0.113.77')
    expect(values).toContain('url http://203.0.113.77/login')
  })
})

describe('T02: what only shares a network of version 6 with a host that was left out', () => {
  const LURE = 'http://[2001:db8:77:1::99]/login'
  const FORGED = mail(
    [
      `${ATTACKERS} by mx.hoshimi-kiko.example`,
      'from gw.akagane-asp.example ([2001:db8:77:1::10]) by out.parcel-desk.test',
    ],
    LURE,
  )
  const toIds = (value: string) => toQuestionId('sending-host', value)

  test('is asked about by its own address: a sender writes whatever hops he likes', async () => {
    const { values, questions } = await draftFromMails([FORGED])
    expect(values.join('\n')).not.toContain('2001:db8:77:1::99')
    const asked = questions.find(({ value }) => value === '2001:db8:77:1::99')
    expect(asked?.say.en).toContain('one network')
    const decisions = { [toIds('2001:db8:77:1::99')]: 'keep' } as const
    const kept = await draftFromMails([FORGED], { decisions })
    expect(kept.values).toContain(`url ${LURE}`)
    expect(kept.values).toContain('ipv6 2001:db8:77:1::99')
    expect(kept.values).not.toContain('ipv6 2001:db8:77:1::10')
  })

  test('stays out no longer than its own answer says', async () => {
    const mails = [
      mail(
        [
          'from gw.akagane-asp.example ([2001:db8:77:1::10]) by mx.hoshimi-kiko.example',
          'from out.parcel-desk.test ([2001:db8:77:1::25]) by gw.akagane-asp.example',
        ],
        'http://[2001:db8:77:1::25]/login',
      ),
    ]
    const decisions = { [toIds('2001:db8:77:1::25')]: 'keep' } as const
    const { values } = await draftFromMails(mails, { decisions })
    expect(values).toContain('ipv6 2001:db8:77:1::25')
    expect(values).toContain('url http://[2001:db8:77:1::25]/login')
    expect(values).not.toContain('ipv6 2001:db8:77:1::10')
  })
})

test.each(['[2002:cb00:714d::1]', '[64:ff9b::203.0.113.77]', '[::cb00:714d]'])(
  'T02: %s only spells an address of version 4 that was left out',
  async (host) => {
    const { values, asked } = await draftFromMails([mail(TWO_HOPS, `http://${host}/x`)])
    expect(asked).toContain('sending-host 203.0.113.77')
    expect(values.filter((value) => /^(?:url|ipv6) /u.test(value))).toEqual([])
  },
)

test('T21: a gateway’s site that was left out where it leads on stays inside where it does not', async () => {
  const { values, asked } = await draftFromMails([
    mail(
      [`${ATTACKERS} by mx.hoshimi-kiko.example`],
      'https://urlcheck.akagane-sec.example/?u=https%3A%2F%2Flogin.parcel-desk.test%2Fsignin',
    ),
    mail(
      [`${ATTACKERS} by mx.hoshimi-kiko.example`],
      'https://help.akagane-sec.example/about https://login.parcel-desk.test/signin',
    ),
  ])
  expect(asked).toContain('rewriting-place akagane-sec.example')
  expect(values.join('\n')).not.toContain('akagane-sec')
  expect(values).toContain('url https://login.parcel-desk.test/signin')
})

test('a link that a conversation quotes stays published where the attacker wrote it', async () => {
  const hop = [`${ATTACKERS} by mx.hoshimi-kiko.example`]
  const { values } = await draftFromMails([
    mail(hop, 'https://login.parcel-pay.test/signin'),
    mail(hop, 'Please hurry.\n\nOn Wed, Mori wrote:\n> https://login.parcel-pay.test/signin\n'),
  ])
  expect(values).toContain('url https://login.parcel-pay.test/signin')
})
