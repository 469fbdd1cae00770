import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const BODY = ['阿万音 蓮 様', '', 'ベニモ商事株式会社の蔦屋木でございます。', 'ご確認ください。']
const encode = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
const toMail = (subject: string, fileName: string, body: readonly string[]) => [
  `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <it@hoshimi-kiko.example>; ${DATE}`,
  'From: a@parcel-desk.test',
  'To: it@hoshimi-kiko.example',
  `Subject: ${encode(subject)}`,
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  ...body,
  '--b',
  'Content-Type: application/octet-stream',
  'Content-Transfer-Encoding: base64',
  `Content-Disposition: attachment; filename="${encode(fileName)}"`,
  '',
  Buffer.from('MZ').toString('base64'),
  '--b--',
]

const draft = (subject: string, fileName = 'a.exe', body: readonly string[] = BODY) =>
  draftFromMail(toMail(subject, fileName, body))

describe('T18: whom the text of a mail shows is no word of its subject and files either', () => {
  test.each([
    ['ご請求書（阿万音）', 'ご請求書（****）'],
    ['お支払いのお願い 阿万音蓮', 'お支払いのお願い ****'],
    ['阿万音 蓮 宅配便のお知らせ', '**** 宅配便のお知らせ'],
    ['経理部 阿万音 宛て', '経理部 **** 宛て'],
    ['経理ご担当 阿万音', '経理ご担当 ****'],
    ['蔦屋木より請求書', '****より請求書'],
    ['ご請求書 ベニモ', 'ご請求書 ****'],
  ])('subject: %s', async (subject, said) => {
    expect((await draft(subject)).values).toContain(`subject ${said}`)
  })

  test.each([
    ['阿万音_給与明細.zip', '****_給与明細.zip'],
    ['阿万音蓮_給与明細.zip', '****_給与明細.zip'],
    ['給与明細 阿万音.pdf', '給与明細 ****.pdf'],
    ['見積書（蔦屋木）.doc', '見積書（****）.doc'],
    ['御見積_ベニモ.xlsx', '御見積_****.xlsx'],
  ])('file: %s', async (fileName, said) => {
    expect((await draft('notice', fileName)).values).toContain(`file-name ${said}`)
  })

  test('whom its subject shows is no word of its files', async () => {
    const { values } = await draft('阿万音様 ご請求', '阿万音_明細.zip', ['ご確認ください。'])
    expect(values).toContain('file-name ****_明細.zip')
  })

  test('a company that an analyst keeps may stay in the subject too', async () => {
    const kept = toQuestionId('company-word', 'ベニモ商事株式会社')
    const { values } = await draftFromMail(toMail('請求書 ベニモ', 'a.exe', BODY), {
      decisions: { [kept]: 'keep' },
    })
    expect(values).toContain('subject 請求書 ベニモ')
  })

  test('it is asked about the company, and not about who speaks for it', async () => {
    const { asked } = await draft('notice')
    const words = asked.filter((one) => one.startsWith('company-word '))
    expect(words).toEqual(['company-word ベニモ商事株式会社'])
  })

  test('nobody else is: offices, customers and services stay readable', async () => {
    const body = [
      ...['株主様', 'オーナー様', '品質管理 部長', '経理 課長', 'Dear Amazon Customer', ''],
      '担当：総務',
    ]
    const subject = '株主優待 オーナー限定 品質管理 経理 総務 Amazon'
    const { values } = await draft(subject, 'a.exe', body)
    expect(values).toContain(`subject ${subject}`)
  })

  test.each([
    ['インボイス様', 'インボイス 発行'],
    ['Dear Amazon', 'Amazon Payment'],
    ['請求様', '請求 発行'],
  ])('a word of every lure is nobody: %s', async (greeting, subject) => {
    const { values } = await draft(subject, 'a.exe', [greeting, '', 'ご確認ください。'])
    expect(values).toContain(`subject ${subject}`)
  })

  test('what stands behind a name is left, where it is no given name', async () => {
    const { values } = await draft('阿万音 発行 明細のご案内')
    expect(values).toContain('subject **** 発行 明細のご案内')
  })

  test.each([
    ['subject', '阿万音 宅配便', 'a.exe'],
    ['file-name', 'notice', '阿万音_明細.zip'],
  ])('a person is asked, who may keep it in the %s', async (type, subject, fileName) => {
    const { asked } = await draft(subject, fileName)
    expect(asked).toContain('met-name 阿万音')
    const decisions = { [toQuestionId('met-name', '阿万音')]: 'keep' } as const
    const { values } = await draftFromMail(toMail(subject, fileName, BODY), { decisions })
    expect(values).toContain(`${type} ${type === 'subject' ? subject : fileName}`)
  })

  test('what a subject itself shows is no question', async () => {
    const { asked } = await draft('阿万音様 ご請求', 'a.exe')
    expect(asked).not.toContain('met-name 阿万音')
  })
})
