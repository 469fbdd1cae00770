import { describe, expect, test } from 'vitest'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 26 Nov 2026 10:15:22 +0900'
const SUBJECT = 'Re: pump renewal at the third plant'
const QUOTE = [
  '',
  '-----Original Message-----',
  'From: Mori <mori@hoshimi-kiko.example>',
  'Sent: Friday, November 20, 2026 10:00 AM',
  'To: Partner <taro@tanigawa-chuzo.example>',
  'Subject: pump renewal at the third plant',
  '',
  'Please find the plan.',
]

/** From an account that was taken over: every check of the receiving servers passes. */
const answer = (
  fields: readonly string[],
  { subject = SUBJECT, quote = [] }: { subject?: string; quote?: readonly string[] } = {},
) => [
  'Authentication-Results: mx.hoshimi-kiko.example; dkim=pass header.d=tanigawa-chuzo.example; dmarc=pass header.from=tanigawa-chuzo.example',
  `Received: from mail.tanigawa-chuzo.example (mail.tanigawa-chuzo.example [198.51.100.71]) by mx.hoshimi-kiko.example with ESMTPS id a for <mori@hoshimi-kiko.example>; ${DATE}`,
  'From: Taro <taro@tanigawa-chuzo.example>',
  'To: mori@hoshimi-kiko.example',
  `Subject: ${subject}`,
  `Date: ${DATE}`,
  ...fields,
  '',
  'See https://drop.pay-desk.test/login.php',
  ...quote,
]

const isAsked = (asked: readonly string[], subject = SUBJECT): boolean =>
  asked.includes(`conversation-subject ${subject}`)

describe('T17: the subject of a genuine conversation is asked about, and stays inside until then', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['answers a mail that the provider numbered', ['In-Reply-To: <a1@hoshimi-kiko.example>'], []],
    [
      'has it among its references alone',
      ['References: <a0@tanigawa-chuzo.example> <a1@hoshimi-kiko.example>'],
      [],
    ],
    ['quotes somebody of the provider', [], QUOTE],
    [
      'answers a mail that a service of everybody numbered',
      ['In-Reply-To: <TY2PR01MB0001@TY2PR01MB0001.jpnprd01.prod.outlook.com>'],
      [],
    ],
  ])('a mail that %s', async (_how, fields, quote) => {
    const { values, asked } = await draftFromMail(answer(fields, { quote }))
    expect(values.filter((value) => value.startsWith('subject '))).toEqual([])
    expect(isAsked(asked)).toBe(true)
    expect(values).toContain('url https://drop.pay-desk.test/login.php')
  })

  test('also where no mark says that it is an answer', async () => {
    const subject = 'pump renewal at the third plant'
    const lines = answer(['In-Reply-To: <a1@hoshimi-kiko.example>'], { subject })
    expect(isAsked((await draftFromMail(lines)).asked, subject)).toBe(true)
  })

  test('also where a gateway set its mark before it, which goes out in no case', async () => {
    const marked = { subject: '[EXT] Re: pump renewal' }
    const { asked } = await draftFromMail(answer(['In-Reply-To: <a1@other.test>'], marked))
    expect(isAsked(asked, 'Re: pump renewal')).toBe(true)
    const { values } = await draftFromMail(answer([], marked))
    expect(values).toContain('subject Re: pump renewal')
  })

  test('until a person says that it may be published', async () => {
    const lines = answer(['In-Reply-To: <a1@hoshimi-kiko.example>'])
    const { questions } = await draftFromMail(lines)
    const id = questions.find(({ value }) => value === SUBJECT)?.questionId ?? ''
    const { values } = await draftFromMail(lines, { decisions: { [id]: 'keep' } })
    expect(values).toContain(`subject ${SUBJECT}`)
  })
})

test.each<readonly [string, readonly string[], string]>([
  ['no mail at all', [], SUBJECT],
  ['a mail of its own', ['In-Reply-To: <a1@tanigawa-chuzo.example>'], SUBJECT],
  [
    'with a number of another, under a subject of its own',
    ['References: <x@list.test>'],
    'Invoice',
  ],
])('the subject of a mail that answers %s is published unasked', async (_what, fields, subject) => {
  const { values, asked } = await draftFromMail(answer(fields, { subject }))
  expect(values).toContain(`subject ${subject}`)
  expect(isAsked(asked, subject)).toBe(false)
})

describe('an answer that no server noted to have received', () => {
  const sent = (fields: readonly string[]) => [
    'From: Kuroyanagi <kuroyanagi@mizuki-shoji.example>',
    'To: desk@pay-desk.test',
    'Subject: Re: payment',
    `Date: ${DATE}`,
    ...fields,
    '',
    'Understood.',
    '',
    '> https://login.pay-desk.test/x',
  ]

  test('may be the victim’s own: its sender and subject are asked about and left out', async () => {
    const { values, asked } = await draftFromMail(sent(['Message-ID: <b1@mizuki-shoji.example>']))
    expect(values.join('\n')).not.toMatch(/mizuki|kuroyanagi|payment/u)
    expect(asked).toContain('met-name mizuki-shoji.example')
    expect(isAsked(asked, 'Re: payment')).toBe(true)
  })

  test('is still the victim’s where its own people have a copy', async () => {
    const fields = ['Cc: suda@hoshimi-kiko.example', 'Message-ID: <b1@mizuki-shoji.example>']
    const { values, asked } = await draftFromMail(sent(fields))
    expect(values.join('\n')).not.toMatch(/mizuki|kuroyanagi|payment/u)
    expect(asked).toContain('met-name mizuki-shoji.example')
  })

  test.each<readonly [string, readonly string[]]>([
    ['was rebuilt from a quotation, and has no number', []],
    [
      'was received',
      [
        'Message-ID: <b1@mizuki-shoji.example>',
        `Received: from out.mizuki-shoji.example (out.mizuki-shoji.example [198.51.100.9]) by mx.hoshimi-kiko.example with ESMTP id a; ${DATE}`,
      ],
    ],
  ])('is the attacker’s where it %s', async (_what, fields) => {
    const { values } = await draftFromMail(sent(fields))
    expect(values).toContain('email-address kuroyanagi@mizuki-shoji.example')
  })

  test('was received where it speaks to the provider, and its attack goes out', async () => {
    const { values, asked } = await draftFromMail([
      'From: Taro <taro@evil-room.test>',
      'To: Suda <suda@hoshimi-kiko.example>',
      'Subject: Re: invoice',
      `Date: ${DATE}`,
      'Message-ID: <b2@evil-room.test>',
      'In-Reply-To: <b1@evil-room.test>',
      '',
      'Please pay at https://evil-room.test/login.php',
    ])
    expect(values).toEqual(
      expect.arrayContaining([
        'email-address taro@evil-room.test',
        'domain evil-room.test',
        'url https://evil-room.test/login.php',
        'subject Re: invoice',
      ]),
    )
    expect(asked).not.toContain('met-name evil-room.test')
  })
})
