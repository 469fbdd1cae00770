import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

// The vault knows hoshimi-kiko.example alone; the mail went to akagane-works.example, which is the provider's too.
const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const RECEIVED = `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.akagane-works.example with ESMTP id 1 for <m-kashiwabara@akagane-works.example>; ${DATE}`
const toMail = (header: readonly string[], body: readonly string[], received = RECEIVED) => [
  received,
  ...header,
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  ...body,
]
const TO = 'To: 柏原 澪 <m-kashiwabara@akagane-works.example>'
const TELLING = /akagane|kashiwabara|akaqane|柏原|澪|アカガネ|かしわばら/iu

describe('a domain of the recipient that only the mail tells of', () => {
  test.each([
    ['its own domain forged', 'From: IT <it-support@akagane-works.example>', TO],
    ['answers led there', 'From: a@parcel-desk.test', TO, 'Reply-To: hr@akagane-works.example'],
    ['its mailing list', 'From: a@parcel-desk.test', 'To: all@ml.akagane-works.example'],
    ['sender of record', 'From: a@parcel-desk.test', TO, 'Sender: hr@akagane-works.example'],
  ])('%s: asked about, and not published', async (_name, ...header) => {
    const mail = toMail(
      [
        ...header,
        'Return-Path: <bounce@akagane-works.example>',
        'List-Post: <mailto:all@ml.akagane-works.example>',
        'Subject: notice',
      ],
      ['https://parcel-desk.test/login', 'https://www.akagane-works.example/company/'],
    )
    const { values, asked, omitted, questions } = await draftFromMail(mail)
    expect(values.join('\n')).not.toMatch(TELLING)
    expect(values).toContain('url https://parcel-desk.test/login')
    expect(asked).toContain('met-name akagane-works.example')
    expect(omitted).toContain('identifying-domains')
    expect(questions.every(({ proposed }) => proposed !== 'keep')).toBe(true)
  })

  test('one answer that it is the attacker’s publishes it', async () => {
    const planted = toMail(
      ['From: x@parcel-desk.test', 'To: y@parcel-desk.test', 'Subject: notice'],
      ['https://parcel-desk.test/login'],
      `Received: from out.parcel-desk.test ([198.51.100.23]) by mx.hoshimi-kiko.example for <mori@hoshimi-kiko.example>; ${DATE}`,
    )
    const before = await draftFromMail(planted)
    expect(before.values).not.toContain('domain parcel-desk.test')
    expect(before.asked).toContain('met-name parcel-desk.test')
    expect(before.questions[0]?.why.ja).toContain('送信者が書き込める')
    const decisions = { [toQuestionId('met-name', 'parcel-desk.test')]: 'keep' } as const
    expect((await draftFromMail(planted, { decisions })).values).toEqual(
      expect.arrayContaining([
        'domain parcel-desk.test',
        'email-address x@parcel-desk.test',
        'url https://parcel-desk.test/login',
      ]),
    )
  })

  test('what the servers of the recipient wrote down weighs more than To', async () => {
    const mail = toMail(
      ['From: a@parcel-desk.test', 'To: you@list-of-many.test', 'Subject: notice'],
      ['https://www.akagane-works.example/', 'https://list-of-many.test/'],
    )
    const { questions } = await draftFromMail(mail)
    const whyOf = (domain: string) => questions.find(({ value }) => value === domain)?.why.ja
    expect(whyOf('akagane-works.example')).toContain('送信者は書き込めません')
    expect(whyOf('list-of-many.test')).toContain('送信者が書き込める')
  })
})

describe('a recipient that only the mail names, in the attacker’s data', () => {
  test.each([
    ['To', RECEIVED.replace(/ for <[^>]*>/u, '').replace('mx.akagane-works', 'mx.hoshimi-kiko')],
    ['the server that took it in', RECEIVED],
  ])('%s: masked and asked about', async (_name, received) => {
    const mail = toMail(
      [
        'From: x <kashiwabara-hr@parcel-desk.test>',
        TO,
        'Subject: 柏原澪 さま アカガネ 給与改定のお知らせ',
      ],
      [
        'https://parcel-desk.test/akagane-works/m-kashiwabara',
        ...['お客様各位', '下記より', 'ご確認ください。'],
        'https://akagane-works.parcel-two.test/',
        'https://akagane-works.example.parcel-three.test/x',
        'https://parcel-four.test/logo/akagane-works.example/logo.png',
        'https://akagane-works-example.test/owa',
        'https://akagane-vvorks.test/owa',
        'https://kashiwabara-pay.test/',
        ...['よろしく', 'お願い', 'いたします。'],
      ],
      received,
    )
    const { values, asked } = await draftFromMail(mail)
    expect(values.join('\n')).not.toMatch(TELLING)
    expect(values.join('\n')).not.toContain('vvorks')
    expect(values).toEqual(
      expect.arrayContaining([
        'domain parcel-two.test',
        'email-address ****@parcel-desk.test',
        'url https://parcel-desk.test/{token}/{token}',
        'url https://{token}.parcel-two.test/',
      ]),
    )
    expect(asked).toEqual(
      expect.arrayContaining([
        'met-name akagane-works-example.test',
        'met-name akagane-vvorks.test',
        'met-name kashiwabara-pay.test',
        'identifying-address kashiwabara-hr@parcel-desk.test',
      ]),
    )
  })

  test('a mailbox of one word is a name as well', async () => {
    const mail = toMail(
      ['From: a@parcel-desk.test', 'To: kashiwabara@akagane-works.example', 'Subject: notice'],
      ['https://parcel-desk.test/kashiwabara/'],
    )
    expect((await draftFromMail(mail)).values).toContain('url https://parcel-desk.test/{token}/')
  })

  test('words of any text are no names, whoever plants them as addressees', async () => {
    const planted = toMail(
      [
        'From: a@login-verify.test',
        'To: "Login Verify" <login.verify@hoshimi-kiko.example>, "Secure Account" <account@security.test>',
        'Subject: Microsoft security notice: verify your login',
      ],
      ['https://login-verify.test/security/login'],
      RECEIVED.replaceAll('akagane-works', 'hoshimi-kiko'),
    )
    const { values, asked } = await draftFromMail(planted)
    expect(asked).toEqual([])
    expect(values).toEqual(
      expect.arrayContaining([
        'subject Microsoft security notice: verify your login',
        'url https://login-verify.test/security/login',
      ]),
    )
  })
})

describe('a domain that only its sender shows, by writing to himself', () => {
  const PARTS = ['subsidiary.example', 'www.subsidiary.example', 'akagane.subsidiary.example']
  test.each(PARTS)('goes out nowhere once a person leaves it out: %s', async (host) => {
    const mail = toMail(
      [
        `From: taro@${host}`,
        `To: taro@${host}`,
        'Return-Path: <bounce-4f@subsidiary.example>',
        'Subject: notice',
      ],
      [`https://${host}/shop`, 'https://subsidiary.example/'],
    )
    const decisions = { [toQuestionId('met-name', 'subsidiary.example')]: 'omit' } as const
    expect((await draftFromMail(mail)).asked).toContain('met-name subsidiary.example')
    const { values } = await draftFromMail(mail, { decisions })
    expect(values.filter((value) => value.includes('subsidiary'))).toEqual([])
  })
})
