import { describe, expect, test } from 'vitest'
import { openEvidence } from '../../../evidence/open-evidence.ts'
import type { Decisions } from '../../question.ts'
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

const isAboutHim = (asked: string): boolean =>
  asked.startsWith('forward kuroyanagi@mizuki-shoji.example')

/** What the employee's own mail would give away of him. */
const OWN = /mizuki|memo|kuroyanagi|192\.0\.2\.80|水城|黒柳/u

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
  more: readonly string[] = [],
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
  ...more,
  '--outer--',
]

const file = (type: string, name: string, content: string) => [
  '--outer',
  `Content-Type: ${type}; name="${name}"`,
  `Content-Disposition: attachment; filename="${name}"`,
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(content, 'latin1').toString('base64'),
]
const LOGO = file('image/png', 'image001.png', '\x89PNG\r\n\x1a\n')
const REPORT = file('text/plain', 'memo.txt', 'seen this morning')
const SITE_PAGE = 'https://www.mizuki-shoji.example/company/index.html'
const OTHER_SITE = 'https://www.mizuki-net.example/'
const PAGE_OF_ATTACK = 'https://login.pay-desk.test/signin'

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

const GROUPWARE: readonly string[] = [
  '------ 元のメッセージ ------',
  '差出人 "Payment Desk" <desk@pay-desk.test>',
  '宛先 "黒柳" <kuroyanagi@mizuki-shoji.example>',
  '日時 2026/11/26 10:15:22',
  '件名 Payment method',
]
const [[, OUTLOOK] = ['', []]] = BLOCKS

describe('T02: whoever passes an attack on from a domain that nobody has registered', () => {
  test.each<readonly [string, readonly string[]]>([
    ['attached', attached(outer('FW: suspicious'), [NOTE, ...SIGNATURE])],
    ['attached, under any subject', attached(outer('suspicious'), [NOTE, ...SIGNATURE])],
    [
      'attached as a file',
      attached(outer('suspicious'), [NOTE], ATTACK, 'application/octet-stream'),
    ],
    ...[...BLOCKS, ['groupware, without colons', GROUPWARE] as const].map(
      ([program, block]): readonly [string, readonly string[]] => [
        `quoted by ${program}`,
        inline(outer('FW: Payment method'), [
          NOTE,
          ...SIGNATURE,
          '',
          ...block,
          '',
          'https://login.pay-desk.test/signin',
        ]),
      ],
    ),
  ])('%s: the attack goes out, nothing of his, and it is asked', async (_how, lines) => {
    const { values, asked } = await draftFromFile(lines)
    expect(values).toEqual(expect.arrayContaining(ATTACKERS))
    expect(values.join('\n')).not.toMatch(OWN)
    expect(asked.filter(isAboutHim)).toHaveLength(1)
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
    expect(asked.filter(isAboutHim)).toHaveLength(1)
  })

  test('a forward inside a forward to the hub’s mailbox', async () => {
    const middle = attached(outer('suspicious'), [NOTE, ...SIGNATURE])
    const contact = ['From: it@hoshimi-kiko.example', 'To: report@hub.example', 'Subject: FW: it']
    const lines = attached(contact, ['FYI'], middle, 'application/octet-stream')
    const { values, asked } = await draftFromFile(lines, { isForward: true })
    expect(values).toEqual(expect.arrayContaining(ATTACKERS))
    expect(values.join('\n')).not.toMatch(OWN)
    expect(asked.filter(isAboutHim)).toHaveLength(1)
  })

  test.each<readonly [string, readonly string[]]>([
    [
      'the logo of his signature',
      attached(outer('suspicious'), [NOTE], ATTACK, 'message/rfc822', LOGO),
    ],
    ['a page of his own site', attached(outer('suspicious'), [NOTE, SITE_PAGE])],
    ['his firm’s other site', attached(outer('suspicious'), [NOTE, OTHER_SITE])],
    ['a file', attached(outer('suspicious'), [NOTE], ATTACK, 'message/rfc822', REPORT)],
    [
      'his firm’s other site, the mail quoted',
      inline(outer('Fwd: Payment method'), [NOTE, OTHER_SITE, '', ...OUTLOOK, '', PAGE_OF_ATTACK]),
    ],
  ])('with %s: the same', async (_what, lines) => {
    const { values, questions } = await draftFromFile(lines)
    expect(values).toEqual(expect.arrayContaining(ATTACKERS))
    expect(values.join('\n')).not.toMatch(OWN)
    const asked = questions.find(({ value }) => value.startsWith('kuroyanagi@'))
    expect(asked?.proposed).toBe('omit')
    expect(asked?.why.en).toContain('links, files or pictures that the mail inside has not')
    // Neither answer leaves everything out, nor publishes everything.
    expect(asked?.choices.map(({ say }) => say.en)).toEqual([
      'A forward: use only the mail inside',
      'The attack: use only this mail',
    ])
  })

  test('from an address at a service of everybody: the same', async () => {
    const home = (line: string) => line.replace('mizuki-shoji.example', 'gmail.com')
    const inner = ATTACK.map((line) => (line.startsWith('To: ') ? home(line) : line))
    const lines = attached(outer('suspicious').map(home), [NOTE, OTHER_SITE], inner)
    const { values } = await draftFromFile(lines)
    expect(values).toEqual(expect.arrayContaining(ATTACKERS))
    expect(values.join('\n')).not.toMatch(/kuroyanagi|mizuki-net/u)
  })

  test.each<readonly [string, readonly string[]]>([
    ['a button for reporting', ['Subject: [User Reported] Payment method']],
    [
      'a button for reporting, in Japanese',
      ['Subject: =?utf-8?B?44CQ5LiN5a+p44Oh44O844Or5aCx5ZGK44CR?= x'],
    ],
  ])('%s: the attack goes out, nothing of who reported it', async (_how, subject) => {
    const head = [
      'From: Report <noreply@mizuki-sec.example>',
      'To: csirt@mizuki-shoji.example',
      ...subject,
    ]
    const { values, asked } = await draftFromFile(attached(head, ['A user reported this mail.']))
    expect(values).toEqual(expect.arrayContaining(ATTACKERS))
    expect(values.join('\n')).not.toMatch(OWN)
    expect(asked.filter((one) => one.startsWith('forward noreply@'))).toHaveLength(1)
  })

  describe('an analyst who says that it is the attack', () => {
    const lines = attached(outer('FW: suspicious'), [NOTE, ...SIGNATURE])
    const decide = async (pattern: RegExp, before: Decisions = {}) => {
      const { questions } = await draftFromFile(lines, { decisions: before })
      const ids = questions.filter(({ value }) => pattern.test(value))
      return {
        ...before,
        ...Object.fromEntries(ids.map(({ questionId }) => [questionId, 'keep' as const])),
      }
    }

    test('is asked about the domain of who received the mail inside, and publishes nothing of it by that one answer', async () => {
      const { values, asked } = await draftFromFile(lines, {
        decisions: await decide(/^kuroyanagi@/u),
      })
      expect(asked).toContain('met-name mizuki-shoji.example')
      expect(asked).toContain('conversation-subject FW: suspicious')
      expect(values.join('\n')).not.toMatch(OWN)
      expect(values.join('\n')).not.toContain('pay-desk')
    })

    test('and the domain to be the attacker’s, gets the outer mail, and nothing of the inner one', async () => {
      const decisions = await decide(/^mizuki-shoji\.example$/u, await decide(/^kuroyanagi@/u))
      const { values } = await draftFromFile(lines, { decisions })
      expect(values).toContain('domain mizuki-shoji.example')
      expect(values.join('\n')).not.toContain('pay-desk')
    })
  })
})

test('T02: whoever received the mail inside is asked about where a failed check makes his mail look like the attack', async () => {
  const failed =
    'Authentication-Results: mx.hoshimi-kiko.example; dmarc=fail header.from=mizuki-shoji.example'
  const lines = attached([failed, ...outer('suspicious')], [NOTE, ...SIGNATURE])
  const { values, questions, asked } = await draftFromFile(lines)
  expect(questions.find(({ value }) => value.startsWith('kuroyanagi@'))?.proposed).toBe('keep')
  expect(asked).toContain('met-name mizuki-shoji.example')
  expect(values.join('\n')).not.toMatch(OWN)
})

test('T02: a fraud in the provider’s own name, passed on by who received it, goes out without him', async () => {
  const fraud = [
    ...ATTACK.map((line) =>
      line.replace(/Payment Desk <desk@pay-desk\.test>/u, 'CEO <ceo@hoshimi-kiko.example>'),
    ),
  ]
  const { values, asked } = await draftFromFile(
    attached(outer('Fwd: Payment method'), ['FYI', ...SIGNATURE], fraud),
  )
  expect(values).toContain('url https://login.pay-desk.test/signin')
  expect(values.join('\n')).not.toMatch(OWN)
  expect(asked.filter(isAboutHim)).toHaveLength(1)
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
    const asked = questions.find(({ value }) => value.startsWith('boss@evil-mail.test'))
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
    expect(asked.filter((one) => one.startsWith('forward boss@hoshimi-kiko.example'))).toHaveLength(
      1,
    )
  })

  const SHOP = [
    'From: news@shop.example',
    'To: boss@evil-mail.test',
    'Subject: Our weekly news',
    '',
    'https://shop.example/news',
  ]
  const receivedFrom = (host: string) =>
    `Received: from mail.evil-mail.test (${host}) by mx.hoshimi-kiko.example with ESMTP id d1; ${DATE}`
  const headOf = (from: string, above: readonly string[]) => [
    ...above,
    `From: Boss <${from}>`,
    'To: it@hoshimi-kiko.example',
    'Subject: Invoice',
  ]
  const failed = (result: string) =>
    `Authentication-Results: mx.hoshimi-kiko.example; ${result}; dkim=none`
  const PAGE = ['Pay at https://evil-mail.test/pay now']
  const OURS = 'boss@hoshimi-kiko.example'

  test.each<readonly [string, readonly string[]]>([
    ['behind a balancer', [receivedFrom('unknown [10.0.0.5]')]],
    ['where no server noted an address', [receivedFrom('mail.evil-mail.test')]],
    ['without any trace of its way', []],
  ])('under the registered domain, %s, it is asked, and both mails are kept', async (_how, way) => {
    const { asked, mails } = await draftFromFile(attached(headOf(OURS, way), ['FYI'], SHOP))
    expect(mails).toHaveLength(2)
    expect(asked.filter((one) => one.startsWith(`forward ${OURS}`))).toHaveLength(1)
  })

  test.each<readonly [string, string, readonly string[]]>([
    [
      'a failed DMARC',
      OURS,
      [failed('dmarc=fail header.from=hoshimi-kiko.example'), receivedFrom('unknown [10.0.0.5]')],
    ],
    [
      'a failed SPF, with a result of his own below',
      OURS,
      [
        failed('spf=fail smtp.mailfrom=hoshimi-kiko.example'),
        receivedFrom('mail.evil-mail.test [203.0.113.9]'),
        'Authentication-Results: mx.hoshimi-kiko.example; dmarc=pass',
      ],
    ],
  ])(
    'with %s, is taken for the attacker until a person says otherwise',
    async (_what, from, way) => {
      const { values, questions } = await draftFromFile(attached(headOf(from, way), PAGE, SHOP))
      expect(questions.find(({ value }) => value.startsWith(from))?.proposed).toBe('keep')
      expect(values).toContain('url https://evil-mail.test/pay')
      expect(values.join('\n')).not.toContain('shop.example')
    },
  )

  test('with a page of his own, and himself as recipient, cannot be told from a signature: the question says what it has', async () => {
    const his = 'boss@evil-mail.test'
    const lines = attached(
      headOf(his, [receivedFrom('mail.evil-mail.test [203.0.113.9]')]),
      PAGE,
      SHOP,
    )
    const { questions } = await draftFromFile(lines)
    const asked = questions.find(({ value }) => value.startsWith(his))
    expect(asked?.proposed).toBe('omit')
    expect(asked?.why.en).toContain('links, files or pictures that the mail inside has not')
    const kept = async (ids: readonly string[]) =>
      draftFromFile(lines, { decisions: Object.fromEntries(ids.map((id) => [id, 'keep'])) })
    const attack = await kept([asked?.questionId ?? ''])
    const domain = attack.questions.find(({ value }) => value === 'evil-mail.test')
    const { values } = await kept([asked?.questionId ?? '', domain?.questionId ?? ''])
    expect(values).toContain('url https://evil-mail.test/pay')
    expect(values.join('\n')).not.toContain('shop.example')
  })

  test('what a person says of a genuine forward leaves out no forged one under the same name', async () => {
    const genuine = await openEvidence(
      Buffer.from(attached(outer('FW: Invoice', OURS), [NOTE]).join('\r\n')),
    )
    const forged = await openEvidence(
      Buffer.from(attached(outer('FW: Invoice', OURS), PAGE).join('\r\n')),
    )
    const [one, other] = [genuine, forged].map(({ mails }) => mails[0]?.roles?.[0]?.by)
    expect(one).toContain(OURS)
    expect(other).toContain(OURS)
    expect(other).not.toBe(one)
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
