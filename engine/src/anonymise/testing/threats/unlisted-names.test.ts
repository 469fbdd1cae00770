import { describe, expect, test } from 'vitest'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const toMail = (subject: string, fileName: string) => [
  `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.akaganeworks.example with ESMTP id 1 for <mori@akaganeworks.example>; ${DATE}`,
  'From: a@parcel-desk.test',
  'To: mori@akaganeworks.example',
  `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: application/octet-stream',
  'Content-Transfer-Encoding: base64',
  `Content-Disposition: attachment; filename="${fileName}"`,
  '',
  Buffer.from('MZ').toString('base64'),
  '--b--',
]

const draft = async (subject: string, fileName = 'a.exe') => {
  const { values, asked } = await draftFromMail(toMail(subject, fileName))
  return { values: values.join('\n'), asked: asked.filter((one) => one.startsWith('company-word')) }
}

describe('T18: a name that no register holds is asked about, and hidden until then', () => {
  test.each([
    ['信濃川鉄工の請求書', '信濃川鉄工', '請求書'],
    ['多摩境物産 見積依頼の件', '多摩境物産', '見積依頼'],
    ['磐梯山製薬向け 契約書', '磐梯山製薬', '契約書'],
    ['九頭竜建設より入金のお知らせ', '九頭竜建設', '入金'],
    ['Shinanogawa Steel invoice', 'Shinanogawa Steel', 'invoice'],
    ['SHINANOGAWA LOGISTICS invoice', 'SHINANOGAWA LOGISTICS', 'invoice'],
    ['shinanogawa tekko 契約書の件', 'shinanogawa tekko', '契約書の件'],
    ['Shinanogawa様向け 契約書', 'Shinanogawa', '契約書'],
    ['Shinanogawa Precision 御中 契約書', 'Shinanogawa Precision', '契約書'],
    ['[shinanogawa-all 00123] お支払いの確認', 'shinanogawa-all', 'お支払い'],
    ['Akagane invoice overdue', 'Akagane', 'invoice'],
    // One letter dressed up still reads as the name.
    ['Akágäne invoice overdue', 'Akágäne', 'invoice'],
    ['Akügane invoice overdue', 'Akügane', 'invoice'],
  ])('subject: %s', async (subject, name, left) => {
    const { values, asked } = await draft(subject)
    expect(values).not.toContain(name)
    expect(values).toContain(left)
    expect(asked).toEqual([`company-word ${name}`])
  })

  test.each([
    ['Akagane_NDA.exe', 'file-name ****_NDA.exe'],
    ['akagane-order.exe', 'file-name ****-order.exe'],
  ])('file name: %s', async (fileName, shown) => {
    const { values, asked } = await draft('invoice overdue', fileName)
    expect(values).toContain(shown)
    expect(asked).toHaveLength(1)
  })
})

describe('words that name nobody are published unasked', () => {
  test.each([
    ['健康保険の更新手続きのご案内'],
    ['有価証券報告書の送付について'],
    ['冷凍食品のご注文ありがとうございます'],
    ['Free Shipping on your next order'],
    ['How It Works: your new account'],
    ['Account statement overdue'],
    ['[Action 1] confirm the account'],
  ])('%s', async (subject) => {
    const { values, asked } = await draft(subject)
    expect(asked).toEqual([])
    expect(values).toContain(`subject ${subject}`)
  })
})
