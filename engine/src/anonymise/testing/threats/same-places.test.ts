import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import type { TraceOrganisation } from '../../traces.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const LURE = 'https://login.parcel-two.test/signin'
const toMail = (body: readonly string[], head: readonly string[] = []) => [
  ...head,
  `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <mori@hoshimi-kiko.example>; ${DATE}`,
  'From: Desk <a@parcel-desk.test>',
  'To: mori@hoshimi-kiko.example',
  'Subject: notice of delivery',
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  ...body,
]

const NOTICE =
  'CAUTION: This email originated from outside of the organization. Learn more: https://sec.mizuki-group.example/external'
const LETTER = ['お客様各位', '', 'アカウントの確認が必要です。', LURE]
const PARTNER = 'https://www.akagane-works.example/'
const QUOTE = [
  ...['', '差出人: 赤銅', '送信日時: 2026年11月16日 10:00', '宛先: 森', ''],
  `${PARTNER}shiryo`,
]
const NEW = ['お支払い方法に問題が見つかりました。本日中にご確認ください。', LURE, '']

describe('T05: what a gateway wrote of itself is not freed by what else of its house the mail holds', () => {
  test.each([
    [
      'links that it rewrote',
      [NOTICE, '', 'お客様各位', 'https://url.mizuki-group.example/v/abc'],
      [],
    ],
    ['a foot', [NOTICE, '', ...LETTER, '', '許可 https://q.mizuki-group.example/allow'], []],
    ['Reply-To', [NOTICE, '', ...LETTER], ['Reply-To: info@ml.mizuki-group.example']],
    ['Sender', [NOTICE, '', ...LETTER], ['Sender: info@mizuki-group.example']],
    ['Return-Path', [NOTICE, '', ...LETTER], ['Return-Path: <fwd@mail.mizuki-group.example>']],
  ] as const)('%s', async (_name, body, head) => {
    const { values, asked } = await draftFromMail(toMail(body, head))
    expect(values.join('\n')).not.toContain('mizuki-group')
    expect(asked).toContain('banner-place mizuki-group.example')
    // A forwarder's address makes a question of its own.
    const kinds = ['banner-place', 'met-name']
    const decisions = Object.fromEntries(
      kinds.map((kind) => [toQuestionId(kind, 'mizuki-group.example'), 'keep' as const]),
    )
    const published = await draftFromMail(toMail(body, head), { decisions })
    expect(published.values).toContain('url https://sec.mizuki-group.example/external')
  })

  test('what the mail is sent from is its sender’s', async () => {
    const lines = toMail([NOTICE, '', ...LETTER]).map((line) =>
      line.replace('a@parcel-desk.test', 'a@mizuki-group.example'),
    )
    const { values } = await draftFromMail(lines)
    expect(values).toContain('url https://sec.mizuki-group.example/external')
  })
})

describe('T17: a quoted partner whose signature the sender copied is asked about', () => {
  test.each([
    ['in a signature', [...NEW, '赤銅製作 営業部', PARTNER, ...QUOTE], []],
    ['as where answers go', [...NEW, ...QUOTE], ['Reply-To: sales@akagane-works.example']],
  ] as const)('%s', async (_name, body, head) => {
    const lines = toMail(body, head)
    const { values, asked, questions } = await draftFromMail(lines)
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('akagane-works')
    expect(asked).toContain('quoted-place akagane-works.example')
    const question = questions.find(({ questionId }) => questionId.startsWith('quoted-place'))
    expect(question?.say.en).not.toContain('only')
    expect(question?.why.en).toContain('The same mail also names the place openly')
    const decisions = { [toQuestionId('quoted-place', 'akagane-works.example')]: 'keep' } as const
    const published = await draftFromMail(lines, { decisions })
    expect(published.values).toContain(`url ${PARTNER}shiryo`)
  })
})

describe('a member that is no provider, in a part that the receiving side may have written', () => {
  const LINK = 'https://shop.sakuranami-net.example/login'
  const registered: readonly TraceOrganisation[] = [
    {
      ...{ id: 'org-sakuranami', role: 'partner', names: ['桜波ネット'] },
      ...{
        domains: ['sakuranami-net.example'],
        people: [],
        hosts: [],
        ipAddresses: [],
        numbers: [],
      },
    },
  ]
  test.each([
    ['in the open', [...LETTER, LINK]],
    ['in a notice', [`CAUTION: external email. ${LINK}`, '', ...LETTER]],
    ['in a quote', [...NEW, 'From: Mori <m@akagane-works.example>', 'Sent: Monday', '', LINK]],
  ])('%s is asked about as registered, and published by an answer', async (_name, body) => {
    const { values, asked } = await draftFromMail(toMail(body), { registered })
    expect(values.join('\n')).not.toContain('sakuranami')
    const found = asked.filter((one) => one.startsWith('registered-place'))
    expect(found).toEqual(['registered-place shop.sakuranami-net.example'])
    const decisions = {
      [toQuestionId('registered-place', 'shop.sakuranami-net.example')]: 'keep',
    } as const
    const published = await draftFromMail(toMail(body), { registered, decisions })
    expect(published.values).toContain(`url ${LINK}`)
  })
})
