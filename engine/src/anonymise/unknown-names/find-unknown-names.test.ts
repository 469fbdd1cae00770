import { describe, expect, test } from 'vitest'
import { CLASSIFICATIONS } from '../../analysis.ts'
import { techniques } from '../../techniques/index.ts'
import type { BulletinContent } from '../bulletin-content.ts'
import { draftBulletin } from '../draft/draft-bulletin.ts'
import { TECHNIQUE_SENTENCES } from '../draft/technique-sentences.ts'
import { FRAUD_CASE } from '../testing/case-of-invoice-fraud.ts'
import type { Decisions } from '../question.ts'
import { KNOWN_TRACES } from '../testing/known-traces.ts'
import { findUnknownNames } from './find-unknown-names.ts'
import { askAboutUnknownNames, replaceUnknownName } from './unknown-name-questions.ts'

const { content: DRAFT } = draftBulletin(FRAUD_CASE)
const withText = (...paragraphs: readonly string[]): BulletinContent => ({
  ...DRAFT,
  summary: { ja: paragraphs, en: [] },
})
const NOBODY = { organisations: [] }
const listed = (text: string) =>
  findUnknownNames(withText(text), NOBODY).map(({ kind, value }) => [kind, value])

test.each([
  ['東雲電機株式会社に届きました', 'organisation', '東雲電機株式会社'],
  ['株式会社東雲から届きました', 'organisation', '株式会社東雲'],
  ['送金先は東雲精機です', 'organisation', '東雲精機'],
  ['from Harbour Lights Ltd. yesterday', 'organisation', 'Harbour Lights Ltd.'],
  ['by Weber GmbH', 'organisation', 'Weber GmbH'],
  ['経理部の職員', 'organisation', '経理部'],
  ['情報システム課に連絡', 'organisation', '情報システム課'],
  ['受信したのは大阪支店です', 'organisation', '大阪支店'],
  ['東雲様に届いた', 'person', '東雲'],
  ['山本が電話で確かめた', 'person', '山本'],
  ['山本 一郎は送金した', 'person', '山本 一郎'],
  // A surname that no list holds, beside a given name that is made as most are.
  ['高梨奈緒子に届いた', 'person', '高梨奈緒子'],
  ['小鳥遊 悠斗の件', 'person', '小鳥遊 悠斗'],
  ['林 健が送金した', 'person', '林 健'],
  ['森 一郎は送金した', 'person', '森 一郎'],
  ['林が電話で確かめた', 'person', '林'],
  ['林様に届いた', 'person', '林'],
  ['東 様に届いた', 'person', '東'],
  ['森氏に届いた', 'person', '森'],
  ['東部長に届いた', 'person', '東'],
  ['阿部 部長に届いた', 'person', '阿部'],
  ['担当：滝', 'person', '滝'],
  ['専務 高梨 渚紗', 'person', '高梨 渚紗'],
  ['モリタ（모리타 하나코）の名', 'person', '모리타 하나코'],
  ['署名は Морита Ханако だった', 'person', 'Морита Ханако'],
  ['株式会社みなと鋳造に届いた', 'organisation', '株式会社みなと鋳造'],
  ['株式会社みなと観光の名', 'organisation', '株式会社みなと観光'],
  ['株式会社みなとから届いた', 'organisation', '株式会社みなと'],
  ['株式会社すかいらーくの名', 'organisation', '株式会社すかいらーく'],
  ['Dear Mr. Haugen, please', 'person', 'Haugen'],
  ['Ms Lindqvist paid', 'person', 'Lindqvist'],
  ['Kind regards,\nPriya Haugen', 'person', 'Priya Haugen'],
  ['電話 03-0206-1821 へ', 'phone', '03-0206-1821'],
  ['電話０３－０２０６－１８２１へ', 'phone', '０３－０２０６－１８２１'],
  ['+44 20 7946 0446 に', 'phone', '+44 20 7946 0446'],
  ['送金先 GB82 WEST 1234 5698 7654 32 に', 'account', 'GB82 WEST 1234 5698 7654 32'],
  ['口座番号: 5442369', 'account', '5442369'],
  ['SWIFT: NWBKGB2L', 'account', 'NWBKGB2L'],
  ['カード 4111 1111 1111 1111', 'account', '4111 1111 1111 1111'],
  ['〒100-0001 に', 'address', '〒100-0001'],
  ['東京都千代田区丸の内1-2-3 に', 'address', '東京都千代田区丸の内1-2-3'],
  ['at 12 Harbour Street today', 'address', '12 Harbour Street'],
  ['keiri@tokumei.test から', 'email', 'keiri@tokumei.test'],
  ['端末 WS-LIND97 で', 'machine', 'WS-LIND97'],
])('%s → %s %s', (text, kind, value) => {
  expect(listed(text)).toEqual([[kind, value]])
})

describe('what a bulletin says on purpose is no unknown name', () => {
  test.each([
    ['A社の担当者は、B社担当者様を装うメールを受け取り、X社に送金しました'],
    ['Company A staff wrote to Company B.'],
    ['Microsoft Corp を装う偽の画面'],
    ['内部の管理部門の一部は、外部の生産部品を確認しました'],
    ['お客様、皆様、担当者様'],
    ['お客 様、皆 様、代表取締役'],
    ['友人や知人を装い、次世代の和文メールを新世紀に送る正義の達人'],
    ['社長 面談、差出人：不明、作成者：未記入'],
    ['森林、林業、原因、関係、東西南北、北部、西から東へ'],
    ['192.0.2.44 と relay-drop.test を遮断してください'],
    ['GB00 WEST 1234 5698 7654 32 は検査数字が合いません'],
    ['番号 4111 1111 1111 1112 も合いません'],
    ['CVE-2026-12345 と T1566.001 と SHA-256'],
  ])('%s', (text) => {
    expect(listed(text)).toEqual([])
  })

  test('no sentence that a draft may write is one', () => {
    const said = [
      ...CLASSIFICATIONS.map((classification) => {
        const { content } = draftBulletin({ ...FRAUD_CASE, classification })
        return [content.title.ja, ...content.summary.ja, content.title.en, ...content.summary.en]
      }),
      ...Object.values(TECHNIQUE_SENTENCES).map(({ ja, en }) => [ja, en]),
      ...techniques.map(({ advice }) => [advice.ja, advice.en]),
    ].flat()
    expect(said.filter((text) => listed(text).length > 0)).toEqual([])
  })
})

const ask = (content: BulletinContent, decisions: Decisions) =>
  askAboutUnknownNames({ questions: [], content, decisions, traces: NOBODY, met: NOBODY })

test('a given name of somebody known is one beside any surname', () => {
  const people = [{ names: ['須田 渚紗'], addresses: [] }]
  const [known] = KNOWN_TRACES.organisations
  const organisations = known === undefined ? [] : [{ ...known, people }]
  const values = findUnknownNames(withText('御影渚紗が送金した'), { organisations }, NOBODY)
  expect(values.map(({ value }) => value)).toEqual(['御影渚紗'])
  expect(listed('御影渚紗が送金した')).toEqual([])
})

test('registered names and numbers are the matter of the check', () => {
  const content = withText('北浜精機の森田様、03-0206-1821、東雲電機')
  expect(findUnknownNames(content, KNOWN_TRACES).map(({ value }) => value)).toEqual(['東雲電機'])
})

test('a name that may stay is answered, one that was replaced and typed again is asked about again', () => {
  const content = withText('東雲電機株式会社の山本が確認しました')
  const [company] = ask(content, {})
  expect(company).toMatchObject({ value: '東雲電機株式会社', number: 1 })
  const id = company?.questionId ?? ''
  const decided = (choice: 'keep' | 'alias') =>
    ask(content, { [id]: choice }).map((one) => one.decided)
  expect(decided('keep')).toEqual(['keep', undefined])
  expect(decided('alias')).toEqual([undefined, undefined])
  const replaced = replaceUnknownName(content, { questionId: id, value: '東雲電機株式会社' })
  expect(replaced.summary.ja).toEqual(['X社の山本が確認しました'])
})

test('a long hostile text is read in time that grows with its length', () => {
  for (const unit of [
    '株',
    '市1',
    '経理',
    '4 ',
    'A1 ',
    '山本',
    'Ab ',
    '部',
    '〒1',
    '1-',
    '林 ',
    '奈',
    '担当：',
    'みなと',
    '青',
    '青ア',
    '青 課',
    '医療法人',
    '御中',
    '株式会社みなと',
    '하나',
    'Ма ',
  ]) {
    const content = withText(...Array.from({ length: 40 }, () => unit.repeat(4000 / unit.length)))
    const before = process.cpuUsage()
    findUnknownNames(content, NOBODY)
    expect(process.cpuUsage(before).user).toBeLessThan(4_000_000)
  }
})

test.each([
  ['subject', 'Kenichi Sato password expiry', 'Kenichi Sato', '**** password expiry'],
  ['subject', '見積依頼 佐藤 健一 様', '佐藤 健一', '見積依頼 **** 様'],
  ['subject', '高梨奈緒子 請求書', '高梨奈緒子', '**** 請求書'],
  ['subject', 'Оплата Морита Ханако', 'Оплата Морита', '**** Ханако'],
  ['file-name', '高梨奈緒子履歴書.pdf', '高梨奈緒子', '****履歴書.pdf'],
  ['file-name', 'Takanashi_Naoko_CV.pdf', 'Takanashi_Naoko', '****_CV.pdf'],
  ['file-name', 'SATO Kenichi 050-1234-5678.pdf', 'SATO Kenichi', '**** 050-1234-5678.pdf'],
] as const)(
  'a name in a %s is asked about and replaced there: %s',
  (type, value, name, replaced) => {
    const { content } = draftBulletin(FRAUD_CASE)
    const indicators = [{ type, value, context: 'message' }]
    const questions = ask({ ...content, indicators }, {})
    const question = questions.find((one) => one.value === name)
    expect(question, JSON.stringify(questions.map((one) => one.value))).toBeDefined()
    if (question === undefined) return
    expect(replaceUnknownName({ ...content, indicators }, question).indicators).toEqual([
      { type, value: replaced, context: 'message', isPattern: true },
    ])
  },
)

test('no field of a bulletin is left unread: a name typed into any of them is asked about', () => {
  const { content } = draftBulletin(FRAUD_CASE)
  const said = { ja: '東雲電機株式会社', en: '東雲電機株式会社' }
  const fields: readonly Partial<BulletinContent>[] = [
    ...[{ title: said }, { advice: [said] }, { arrivedPeriod: said }],
    ...[{ summary: { ja: [said.ja], en: [] } }, { summary: { ja: [], en: [said.en] } }],
    ...[{ title: said }, { say: said }].map((part) => ({
      techniques: [
        { id: 'reply-to', title: { ja: '', en: '' }, say: { ja: '', en: '' }, attack: [], ...part },
      ],
    })),
    { lookalikes: [{ genuine: said.ja, observed: '', edits: [] }] },
  ]
  for (const field of fields) {
    expect(ask({ ...content, ...field }, {}).map(({ value }) => value)).toContain(said.ja)
  }
})
