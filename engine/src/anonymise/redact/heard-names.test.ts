import { describe, expect, test } from 'vitest'
import { EMPTY_ALIASES } from '../aliases.ts'
import { buildRedactor } from './redact-text.ts'

const redactor = buildRedactor({
  traces: { organisations: [] },
  aliases: EMPTY_ALIASES,
  attacker: {
    ...{ addresses: new Set(), domains: new Set(['drop.test']), urls: new Set() },
    ...{ ipAddresses: new Set(), lookalikes: new Map() },
  },
})
const ja = (text: string): string => redactor.redact(text, 'ja').text

describe('T18: whom a text names by what stands around the name', () => {
  test.each([
    ['ワカバ鍛造の瀬名波でございます', '瀬名波'],
    ['株式会社ワカバの瀬名波です。', '瀬名波'],
    ['購買部の瀬名波より。', '瀬名波'],
    ['（青葉金属の瀬名波）と相談します', '瀬名波'],
    ['瀬名波と申します', '瀬名波'],
    ['担当：瀬名波／知念／ワカバ', 'ワカバ'],
    ['担当: 瀬名波、知念', '知念'],
    ['口座名義：カ）ワカバタンゾウ', 'ワカバタンゾウ'],
    ['代表 瀬名波 樹（せなは いつき）', 'せなは'],
    ['瀬名波 樹（Itsuki SENAHA）', 'SENAHA'],
    // Surnames that end as nouns do.
    ['担当：田中', '田中'],
    ['担当：竹内／岡部', '岡部'],
    ['村上と申します', '村上'],
    ['青葉金属の山下でございます', '山下'],
    ['購買部の土方より。', '土方'],
    ['株式会社ワカバの春日です。', '春日'],
    ['購買部の別所です。', '別所'],
    ['総務課の氷室と申します', '氷室'],
    ['購買部の国分でした', '国分'],
    ['担当：大前', '大前'],
    ['作成者：丹後', '丹後'],
    ['経理部の長谷部と申します', '長谷部'],
    ['ask Mr. J. Senaha to call', 'Senaha'],
    ['担当：平井のお電話は03-0000-0000です', '平井'],
    ['担当者：蔦屋木のご連絡先', '蔦屋木'],
    ['担当：蔦屋木（Sales）', '蔦屋木'],
    ['担当：蔦屋木（Tokyo Office）', '蔦屋木'],
    ['経理部の蔦屋木（Web）です。', '蔦屋木'],
    ['口座名義：アマネのお花', 'アマネ'],
    ['Dear Customer Mizuhashi,', 'Mizuhashi'],
    ['Dear Accounting Mizuhashi', 'Mizuhashi'],
    ['Dear Info Suzuki', 'Suzuki'],
    ['Hello Hr Sato', 'Sato'],
    ['Dear Grant Senaha,', 'Senaha'],
    ['Hi Bill Senaha,', 'Senaha'],
    ['Wakaba Forging K.K. is waiting', 'Wakaba'],
    ['ﾜｶﾊﾞﾀﾝｿﾞｳ㈱', 'ﾜｶﾊﾞ'],
  ])('%s', (text, name) => {
    expect(ja(text)).not.toContain(name)
  })

  test.each([
    'Hi Voicemail Message',
    'Dear Invoice Payment',
    'Dear Customer Parcel Waiting',
    'Hello Quarantine Notice',
    '配送 完了（Sagawa Express）',
    '未払 請求（Final Notice）',
    '口座名義：お支払い方法変更のお知らせ',
    '担当：口座変更のお願い',
    'システム部の製品です。',
    '請求書の件でございます。',
    'サポートセンターのサービスです。',
    '担当：未定',
    '担当：経理部',
    '担当：営業本部',
    '御社の社内です。',
    '工場の場所です。',
    '営業所の会議室です。',
    '支店の今後です。',
    '担当者：本日不在',
    '担当：社外',
    '経理部の一部です。',
    '弊社の新しい口座です。',
    '担当者：至急ご確認ください',
    'お荷物の配達状況（はいたつじょうきょう）',
    '税務署（ぜいむしょ）からのお知らせ',
  ])('and no noun: %s', (text) => {
    expect(ja(text)).toBe(text)
  })
})

describe('T18: a name that was told once is known in the rest of the text', () => {
  test.each([
    ['瀬名波様\n本文です。\n作成 瀬名波', '瀬名波'],
    ['瀬名波常務には言うな。\n瀬名波 樹\nより', '樹'],
    ['株式会社ワカバ鍛造\nワカバ 営業', 'ワカバ 営業'],
    ['株式会社ワカバ鍛造\nﾜｶﾊﾞ / わかば', 'ﾜｶﾊﾞ'],
    ['株式会社ワカバ鍛造\nﾜｶﾊﾞ / わかば', 'わかば'],
    ['Wakaba Forging K.K.\nHiro at Wakaba', 'at Wakaba'],
    ['Dear Ms. Senaha,\n…\ncc: SENAHA', 'SENAHA'],
  ])('%s', (text, name) => {
    expect(ja(text)).not.toContain(name)
  })

  test.each([
    ['Free Holdings Group\nit is free, Free of charge', 'Free of charge'],
    ['Dear Mr. Page,\nsee the Page', 'see the Page'],
    ['瀬名波様\nhttps://drop.test/senaha', 'hxxps://drop[.]test/senaha'],
    ['ワカバ様\nワカバヤシの会', 'ワカバヤシの会'],
  ])('and no more than the name: %s', (text, left) => {
    expect(ja(text)).toContain(left)
  })
})

describe('T16: numbers that are not written as numbers are', () => {
  test.each([
    '口座: 七六五四三二一',
    '7 6 5 4 3 2 1',
    '7-6-5-4-3-2-1',
    '携帯 ○九○-5555-0133',
    '055/5555/0123',
    '内線３４１２',
    'ext. 3412',
    'ゼロゴーゴー九七八〇一二三',
    'zero five five nine seven eight',
    'INV/2026/11/0417',
    'Storgatan 5',
  ])('%s', (text) => {
    expect(ja(text)).toMatch(/［[^］]+］/u)
    expect(ja(text)).not.toMatch(/[\d０-９]{2}|七六|七八|five/u)
  })

  test.each([
    '一二三の順に',
    '第二四半期',
    'two or three',
    '1 2 3 steps',
    '二〇二六年の予定',
    'ポート 443',
    'マルウェア',
  ])('and nothing else: %s', (text) => {
    expect(ja(text)).toBe(text)
  })
})

describe('what a sender writes in the place of a name is no expression', () => {
  test.each([
    ['口座名義：山田[至急', '口座名義：'],
    ['名義：山田|\\S 請求書のお支払いについて\n本文はそのまま', '本文はそのまま'],
    [`名義：山a*a*a*a*a*a*a*a*!\n山${'a'.repeat(60)}b\n本文はそのまま`, '本文はそのまま'],
    ['名義：(?:.*)\n本文はそのまま', '本文はそのまま'],
  ])('%s', (text, left) => {
    expect(ja(text)).toContain(left)
  })
})

test.each([
  [
    'people',
    Array.from({ length: 10_000 }, (_, at) => `担当：瀬${String.fromCodePoint(0x4e00 + at)}`),
  ],
  ['companies', Array.from({ length: 10_000 }, () => '株式会社青空商会、')],
  [
    'different companies',
    Array.from(
      { length: 8_000 },
      (_, at) => `株式会社青${String.fromCodePoint(0x4e00 + at)}商会、`,
    ),
  ],
])('ten thousand %s cost no more than their text', (_name, names) => {
  expect(ja(names.join('\n')).length).toBeGreaterThan(0)
})
