import { describe, expect, test } from 'vitest'
import { askAboutUnknownNames } from '../../unknown-names/unknown-name-questions.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const TO = `=?utf-8?B?${Buffer.from('黒柳 芳恵').toString('base64')}?= <y.kuroyanagi@kannami-valve.example>`
const toMail = (subject: string) => [
  `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.kannami-valve.example with ESMTP id 1 for <y.kuroyanagi@kannami-valve.example>; ${DATE}`,
  'From: a@parcel-desk.test',
  `To: ${TO}`,
  `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
  `Date: ${DATE}`,
  '',
  'https://login.parcel-desk.test/x',
]
const PROVIDER = { names: ['函南バルブ株式会社'], domains: ['kannami-valve.example'] }

const draft = async (subject: string) => {
  const { indicators, asked } = await draftFromMail(toMail(subject), { provider: PROVIDER })
  return {
    subject: indicators.find(({ type }) => type === 'subject')?.value ?? '',
    asked: asked.filter((one) => one.startsWith('company-word')),
  }
}

describe('T18: who is addressed in a subject is asked about, and hidden until then', () => {
  test.each([
    ['ご担当者様（大隈鋳工所）見積の件', '大隈鋳工所', '見積の件'],
    ['御社（大隈）への再送のお願い', '大隈', 'への再送'],
    ['大隈鋳工所の皆様へお知らせ', '大隈鋳工所', 'お知らせ'],
    ['大隈鋳工所 購買課宛 見積依頼', '大隈鋳工所 購買課', '見積依頼'],
    ['To: Okuma Foundry - invoice', 'Okuma Foundry', 'invoice'],
    ['Attn: Okuma Foundry Purchasing invoice', 'Okuma Foundry Purchasing', 'invoice'],
    ['RE: FAO Okuma Foundry invoice', 'Okuma Foundry', 'invoice'],
  ])('%s', async (subject, name, left) => {
    const { subject: shown, asked } = await draft(subject)
    expect(shown).not.toContain(name.split(' ')[0])
    expect(shown).toContain(left)
    expect(asked).toEqual([`company-word ${name}`])
  })

  test.each([
    ['Kuroyanagi Yoshie: payslip', '****: payslip'],
    ['Payslip of Yoshie Kuroyanagi', 'Payslip of ****'],
    ['〇五五九七八〇一二三 に折り返し', '**** に折り返し'],
  ])('%s', async (subject, shown) => {
    expect((await draft(subject)).subject).toBe(shown)
  })
})

describe('who is many people, or nobody, is no name', () => {
  test.each([
    '会員の皆様へ大切なお知らせ',
    'サービスをご利用の皆様へ',
    '全国の皆様へ',
    'ATTN: BENEFICIARY',
    'Attn: All Employees',
    'To: Our Valued Customers',
    'Attn: Overdue Invoice Payment',
    'To: Payment Advice',
    'カード利用中の皆様へ',
    'Kuroyanagi Invoice',
  ])('%s', async (subject) => {
    const { subject: shown, asked } = await draft(subject)
    expect(shown.replace('****', 'Kuroyanagi')).toBe(subject)
    expect(asked).toEqual([])
  })
})

test('T18: who is called by a given name as a subject begins is asked about', async () => {
  const content = (value: string) => ({
    ...{
      title: { ja: '', en: '' },
      summary: { ja: [], en: [] },
      classification: 'unclear' as const,
    },
    ...{
      arrivedPeriod: { ja: '', en: '' },
      techniques: [],
      lookalikes: [],
      advice: [],
      omitted: [],
    },
    ...{ tlp: 'AMBER' as const },
    indicators: [{ type: 'subject' as const, value, context: 'subject' }],
  })
  const ask = (value: string) =>
    askAboutUnknownNames({
      ...{
        questions: [],
        decisions: {},
        traces: { organisations: [] },
        met: { organisations: [] },
      },
      content: content(value),
    }).map((question) => question.value)
  expect(ask('Yoshie, quick task')).toEqual(['Yoshie'])
  expect(ask('Anyone, please')).toEqual([])
  expect(ask('Urgent, please')).toEqual([])
})

test('a mailbox beside the recipient’s takes no word of the trade out of links', async () => {
  const { values } = await draftFromMail(
    toMail('notice of delivery').map((line) =>
      line === 'https://login.parcel-desk.test/x'
        ? 'https://account-verify.parcel-desk.test/verify'
        : line.replace(/^Subject/u, 'Cc: erify@other.test\r\nSubject'),
    ),
    { provider: PROVIDER },
  )
  expect(values.join('\n')).toContain('https://account-verify.parcel-desk.test/verify')
})
