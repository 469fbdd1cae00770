import { describe, expect, test } from 'vitest'
import { assignAliases, EMPTY_ALIASES } from '../../aliases.ts'
import { NO_ATTACKER_FACTS } from '../../redact/redaction-context.ts'
import { buildRedactor } from '../../redact/redact-text.ts'
import type { TraceOrganisation, Traces } from '../../traces.ts'

const company = (
  id: string,
  names: readonly string[],
  people: readonly (readonly string[])[] = [],
): TraceOrganisation => ({
  ...{ id, role: 'provider', names, domains: [], hosts: [], ipAddresses: [], numbers: [] },
  people: people.map((person) => ({ names: person, addresses: [] })),
})

/** As a register holds them: nothing is entered that a person would find superfluous. */
const TRACES: Traces = {
  organisations: [
    company(
      'a',
      ['株式会社北浜精機', 'Kitahama Seiki Co., Ltd.', 'KSK'],
      [['森田 恭子', 'もりた きょうこ', 'Kyoko Morita'], ['Åsa Lindström'], ['大野 純一郎']],
    ),
    company('b', ['蒼海コーポレーション株式会社', 'そうかいコーポレーション']),
    company('c', ['ヴェルナ電子工業株式会社']),
    company('d', ['田中工業株式会社', '大阪鋼機有限会社', 'General Pumps Ltd']),
    company('e', ['Nordmark Valves Ltd', 'Șerban & Fiul SRL', 'Holt Inc.']),
    company('f', ['渡邉國廣齋藤商店', '佐々木硝子']),
    company('g', ['新発田しんぽ産業', 'Shimpo Sangyo']),
    company('h', ['合資会社ちづや'], [['おおの しょうへい', '大野 翔平']]),
  ],
}
const redactor = buildRedactor({
  traces: TRACES,
  aliases: assignAliases(EMPTY_ALIASES, TRACES),
  attacker: NO_ATTACKER_FACTS,
})
const shared = (text: string): string => redactor.redact(text, 'ja').text

/** Letters of a name that would tell it to a reader, in any of its scripts. */
const TELLING =
  /北浜|北濱|kit[a4]ham|キタハマ|きたはま|ｷﾀﾊﾏ|森田|恭子|もりた|モリタ|morita|蒼海|そうかい|sokai|soukai/iu

/** T18: sixty spellings of one company, of which three were entered. */
const SPELLINGS = [
  ...[
    '北浜精機',
    '株式会社北浜精機',
    '北浜精機株式会社',
    '㈱北浜精機',
    '北浜精機㈱',
    '(株)北浜精機',
  ],
  ...[
    '（株）北浜精機',
    '㍿北浜精機',
    '北濱精機',
    '北濵精機',
    '北 浜 精 機',
    '北　浜　精　機',
    '北浜・精機',
  ],
  ...[
    '北浜-精機',
    '北浜\n精機',
    '北浜\r\n 精機',
    '北\u200b浜\u200c精\u200d機',
    '北\u2060浜\ufeff精機',
  ],
  ...[
    '\u202e北浜精機\u202c',
    '北\u{e0100}浜精機',
    '北浜',
    '北濱',
    '北浜様',
    '北浜さん',
    '北浜社',
    '北浜グループ',
  ],
  ...[
    'キタハマセイキ',
    'きたはませいき',
    'ｷﾀﾊﾏｾｲｷ',
    'キタハマ・セイキ',
    '北浜セイキ',
    '北浜せいき',
    '北浜Seiki',
  ],
  ...[
    'きたはま精機',
    'キタハマ精機',
    'Kitahama精機',
    'ｷﾀﾊﾏ精機',
    '北ハマ精機',
    'キタハマ',
    'きたはま',
    'Kitahama',
  ],
  ...[
    'KITAHAMA',
    'kitahama',
    'Kitahama Seiki',
    'KITAHAMA SEIKI CO., LTD.',
    'Kitahama-Seiki',
    'Kitahama_Seiki',
  ],
  ...[
    'KitahamaSeiki',
    'kitahama seiki k.k.',
    'Seiki Kitahama',
    'Ｋｉｔａｈａｍａ　Ｓｅｉｋｉ',
    '𝐊𝐢𝐭𝐚𝐡𝐚𝐦𝐚',
    'Кitahаmа',
    'Κitahama',
  ],
  ...[
    'Kitaḥama',
    'K\u0301itahama',
    'K i t a h a m a',
    'K.i.t.a.h.a.m.a',
    'k1tahama',
    'kitah4m4-seiki',
    'ⓀⓘⓣⓐⓗⓐⓜⓐSeiki',
  ],
  ...['🅺🅸🆃🅰🅷🅰🅼🅰', '🄺🄸🅃🄰🄷🄰🄼🄰', 'amahatik', 'xvgnunzn-frvxv', 'KSK', 'ＫＳＫ'],
]

test('T18: a company is found in sixty spellings and more', () => {
  expect(SPELLINGS.length).toBeGreaterThanOrEqual(60)
  const left = SPELLINGS.map((spelling) => [spelling, shared(`件名は${spelling}の請求です`)])
  expect(left.filter(([, text]) => !text?.includes('A社'))).toEqual([])
  expect(left.filter(([, text]) => TELLING.test(text ?? ''))).toEqual([])
})

describe('romanisations, long vowels, doubled letters and old kanji name the same', () => {
  test.each([
    ['蒼海コオポレエション', 'B社'],
    ['ソウカイ コーポレーション', 'B社'],
    ['Sōkai Corporation', 'B社'],
    ['Soukai Kooporeesyon', 'B社'],
    ['Sohkai', 'B社'],
    ['ヴェルナ', 'C社'],
    ['ベルナ電子工業', 'C社'],
    ['Veruna Denshi', 'C社'],
    ['Nordmark', 'E社'],
    ['NORDMARK VALVES', 'E社'],
    ['Serban', 'E社'],
    ['渡辺国広斎藤商店', 'F社'],
    ['渡邊國広斉藤商店', 'F社'],
    ['佐佐木硝子', 'F社'],
    ['しんぽ産業', 'G社'],
    ['Shinpo', 'G社'],
    ['Simpo Sangyou', 'G社'],
    ['チズヤ', 'H社'],
    ['Chizuya', 'H社'],
    ['Tiduya', 'H社'],
  ])('%s → %s', (text, expected) => {
    expect(shared(`${text}`)).toBe(expected)
  })
})

describe('a person is found in every order and form', () => {
  test.each([
    ['森田 恭子'],
    ['森田恭子'],
    ['恭子 森田'],
    ['森田　恭子 様'],
    ['森田様'],
    ['森田さん'],
    ['森田氏'],
    ['恭子さん'],
    ['恭子'],
    ['もりた'],
    ['モリタ キョウコ'],
    ['ﾓﾘﾀ ｷｮｳｺ'],
    ['森田きょうこ'],
    ['森田 キョウコ'],
    ['もりた恭子'],
    ['Morita恭子'],
    ['Kyoko Morita'],
    ['MORITA Kyoko'],
    ['Morita, Kyoko'],
    ['Morita, K.'],
    ['K. Morita'],
    ['Kyôko Morita'],
    ['Kyouko Morita'],
    ['Kyohko MORITA'],
    ['Kyo-ko Morita'],
    ['kyoko.morita'],
    ['morita.kyoko'],
    ['k.morita'],
    ['k-morita'],
    ['t-morita'],
    ['morita_k'],
    ['kmorita'],
    ['m0rita'],
    ['Ms Morita'],
    ['Morita-san'],
    ['森\n田恭子'],
    ['kyoko_m0r1ta'],
    ['Asa Lindstrom'],
    ['Lindström, Åsa'],
    ['LINDSTRÖM'],
    ['lindstroem'],
    ['大野純一郎'],
    ['Ono Shohei'],
    ['Ohno Shouhei'],
    ['Oono Syohei'],
    ['Ōno Shōhei'],
    ['翔平 大野'],
    ['おおの翔平'],
    ['大野ショウヘイ'],
  ])('%j', (text) => {
    const left = shared(text)
    expect(left).toMatch(/[A-Z]社担当者|氏名/u)
    expect(left.normalize('NFKC')).not.toMatch(
      /森|恭子|もり|モリ|きょうこ|キョウコ|m[o0]r[i1]ta|kyo|lindstr|大野|翔平|純一郎|ono|oh?no|shou?hei/iu,
    )
  })
})

describe('the core of a name that may be an ordinary word is asked about and stays until then', () => {
  test.each([
    ['田中の件', '田中'],
    ['大阪での会議', '大阪'],
    ['General questions', 'General'],
  ])('%s', (text, value) => {
    const { text: left, questions } = redactor.redact(text, 'ja')
    expect(left).toBe(text)
    expect(questions.map((one) => [one.kind, one.value])).toEqual([['name-core', value]])
  })
  test.each([
    ['田中工業', 'D社'],
    ['田中こうぎょう', 'D社'],
    ['タナカ工業', 'X社'],
    ['General Pumps', 'D社'],
  ])('the whole name is replaced all the same: %s → %s', (text, expected) => {
    expect(shared(text)).toBe(expected)
  })
})

test('the first two kanji of a longer name whose trade no list holds are asked about: 奥州 of 奥州水力', () => {
  const { questions, text } = buildRedactor({
    traces: { organisations: [company('oshu', ['奥州水力発電株式会社'])] },
    aliases: { rows: [{ organisationId: 'oshu', letter: 'A' }] },
    attacker: NO_ATTACKER_FACTS,
  }).redact('奥州水力の設備', 'ja')
  expect(text).toBe('奥州水力の設備')
  expect(questions.map((one) => [one.kind, one.value])).toEqual([['name-core', '奥州']])
})

describe('nothing else is taken for a name', () => {
  test.each([
    ['精機の部品と工業の規格'],
    ['the seiki of pumps and valves holds'],
    ['task force, whisk, risks'],
    ['北の浜辺に集まる'],
    ['memorial editorial'],
    ['会社の株式と有限な資源'],
    ['この電子メールは、コーポレートカードの請求を装います'],
    ['hold the valves; a fiul of none'],
  ])('%s', (text) => {
    expect(shared(text)).toBe(text)
  })
})
