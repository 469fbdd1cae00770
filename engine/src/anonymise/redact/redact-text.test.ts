import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignAliases, EMPTY_ALIASES, letterAt } from '../aliases.ts'
import { findTraces } from '../check/find-traces.ts'
import { KNOWN_TRACES } from '../testing/known-traces.ts'
import { buildRedactor } from './redact-text.ts'

const redactor = buildRedactor({
  traces: KNOWN_TRACES,
  aliases: assignAliases(EMPTY_ALIASES, KNOWN_TRACES),
  attacker: {
    addresses: new Set(['boss.office@mail-desk.test']),
    domains: new Set(['mail-desk.test', 'drop.test', 'fjordell-purnps.example']),
    urls: new Set([]),
    ipAddresses: new Set(['192.0.2.44', '10.0.0.7']),
    lookalikes: new Map(),
  },
})
const ja = (text: string): string => redactor.redact(text, 'ja').text

describe('T12 T16 T18: known names become aliases in every spelling', () => {
  test.each([
    ['株式会社北浜精機の森田です', 'A社のA社担当者です'],
    ['㈱北濵精機', 'A社'],
    ['(株) 北 浜 精 機', 'A社'],
    ['ｷﾀﾊﾏの件', 'A社の件'],
    ['きたはま精機', 'A社'],
    ['KITAHAMA SEIKI', 'A社'],
    ['Ｋｉｔａｈａｍａ　Ｓｅｉｋｉ', 'A社'],
    ['Кitahаmа Seiki', 'A社'],
    ['北\u200b浜\u200b精\u200b機', 'A社'],
    ['高橋由紀子', 'A社経営者'],
    ['TAKAHASI YUKIKO', 'A社経営者'],
    ['Yukiko Takahashi', 'A社経営者'],
    ['フィヨルデル社', 'B社社'],
    ['Ingrid Solberg', 'B社担当者'],
    ['KSKへ', 'A社へ'],
    ['t.morita', 't.A社担当者'],
    ['k-morita', 'A社担当者'],
    ['regards, Ingrid', 'regards, B社担当者'],
    ['task', 'task'],
    ['memorial', 'memorial'],
  ])('%s → %s', (text, expected) => {
    expect(ja(text)).toBe(expected)
  })
})

describe('T16: what looks personal goes, whoever it belongs to', () => {
  test.each([
    ['電話 03-1234-5678', '電話 ［電話番号］'],
    ['電話 ０３－１２３４－５６７８', '電話 ［電話番号］'],
    ['+44 20 7946 0759', '［電話番号］'],
    ['〒100-0001', '［郵便番号］'],
    ['東京都千代田区丸の内1-2-3', '［住所］'],
    ['3,500,000円を', '［金額］を'],
    ['USD 182,400', '［金額］'],
    ['GB57 NWBK 6340 9960 6580 95', '［口座番号］'],
    ['普通 1234567', '［口座番号］'],
    ['社員番号E952449', '［社員番号］'],
    ['invoice INV-20871', 'invoice ［番号］'],
    ['田中一郎様', '［氏名］様'],
    ['早乙女百合子様', '［氏名］様'],
    ['長谷部慎太郎様', '［氏名］様'],
    ['高御堂千鶴子様', '［氏名］様'],
    ['勅使河原龍之介様へ', '［氏名］様へ'],
    ['24時間以内にご連絡ください', '24時間以内にご連絡ください'],
    ['17時までに', '［時刻］までに'],
    ['令和8年11月26日付', '［日付］付'],
    ['令和元年分', '［日付］分'],
    ['R8.11.26 請求書', '［日付］ 請求書'],
    ['R2.1 の更新', 'R2.1 の更新'],
    ['tanaka%40unrelated.test', '［メールアドレス］'],
    ['重要取引先様、製品技術仕様', '重要取引先様、製品技術仕様'],
    ['お客様、皆様', 'お客様、皆様'],
    // How long says nothing of when.
    ['24時間以内にご連絡ください', '24時間以内にご連絡ください'],
    ['Dear Mr. Smith,', 'Dear Mr. ［氏名］,'],
    ['Suzuki-san', '［氏名］-san'],
    ['C:\\Users\\orourke\\Desktop\\a.pdf', '［ファイルの場所］'],
    ['WS-LIND97', '［端末名］'],
    ['10.139.1.2', '［IPアドレス］'],
    ['someone@unrelated.test', '［メールアドレス］'],
    ['https://unrelated.test/a', '［リンク］'],
    ['東雲電機', 'X社'],
    ['Harbour Lights Ltd', 'X社'],
    ['a\n--\n鈴木\n営業部 03-1111-2222\n', 'a\n--\n\n'],
    ['a\n> quoted 1\n> quoted 2\nb', 'a\n［引用］\nb'],
    ['a\n-----Original Message-----\nFrom: x\nsecret', 'a\n［引用］'],
  ])('%s → %s', (text, expected) => {
    expect(ja(text)).toBe(expected)
  })
})

test('T03: on the shared side too, a local part that is no word may be a code for the recipient', () => {
  const { text, questions } = redactor.redact('From: c3VkYQ@mail-desk.test', 'ja')
  expect(text).toBe('From: ****@mail-desk[.]test')
  expect(questions.map(({ kind, proposed }) => [kind, proposed])).toEqual([
    ['identifying-address', 'pattern'],
  ])
})

describe('what is the attacker’s stays readable', () => {
  test.each([
    ['boss.office@mail-desk.test', 'boss.office@mail-desk[.]test'],
    ['192.0.2.44', '192.0.2[.]44'],
    ['https://drop.test/inv/pay.html', 'hxxps://drop[.]test/inv/pay.html'],
    ['hxxps://drop[.]test/inv', 'hxxps://drop[.]test/inv'],
    // A private address is never the attacker's outside his victim.
    ['10.0.0.7', '［IPアドレス］'],
    ['https://drop.test/c?e=a2Vpcml&n=1', 'hxxps://drop[.]test/c?e={token}&n={token}'],
    ['accounts.solberg@mail-desk.test', '****@mail-desk[.]test'],
    ['info@fjordell-purnps.example', 'B社に似せたドメイン'],
    ['https://kitaharna-seiki.drop.test/a', 'A社に似せたドメイン'],
  ])('%s → %s', (text, expected) => {
    expect(ja(text)).toBe(expected)
  })
})

test('the original side is the original, letter for letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { original } = redactor.redact(text, 'en')
      expect(original.map((part) => part.text).join('')).toBe(text)
    }),
    { numRuns: 200 },
  )
})

const NAMES = KNOWN_TRACES.organisations.flatMap(
  ({ names, domains, people, hosts, ipAddresses, numbers }) => [
    ...names,
    ...domains,
    ...hosts,
    ...ipAddresses,
    ...numbers,
    ...people.flatMap((person) => [...person.names, ...person.addresses]),
  ],
)

/** Ways in which a mail writes a name. */
const WRITINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => (/\d{4}/u.test(name) ? name : name.toLowerCase()),
  (name) => name.normalize('NFKD'),
  (name) => name.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  // Numbers so written are found by the check and not by the redactor, which is refused and not a leak.
  (name) => (/\d{4}|\d\.\d/u.test(name) ? name : [...name].join('\u200b')),
  (name) => name.replace(/\s/gu, ''),
  (name) => [...name].reverse().join(''),
  (name) => `https://drop.test/p/${Buffer.from(name).toString('base64url')}`,
  (name) => `https://drop.test/?u=${encodeURIComponent(name)}`,
  (name) => `https://drop.test/#${Buffer.from(name).toString('hex')}`,
  (name) => `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`,
]
const WORDS = [
  'please remit',
  'お世話になっております。',
  'の件、',
  '\n',
  ' ',
  '、',
  'account',
  '（',
  '）',
  '> ',
  '--\n',
]

test('the leak check finds nothing in what the redactor shares, for any mail', () => {
  const piece = fc.oneof(
    fc.constantFrom(...WORDS),
    fc
      .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...WRITINGS))
      .map(([name, write]) => `${write(name)} `),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const shared = redactor.redact(pieces.join(' '), 'ja').text
      const leaks = findTraces([{ format: 'x', bytes: Buffer.from(shared) }], KNOWN_TRACES)
      expect(leaks.map(({ trace, how, excerpt }) => [trace, how, excerpt])).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('hostile text is redacted in bounded time', () => {
  for (const unit of ['a.', '1-', 'a@', '株', '>', 'A-1', '市1', 'http://', '%41', ' 0']) {
    // CPU time, not the clock: other tests share the machine.
    const before = process.cpuUsage()
    redactor.redact(unit.repeat(20_000 / unit.length), 'ja')
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000)
  }
})

test('letters go A … Z without X, then AA', () => {
  expect([0, 22, 23, 24, 25, 26].map(letterAt)).toEqual(['A', 'W', 'Y', 'Z', 'AA', 'AB'])
})

test('of a list of companies all become X社, and a person is asked about as many as one answers with care', () => {
  const names = Array.from(
    { length: 200 },
    (_, at) => `株式会社${String.fromCodePoint(0x4e80 + at)}山興業`,
  )
  const { text, questions } = redactor.redact(names.join('\n'), 'ja')
  expect(text.split('\n')).toEqual(names.map(() => 'X社'))
  expect(questions).toHaveLength(40)
})
