import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromFile } from '../draft-from-mail.ts'

const DATE = 'Thu, 26 Nov 2026 10:15:22 +0900'
const SIGNATURE = ['--', '水城商事 経営管理 黒柳', 'https://www.mizuki-shoji.example/']
const NOTE = '不審なメールを受信しましたので、共有いたします。ご確認をお願いいたします。'

/** The attack, as the employee's own server had it; nobody has registered his domain. */
const ATTACK = [
  `Received: from out.pay-desk.test (out.pay-desk.test [198.51.100.23]) by mx1.mizuki-shoji.example with ESMTP id b1; ${DATE}`,
  'From: Payment Desk <desk@pay-desk.test>',
  'To: =?utf-8?B?6buS5p+z?= <kuroyanagi@mizuki-shoji.example>',
  'Subject: Payment method',
  `Date: ${DATE}`,
  '',
  'https://login.pay-desk.test/signin',
]
const ATTACKERS = [
  'domain login.pay-desk.test',
  'domain pay-desk.test',
  'email-address desk@pay-desk.test',
  'url https://login.pay-desk.test/signin',
]

/** What the employee's own mail would give away of him. */
const OWN = /mizuki|kuroyanagi|192\.0\.2\.80|水城|黒柳/u

const outer = (
  subject: string,
  from = '=?utf-8?B?6buS5p+z?= <kuroyanagi@mizuki-shoji.example>',
) => [
  `Received: from mail.mizuki-shoji.example (mail.mizuki-shoji.example [192.0.2.80]) by mx.hoshimi-kiko.example with ESMTP id c1 for <it@hoshimi-kiko.example>; ${DATE}`,
  `From: ${from}`,
  'To: it@hoshimi-kiko.example',
  `Subject: ${subject}`,
  `Date: ${DATE}`,
]

const attached = (
  head: readonly string[],
  note: readonly string[],
  inner = ATTACK,
  type = 'message/rfc822',
) => [
  ...head,
  'Content-Type: multipart/mixed; boundary=outer',
  '',
  '--outer',
  'Content-Type: text/plain; charset=utf-8',
  '',
  ...note,
  '--outer',
  `Content-Type: ${type}; name="original.eml"`,
  ...(type === 'message/rfc822' ? [''] : ['Content-Transfer-Encoding: base64', '']),
  type === 'message/rfc822'
    ? inner.join('\r\n')
    : Buffer.from(inner.join('\r\n')).toString('base64'),
  '--outer--',
]

const inline = (head: readonly string[], text: readonly string[]) => [
  ...head,
  'Content-Type: text/plain; charset=utf-8',
  '',
  ...text,
]

const BLOCKS: readonly (readonly [string, readonly string[]])[] = [
  [
    'Outlook in English',
    [
      '-----Original Message-----',
      'From: Payment Desk <desk@pay-desk.test>',
      'Sent: Thursday, November 26, 2026 10:15 AM',
      'To: Kuroyanagi <kuroyanagi@mizuki-shoji.example>',
      'Subject: Payment method',
    ],
  ],
  [
    'Outlook in German',
    [
      '-----Ursprüngliche Nachricht-----',
      'Von: Payment Desk <desk@pay-desk.test>',
      'Gesendet: Donnerstag, 26. November 2026 10:15',
      'An: Kuroyanagi <kuroyanagi@mizuki-shoji.example>',
      'Betreff: Payment method',
    ],
  ],
  [
    'Gmail in French',
    [
      '---------- Message transféré ---------',
      'De : Payment Desk <desk@pay-desk.test>',
      'Date: jeu. 26 nov. 2026 à 10:15',
      'Objet : Payment method',
      'À : Kuroyanagi <kuroyanagi@mizuki-shoji.example>',
    ],
  ],
  [
    'Outlook in Korean',
    [
      '________________________________',
      '보낸 사람: Payment Desk <desk@pay-desk.test>',
      '보낸 날짜: 2026년 11월 26일 목요일 10:15',
      '받는 사람: Kuroyanagi <kuroyanagi@mizuki-shoji.example>',
      '제목: Payment method',
    ],
  ],
  [
    'Thunderbird in Japanese',
    [
      '-------- 転送メッセージ --------',
      '件名: Payment method',
      '日付: 2026年11月26日 10:15',
      '差出人: Payment Desk <desk@pay-desk.test>',
      '宛先: 黒柳 <kuroyanagi@mizuki-shoji.example>',
    ],
  ],
]

describe('T02: whoever passes an attack on from a domain that nobody has registered', () => {
  test.each<readonly [string, readonly string[]]>([
    ['attached', attached(outer('FW: suspicious'), [NOTE, ...SIGNATURE])],
    ['attached, under any subject', attached(outer('suspicious'), [NOTE, ...SIGNATURE])],
    [
      'attached as a file',
      attached(outer('suspicious'), [NOTE], ATTACK, 'application/octet-stream'),
    ],
    ...BLOCKS.map(([program, block]): readonly [string, readonly string[]] => [
      `quoted by ${program}`,
      inline(outer('FW: Payment method'), [
        NOTE,
        ...SIGNATURE,
        '',
        ...block,
        '',
        'https://login.pay-desk.test/signin',
      ]),
    ]),
  ])('%s: the attack goes out, nothing of his, and it is asked', async (_how, lines) => {
    const { values, asked } = await draftFromFile(lines)
    expect(values).toEqual(expect.arrayContaining(ATTACKERS))
    expect(values.join('\n')).not.toMatch(OWN)
    expect(asked).toContain('forward kuroyanagi@mizuki-shoji.example')
  })

  test('quoted without addresses, as Outlook shows colleagues', async () => {
    const { values, asked } = await draftFromFile(
      inline(outer('suspicious', '黒柳 徹 <kuroyanagi@mizuki-shoji.example>'), [
        NOTE,
        '',
        '________________________________',
        '差出人: Payment Desk',
        '送信日時: 2026年11月26日 10:15',
        '宛先: 黒柳 徹',
        '件名: お支払い方法の確認',
        '',
        'https://login.pay-desk.test/signin',
      ]),
    )
    expect(values).toContain('url https://login.pay-desk.test/signin')
    expect(values.join('\n')).not.toMatch(OWN)
    expect(asked).toContain('forward kuroyanagi@mizuki-shoji.example')
  })

  test('a forward inside a forward to the hub’s mailbox', async () => {
    const middle = attached(outer('suspicious'), [NOTE, ...SIGNATURE])
    const contact = ['From: it@hoshimi-kiko.example', 'To: report@hub.example', 'Subject: FW: it']
    const lines = attached(contact, ['FYI'], middle, 'application/octet-stream')
    const { values, asked } = await draftFromFile(lines, { isForward: true })
    expect(values).toEqual(expect.arrayContaining(ATTACKERS))
    expect(values.join('\n')).not.toMatch(OWN)
    expect(asked).toContain('forward kuroyanagi@mizuki-shoji.example')
  })

  test('an analyst who says that it is the attack gets the outer mail, and nothing of the inner one', async () => {
    const decisions = {
      [toQuestionId('forward', 'kuroyanagi@mizuki-shoji.example')]: 'keep' as const,
    }
    const lines = attached(outer('FW: suspicious'), [NOTE, ...SIGNATURE])
    const { values } = await draftFromFile(lines, { decisions })
    expect(values).toContain('email-address kuroyanagi@mizuki-shoji.example')
    expect(values.join('\n')).not.toContain('pay-desk')
  })
})

test('a forward that never left the registered domain is opened unasked', async () => {
  const head = ['From: it@hoshimi-kiko.example', 'To: report@hub.example', 'Subject: look']
  const { values, asked } = await draftFromFile(attached(head, [NOTE, ...SIGNATURE]))
  expect(values).toEqual(expect.arrayContaining(ATTACKERS))
  expect(asked.filter((one) => one.startsWith('forward '))).toEqual([])
})

describe('an attacker who imitates a forward', () => {
  const [, block = []] = BLOCKS[0] ?? []
  const theirs = block.map((line) => line.replace(/kuroyanagi@mizuki-shoji/u, 'it@hoshimi-kiko'))

  test('whom nothing shows on the provider’s side stays the attacker, and it is asked', async () => {
    const { values, questions } = await draftFromFile(
      inline(outer('FW: Invoice', 'Boss <boss@evil-mail.test>'), [
        NOTE,
        '',
        ...theirs,
        '',
        'Pay today.',
      ]),
    )
    expect(values).toContain('email-address boss@evil-mail.test')
    const asked = questions.find(({ value }) => value === 'boss@evil-mail.test')
    expect(asked?.proposed).toBe('keep')
  })

  test('under the registered domain, from outside: it is asked, and never opened in silence', async () => {
    const { asked, mails } = await draftFromFile(
      inline(outer('FW: Invoice', 'Boss <boss@hoshimi-kiko.example>'), [
        NOTE,
        '',
        ...theirs,
        '',
        'Pay.',
      ]),
    )
    expect(mails).toHaveLength(2)
    expect(asked).toContain('forward boss@hoshimi-kiko.example')
  })

  test('an answer that quotes the provider is no forward', async () => {
    const { mails, asked } = await draftFromFile(
      inline(outer('Re: Invoice', 'Partner <sales@partner.example>'), [
        NOTE,
        '',
        '-----Original Message-----',
        'From: IT <it@hoshimi-kiko.example>',
        'Sent: Thursday, November 26, 2026 10:15 AM',
        'To: Partner <sales@partner.example>',
        'Subject: Invoice',
        '',
        'Thank you.',
      ]),
    )
    expect(mails).toHaveLength(1)
    expect(asked.filter((one) => one.startsWith('forward '))).toEqual([])
  })
})
