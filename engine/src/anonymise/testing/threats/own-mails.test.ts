import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 26 Nov 2026 10:15:22 +0900'
const SITE = 'https://www.hoshimi-group.example/'
const PAGE = 'https://login.pay-desk.test/signin'
const SIGNATURE = ['--', '星見機工株式会社 総務部', '森 良子', SITE]

const mail = (
  body: readonly string[],
  {
    above = [],
    from = 'mori@hoshimi-kiko.example',
    to = 'desk@pay-desk.test',
    subject = 'Re: payment',
    number = 'b1@hoshimi-kiko.example',
  }: {
    readonly above?: readonly string[]
    readonly from?: string
    readonly to?: string
    readonly subject?: string
    readonly number?: string
  } = {},
) => [
  ...above,
  `From: Mori <${from}>`,
  `To: ${to}`,
  `Subject: ${subject}`,
  `Date: ${DATE}`,
  `Message-ID: <${number}>`,
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  ...body,
]

const ANSWER = [
  'ご連絡ありがとうございます。',
  ...SIGNATURE,
  '',
  '2026年11月26日(木) 10:00 Desk <desk@pay-desk.test>:',
  `> 口座変更のお願い ${PAGE}`,
]
const REPORT = ['不審なメールが届きました。', PAGE, `社内の記録 ${SITE}csirt`, ...SIGNATURE]

const OWN_SERVER =
  'Received: from PC-MORI (unknown [10.3.4.5]) by mx.hoshimi-kiko.example with ESMTPA id s1'
const TO_HUB =
  'Received: from mx.hoshimi-kiko.example (mx.hoshimi-kiko.example [203.0.113.70]) by mail.hub.example with ESMTPS id h1'
const toReceived = (...hops: readonly string[]) => hops.map((hop) => `${hop}; ${DATE}`)
const HUB = 'report@hub.example'

describe('T17: what somebody of the provider wrote himself stays inside, and is asked about', () => {
  test.each<readonly [string, readonly string[]]>([
    ['an answer from the folder of sent mail', mail(ANSWER)],
    [
      'an answer of a domain that nobody has registered',
      mail(ANSWER, { from: 'mori@hoshimi-net.example' }),
    ],
    ['a mail of his own from there', mail(ANSWER, { subject: 'payment' })],
    [
      'a report that its own server sent to the hub',
      mail(REPORT, { above: toReceived(TO_HUB, OWN_SERVER), to: HUB, subject: 'a report' }),
    ],
    [
      'a report within the provider',
      mail(REPORT, {
        above: toReceived(OWN_SERVER),
        to: 'csirt@hoshimi-kiko.example',
        subject: 'a report',
      }),
    ],
    [
      'an answer that its own journal kept',
      mail(ANSWER, {
        above: toReceived(
          'Received: from mx.hoshimi-kiko.example (mx.hoshimi-kiko.example [203.0.113.70]) by journal.hoshimi-kiko.example with ESMTP id j1',
        ),
      }),
    ],
    ['a report that was handed in', mail(REPORT, { to: HUB, subject: 'a report' })],
    [
      'a report that a server found to be from there',
      mail(REPORT, {
        above: [
          'Authentication-Results: mail.hub.example; dmarc=pass header.from=hoshimi-kiko.example',
          ...toReceived(
            'Received: from relay.cloud.test (relay.cloud.test [198.51.100.5]) by mail.hub.example with ESMTPS id h1',
          ),
        ],
        to: HUB,
        subject: 'a report',
      }),
    ],
  ])('%s', async (_what, lines) => {
    const { values, asked } = await draftFromMail(lines)
    expect(values.filter((value) => /^(?:url|domain|email-address|subject) /u.test(value))).toEqual(
      [],
    )
    expect(asked).toContain('own-place hoshimi-group.example')
    expect(asked.join('\n')).toMatch(/(?:own|quoted)-place pay-desk\.test/u)
    expect(asked.join('\n')).toContain('conversation-subject ')
  })

  test('a person publishes the attacker’s link that it repeats, and nothing of the provider', async () => {
    const lines = mail(REPORT, { above: toReceived(TO_HUB, OWN_SERVER), to: HUB })
    const { questions } = await draftFromMail(lines)
    const asked = questions.find(({ value }) => value === 'pay-desk.test')
    expect(asked?.why.en).toContain('forged sender')
    const decisions = { [toQuestionId('own-place', 'pay-desk.test')]: 'keep' } as const
    const { values } = await draftFromMail(lines, { decisions })
    expect(values).toContain(`url ${PAGE}`)
    expect(values.join('\n')).not.toContain('hoshimi')
  })
})

describe('a forgery under the provider’s name keeps its links unasked', () => {
  const fraud = ['至急ご対応ください。', PAGE]
  const VICTIM = 'suda@hoshimi-kiko.example'
  const outside = (host: string) =>
    `Received: from ${host} by mx.hoshimi-kiko.example with ESMTP id 1 for <${VICTIM}>`
  test.each<readonly [string, readonly string[], string]>([
    [
      'that came in from outside',
      toReceived(outside('out.evil.test (out.evil.test [198.51.100.23])')),
      VICTIM,
    ],
    [
      'that came in over a balancer',
      toReceived(outside('out.evil.test (unknown [10.0.0.5])')),
      VICTIM,
    ],
    ['that was saved without its way', [], VICTIM],
    [
      'that a server disproved',
      [
        'Authentication-Results: mx.hoshimi-kiko.example; dmarc=fail header.from=hoshimi-kiko.example',
        ...toReceived(outside('PC (unknown [10.0.0.5])')),
      ],
      VICTIM,
    ],
    [
      'that spoke to somebody else',
      toReceived(
        'Received: from out.evil.test (out.evil.test [198.51.100.23]) by mx.partner.example with ESMTP id 1',
      ),
      'sales@partner.example',
    ],
  ])('%s', async (_what, above, to) => {
    const { values, asked } = await draftFromMail(
      mail(fraud, { above, to, subject: 'urgent', number: 'x@evil.test' }),
    )
    expect(values).toContain(`url ${PAGE}`)
    expect(asked.filter((one) => one.startsWith('own-place'))).toEqual([])
  })
})
