import { describe, expect, test } from 'vitest'
import { draftFromFile, draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 26 Nov 2026 10:15:22 +0900'
const GATE = `Received: from out.pay-desk.test (out.pay-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id a for <mori@hoshimi-kiko.example>; ${DATE}`

const mail = (head: readonly string[], link = 'https://login.pay-desk.test/x') => [
  ...head,
  'From: Desk <desk@pay-desk.test>',
  'Subject: notice of payment',
  `Date: ${DATE}`,
  '',
  link,
]
const TO = 'To: mori@hoshimi-kiko.example'

describe('T02: who passed a mail on is of the receiving side', () => {
  test.each([
    [
      'a forwarder that rewrites the address for bounces',
      ['Return-Path: <SRS0=Ab1=CD=pay-desk.test=desk@fwd.mizuki-net.example>', GATE, TO],
    ],
    ['a mailing list that names itself', [GATE, TO, 'List-Id: <all.ml.mizuki-net.example>']],
    ['the owner of a list', [GATE, TO, 'Sender: all-owner@ml.mizuki-net.example']],
    [
      'a server that took it from the sender’s own, and bounces to itself',
      [
        'Return-Path: <mori@fwd.mizuki-net.example>',
        `Received: from fwd.mizuki-net.example (fwd.mizuki-net.example [192.0.2.77]) by mx.hoshimi-kiko.example with ESMTP; ${DATE}`,
        `Received: from out.pay-desk.test (out.pay-desk.test [198.51.100.23]) by fwd.mizuki-net.example with ESMTP; ${DATE}`,
        TO,
      ],
    ],
  ])('%s is asked about and left out', async (_who, head) => {
    const { values, asked } = await draftFromMail(mail(head))
    expect(values.join('\n')).not.toContain('mizuki')
    expect(values).toContain('email-address desk@pay-desk.test')
    const isIndicator = head.some((line) => /^(?:Return-Path|Sender)/u.test(line))
    expect(asked.includes('met-name mizuki-net.example')).toBe(isIndicator)
  })

  test.each([
    [
      'with the sender in a field of its own',
      ['X-Original-From: Desk <desk@pay-desk.test>', 'List-Post: <mailto:info@mizuki-net.example>'],
      'Desk via Info <info@mizuki-net.example>',
      TO,
    ],
    [
      'and to which the mail was sent',
      [
        'Reply-To: Desk <desk@pay-desk.test>',
        'List-Id: <info.mizuki-net.example>',
        'List-Post: <mailto:info@mizuki-net.example>',
        'Sender: info@mizuki-net.example',
      ],
      "'Desk' via Info <info@mizuki-net.example>",
      'To: info@mizuki-net.example',
    ],
  ])(
    'a mailing list that puts itself in the sender’s place, %s, is asked about and left out',
    async (_how, head, from, to) => {
      const lines = mail([GATE, to, ...head]).map((line) =>
        line.startsWith('From: ') ? `From: ${from}` : line,
      )
      const { values, asked } = await draftFromMail(lines)
      expect(values.join('\n')).not.toContain('mizuki')
      expect(values).toContain('email-address desk@pay-desk.test')
      expect(asked).toContain('met-name mizuki-net.example')
    },
  )

  const from = (sender: string, head: readonly string[]) =>
    mail([GATE, TO, ...head]).map((line) => (line.startsWith('From: ') ? `From: ${sender}` : line))

  test.each([
    ['with another author', 'desk@pay-desk.test', ['X-Original-From: x@innocent-shop.test']],
    ['with another sender', 'desk@pay-desk.test', ['X-Original-Sender: x@innocent-shop.test']],
    [
      'with a name of a list',
      'Support via Desk <desk@pay-desk.test>',
      ['List-Id: <x.pay-desk.test>'],
    ],
  ])(
    'a sender who makes himself a list, %s, is asked about, goes out, and publishes no innocent',
    async (_how, sender, head) => {
      const { values, asked } = await draftFromMail(from(sender, head))
      expect(values).toEqual(
        expect.arrayContaining([
          'email-address desk@pay-desk.test',
          'domain pay-desk.test',
          'url https://login.pay-desk.test/x',
          'ipv4 198.51.100.23',
        ]),
      )
      expect(values.join('\n')).not.toContain('innocent')
      expect(asked).toContain('met-name pay-desk.test')
    },
  )

  test('a sender who calls the domain of his link a first author’s has it published all the same', async () => {
    const lines = from('desk@mail-desk.test', ['X-Original-Sender: x@pay-desk.test'])
    const { values, asked } = await draftFromMail(lines)
    expect(values).toContain('url https://login.pay-desk.test/x')
    expect(asked).toContain('met-name pay-desk.test')
  })

  const OWN_LIST = [
    'X-Original-From: Mori <mori@mizuki-holdings.example>',
    'List-Id: <sec.hoshimi-kiko.example>',
  ]

  test('whoever the provider’s own list took out of From is asked about', async () => {
    const { asked } = await draftFromMail(
      from("'Mori' via Sec <sec@hoshimi-kiko.example>", OWN_LIST),
    )
    expect(asked).toContain('met-name mizuki-holdings.example')
  })

  test.each([true, false])(
    'whoever passes the attack on over the list stays inside (handed in as a forward: %j)',
    async (isForward) => {
      const lines = [
        ...["From: 'Mori' via Sec <sec@hoshimi-kiko.example>", 'To: sec@hoshimi-kiko.example'],
        ...[...OWN_LIST, 'Subject: Fw: notice of payment', `Date: ${DATE}`, 'MIME-Version: 1.0'],
        ...['Content-Type: multipart/mixed; boundary="b"', '', '--b', 'Content-Type: text/plain'],
        ...['', 'please check', '--b', 'Content-Type: message/rfc822', ''],
        ...[...mail([GATE, 'To: mori@mizuki-holdings.example']), '--b--', ''],
      ]
      const { values } = await draftFromFile(lines, { isForward })
      expect(values).toContain('email-address desk@pay-desk.test')
      expect(values.join('\n')).not.toContain('mizuki')
    },
  )

  test('a sender who writes "via" without a list is asked about as little as others', async () => {
    const lines = mail([GATE, TO]).map((line) =>
      line.startsWith('From: ') ? 'From: Files via Drop <drop@pay-desk.test>' : line,
    )
    const { values, asked } = await draftFromMail(lines)
    expect(values).toContain('email-address drop@pay-desk.test')
    expect(asked).toEqual([])
  })

  test('a sender’s own list is his', async () => {
    const head = ['Return-Path: <news-bounces@pay-desk.test>', GATE, TO]
    const { values, asked } = await draftFromMail(mail([...head, 'List-Id: <news.pay-desk.test>']))
    expect(values).toContain('domain pay-desk.test')
    expect(asked).toEqual([])
  })
})

describe('a sender among his own addressees', () => {
  test.each([
    ['hides his recipients', ['To: desk@pay-desk.test']],
    ['copies himself', [TO, 'Cc: desk@pay-desk.test']],
  ])('who %s is asked about and published unless a person says otherwise', async (_how, head) => {
    const { values, questions } = await draftFromMail(mail([GATE, ...head]))
    expect(values).toEqual(
      expect.arrayContaining([
        'email-address desk@pay-desk.test',
        'ipv4 198.51.100.23',
        'url https://login.pay-desk.test/x',
      ]),
    )
    const asked = questions.filter(({ value }) => value === 'pay-desk.test')
    expect(asked.map(({ proposed }) => proposed)).toEqual(['keep'])
  })

  test('with a colleague beside him he may be an employee: left out', async () => {
    const { questions } = await draftFromMail(
      mail([GATE, 'To: desk@pay-desk.test, b@pay-desk.test']),
    )
    const asked = questions.filter(({ value }) => value === 'pay-desk.test')
    expect(asked.map(({ proposed }) => proposed)).toEqual(['omit'])
  })
})

describe('the provider’s own hops', () => {
  const inside = (name: string, ip: string) =>
    `Received: from ${name} (${name} [${ip}]) by mbx.hoshimi-kiko.example with ESMTP id b; ${DATE}`
  const gate = GATE.replace('by mx.', 'by gw.')

  test('do not make the host that handed the mail over doubtful', async () => {
    const head = [inside('gw.hoshimi-kiko.example', '203.0.113.66'), gate, TO]
    const { values } = await draftFromMail(mail(head))
    expect(values).toContain('ipv4 198.51.100.23')
    expect(values.join('\n')).not.toContain('203.0.113.66')
  })

  test('count where nothing but their own greeting names them', async () => {
    const spoofed = `Received: from gw.hoshimi-kiko.example (unknown [192.0.2.9]) by mx.hoshimi-kiko.example with ESMTP id b; ${DATE}`
    const below = `Received: from a.other.test (a.other.test [198.51.100.23]) by b.other.test; ${DATE}`
    const { values } = await draftFromMail(mail([spoofed, below, TO]))
    expect(values.join('\n')).not.toMatch(/192\.0\.2\.9|198\.51/u)
  })
})
