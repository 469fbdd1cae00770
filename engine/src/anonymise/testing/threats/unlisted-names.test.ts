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
    // Whatever stands before words that are said to an organisation alone, or to its people.
    ['医療法人社団青嵐会 御中 お見積り', '医療法人社団青嵐会', 'お見積り'],
    ['社会福祉法人あけぼの福祉会御中 請求書', '社会福祉法人あけぼの福祉会', '請求書'],
    ['JAひなた御中 請求書', 'JAひなた', '請求書'],
    ['翠光 総務課 御中 請求書', '翠光 総務課', '請求書'],
    ['翠光ネット各位 パスワード更新', '翠光ネット', 'パスワード更新'],
    ['独立行政法人翠光機構 担当者様 請求書', '独立行政法人翠光機構', '請求書'],
    ['翠光市役所ご担当者様 請求書', '翠光市役所', '請求書'],
    ['翠光フェリー様 注文書', '翠光フェリー', '注文書'],
    ['HKRロジ様 注文書', 'HKRロジ', '注文書'],
    // A form or a kind tells as much anywhere.
    ['【監査法人翠光】重要なお知らせ', '監査法人翠光', '重要なお知らせ'],
    ['翠光学園 パスワード更新', '翠光学園', 'パスワード更新'],
    ['翠光農業協同組合からのお知らせ', '翠光農業協同組合', 'お知らせ'],
    ['翠光鋳造株式会社からのお知らせ', '翠光鋳造株式会社', 'からのお知らせ'],
    ['翠光県庁 パスワード更新', '翠光県庁', 'パスワード更新'],
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
    ['関係者各位 重要なお知らせ'],
    ['会員各位へのお知らせ'],
    ['お取引先様各位 年末のご挨拶'],
    ['経理ご担当者様 お支払いの確認'],
    ['ホームページご担当者様 広告のご案内'],
    ['情報システム 御中 確認'],
    ['カードのご利用者様 ログインの確認'],
    ['健康保険組合のお知らせ'],
  ])('%s', async (subject) => {
    const { values, asked } = await draft(subject)
    expect(asked).toEqual([])
    expect(values).toContain(`subject ${subject}`)
  })
})
