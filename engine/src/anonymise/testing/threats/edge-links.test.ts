import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromFile, draftFromMail } from '../draft-from-mail.ts'

// What gateways, lists and forwarders add has no words that could all be listed; what tells it is where it stands.

const DATE = 'Thu, 26 Nov 2026 10:15:22 +0900'
const LURE = 'https://login.okuri-two.test/signin'
const LETTER = [
  'お客様各位',
  'お支払い方法に問題が見つかりました。',
  '下記よりご確認ください。',
  LURE,
  '期限は本日中です。',
  'ご不明な点はお問い合わせください。',
  '配送センター',
]

const toMail = (type: string, body: readonly string[]) => [
  `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <mori@hoshimi-kiko.example>; ${DATE}`,
  'From: Desk <a@parcel-desk.test>',
  'To: mori@hoshimi-kiko.example',
  'Subject: notice of delivery',
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  `Content-Type: ${type}; charset=utf-8`,
  '',
  ...body,
]
const toPage = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => `<p>${line.replace(/https:\S+/u, '<a href="$&">$&</a>')}</p>`)

const ADDED = [
  [
    'a notice in words of its own',
    ['本メールは規程に基づき保管されます https://sec.akagane-hd.example/mail'],
    [],
  ],
  [
    'a notice above its link',
    ['監査のため写しを取りました', 'https://sec.akagane-hd.example/mail'],
    [],
  ],
  [
    'a list’s footer',
    [],
    ['keiri mailing list', 'https://sec.akagane-hd.example/mailman/listinfo/keiri'],
  ],
  ['a bare link', [], ['https://www.akagane-hd.example/']],
  ['a ticket', [], ['チケット: https://help.akagane-hd.example/t/9 に登録済み']],
  [
    'both',
    ['Aozora Mail Shield https://sec.akagane-hd.example/'],
    ['Mail retention: https://sec.akagane-hd.example/b'],
  ],
] as const

describe('T17: what stands at an edge of a mail that leads elsewhere is asked about', () => {
  test.each(ADDED)('text: %s', async (_name, above, below) => {
    const { values, asked } = await draftFromMail(
      toMail('text/plain', [...above, '', ...LETTER, '', ...below]),
    )
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('akagane')
    expect(asked).toContain('edge-place akagane-hd.example')
  })

  test.each(ADDED)('page: %s', async (_name, above, below) => {
    const { values, asked } = await draftFromMail(
      toMail('text/html', toPage([...above, ...LETTER, ...below])),
    )
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('akagane')
    expect(asked).toContain('edge-place akagane-hd.example')
  })

  test('the signature of whoever passes a mail on, under another spelling of his name', async () => {
    const forward = [
      'Message-ID: <f1@hoshimi-kiko.example>',
      'From: Mizuhashi <mizuhashi@hoshimi-kiko.example>',
      'To: report@hub.example',
      'Subject: FW: notice',
      `Date: ${DATE}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      '不審メールです',
      '',
      '差出人: Desk <a@parcel-desk.test>',
      '送信日時: 2026年11月26日 10:15',
      '宛先: 水橋',
      '件名: notice of delivery',
      '',
      ...LETTER,
      '',
      '水橋 京子',
      '赤銅ホールディングス 情報システム部',
      'TEL 03-0000-0000',
      'https://www.akagane-hd.example/',
    ]
    const { values, asked } = await draftFromFile(forward, { isForward: true })
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('akagane')
    expect(asked.join('\n')).toMatch(/(?:edge|below)-place akagane-hd\.example/u)
  })

  test('a short text beside the page frees nothing', async () => {
    const page = toPage([...LETTER, '保管 https://sec.akagane-hd.example/mail'])
    const { values, asked } = await draftFromMail([
      ...toMail('multipart/alternative; boundary=b', []).filter((line) => line !== ''),
      ...['', '--b', 'Content-Type: text/plain; charset=utf-8', ''],
      'HTMLでご覧ください。 https://sec.akagane-hd.example/mail',
      ...['--b', 'Content-Type: text/html; charset=utf-8', '', ...page, '--b--', ''],
    ])
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('akagane')
    expect(asked).toContain('edge-place akagane-hd.example')
  })

  test('a yes publishes it', async () => {
    const mail = toMail('text/plain', [...LETTER, '', 'https://www.akagane-hd.example/'])
    const decisions = { [toQuestionId('edge-place', 'akagane-hd.example')]: 'keep' } as const
    const { values } = await draftFromMail(mail, { decisions })
    expect(values).toContain('url https://www.akagane-hd.example/')
  })
})

describe('a lure keeps its link', () => {
  test.each([
    ['the only link, at the end', ['ご確認ください。', '期限は本日中です。', '', LURE]],
    ['the only link, at the beginning', [LURE, '', 'ご確認ください。', '期限は本日中です。']],
    ['a short mail', ['ご確認ください。', LURE]],
    ['with one of its sender’s own beside it', [...LETTER, 'https://www.parcel-desk.test/']],
    ['twice, once in the middle', [LURE, ...LETTER, LURE, 'https://help.parcel-desk.test/']],
  ])('%s', async (_name, body) => {
    for (const mail of [toMail('text/plain', body), toMail('text/html', toPage(body))]) {
      const { values, asked } = await draftFromMail(mail)
      expect(values).toContain(`url ${LURE}`)
      expect(asked.filter((one) => one.startsWith('edge-place'))).toEqual([])
    }
  })

  test('where two organisations stand at the two ends and nothing tells which is whose, both are asked about', async () => {
    const mail = toMail('text/plain', [
      LURE,
      'ご確認ください。',
      '本日中',
      'https://www.akagane-hd.example/',
    ])
    const { asked } = await draftFromMail(mail)
    expect(asked).toEqual(
      expect.arrayContaining(['edge-place okuri-two.test', 'edge-place akagane-hd.example']),
    )
  })
})
