import { domainToASCII } from 'node:url'
import type { Traces } from '../../traces.ts'

/** One way of writing something the register knows, and whom it gives away. */
export interface Canary {
  readonly kind: 'company' | 'person' | 'domain' | 'host' | 'number' | 'network'
  /** What was done to the name. */
  readonly spelling: string
  readonly text: string
}

/** Invented companies and people as a provider enters them: what is not entered has to be derived. */
export const CANARY_TRACES: Traces = {
  organisations: [
    {
      id: 'kitahama',
      role: 'provider',
      names: [
        '株式会社北浜精機',
        'きたはませいき',
        'Kitahama Seiki Co., Ltd.',
        '㈱櫻澤鐵工所',
        '志村大黒製作所',
      ],
      domains: ['kitahama-seiki.example', 'kthm.example', '北浜精機.example'],
      people: [
        {
          names: ['森田 恭子', 'もりた きょうこ', 'Kyoko Morita'],
          addresses: ['kmorita7@kitahama-seiki.example'],
        },
        { names: ['髙橋 祐一郎', 'タカハシ ユウイチロウ'], addresses: [] },
        { names: ['大谷 新太郎', 'おおたに しんたろう'], addresses: [] },
        { names: ['渡邊順一', 'わたなべ じゅんいち'], addresses: [] },
      ],
      hosts: ['KTHM-WS065', 'mx1.kitahama-seiki.example'],
      ipAddresses: ['203.0.113.25', '198.51.100.64/28', '2001:db8:25::/48'],
      numbers: ['03-0206-1821', '普通 5442369', 'GB57 NWBK 6340 9960 6580 95'],
    },
    {
      id: 'fjordell',
      role: 'partner',
      names: ['Fjørdell Pumps AS', 'フィヨルデル・ポンプ'],
      domains: ['fjordell-pumps.example'],
      people: [{ names: ['Ingrid Solberg'], addresses: ['ingrid.solberg@fjordell-pumps.example'] }],
      hosts: [],
      ipAddresses: [],
      numbers: [],
    },
  ],
}

const list = (
  kind: Canary['kind'],
  rows: readonly (readonly [spelling: string, ...texts: string[]])[],
): Canary[] =>
  rows.flatMap(([spelling, ...texts]) => texts.map((text) => ({ kind, spelling, text })))

// Written by hand, from what people and attackers write; nothing here comes from the checker's tables.
const COMPANIES = list('company', [
  ['as entered', '株式会社北浜精機', 'Kitahama Seiki Co., Ltd.', 'フィヨルデル・ポンプ'],
  ['without the legal form', '北浜精機', 'きたはませいき', 'Kitahama Seiki', 'Fjørdell Pumps'],
  [
    'other legal form',
    '㈱北浜精機',
    '(株)北浜精機',
    '北浜精機（株）',
    '㍿北浜精機',
    'Kitahama Seiki K.K.',
  ],
  ['core alone', '北浜様', '北浜グループ', '志村大黒', 'Kitahama'],
  ['old and new kanji', '北濱精機', '北濵精機', '桜沢鉄工所', '櫻沢鐵工所', '志村大黑製作所'],
  [
    'mixed scripts',
    '北浜セイキ',
    'きたはま精機',
    'キタハマ精機',
    'Kitahama精機',
    '北浜Seiki',
    '北ハマ精機',
  ],
  ['hiragana and katakana', 'キタハマセイキ', 'きたはませいき', 'ふぃよるでる'],
  ['half width', 'ｷﾀﾊﾏｾｲｷ', 'ｷﾀﾊﾏ精機', 'ﾌｨﾖﾙﾃﾞﾙ'],
  ['separate voiced marks', 'フィヨルテ゛ル・ポンフ゜', 'ﾌｨﾖﾙﾃ ﾞﾙ', 'フィヨルテ\u3099ル'],
  ['small kana written large', 'フイヨルデル'],
  ['full width', 'Ｋｉｔａｈａｍａ Ｓｅｉｋｉ', '（株）北浜精機'],
  [
    'spaces and dots',
    '北 浜 精 機',
    '北・浜・精・機',
    '北　浜　精　機',
    'K i t a h a m a',
    '北.浜.精.機',
  ],
  ['line breaks', '北浜\n精機', '北浜\r\n精機', 'Kita-\nhama Seiki'],
  ['zero width', '北\u200b浜\u200d精\ufeff機', 'Kita\u2060hama', '北\u00ad浜\u180e精機'],
  ['bidi', '\u202d北浜精機\u202c', 'Kita\u200ehama Seiki', '\u202eikieS amahatiK\u202c'],
  ['combining', 'K\u0301itah\u0302ama', '北\u{e0100}浜\ufe00精機', 'Kitáhámà'],
  ['homoglyphs', 'Кitаhаmа Seiki', 'Κіtаһаmа', '北浜精機'.normalize('NFKD')],
  ['mathematical letters', '𝐊𝐢𝐭𝐚𝐡𝐚𝐦𝐚', '𝓚𝓲𝓽𝓪𝓱𝓪𝓶𝓪', '🅺🅸🆃🅰🅷🅰🅼🅰', 'ⓚⓘⓣⓐⓗⓐⓜⓐ'],
  ['leet', 'k1t4h4m4-s31k1', 'K!tah@ma Seiki', 'kitaharna seiki'],
  ['case', 'KITAHAMA SEIKI', 'kItAhAmAsEiKi'],
  ['compatibility characters', '志村⼤⿊製作所', '株式会社北浜精機'],
])

const PEOPLE = list('person', [
  ['as entered', '森田 恭子', 'Kyoko Morita', '渡邊順一', 'Ingrid Solberg'],
  ['without space', '森田恭子', '渡邊順一', '高橋祐一郎', '大谷新太郎'],
  ['surname alone', '森田様', '髙橋様', '渡邊', 'Morita', 'Solberg'],
  ['other order', '恭子 森田', 'Morita Kyoko', 'Solberg, Ingrid', 'MORITA, Kyoko'],
  ['kana', 'もりたきょうこ', 'モリタ キヨウコ', 'ﾓﾘﾀ ｷｮｳｺ', 'タカハシユウイチロウ'],
  ['old and new kanji', '高橋祐一郎', '渡辺順一', '渡邉順一', '髙橋祐一郞'],
  ['Hepburn', 'Takahashi Yuichiro', 'Otani Shintaro', 'Watanabe Junichi'],
  ['macrons', 'Takahashi Yūichirō', 'Ōtani Shintarō', 'Kyōko Morita'],
  ['wapuro', 'Takahashi Yuuichirou', 'Ootani Shintarou', 'Kyouko Morita'],
  ['with oh', 'Ohtani Shintaroh', 'Takahashi Yuichiroh'],
  ['Kunrei', 'Takahasi Yûitirô', 'Ôtani Sintarô', 'Watanabe Zyun-iti'],
  ['Nihon-shiki', 'Takahasi Yuitiro', 'Watanabe Zyun’iti', 'Ootani Sintarou'],
  ['mixed systems', 'Takahasi Yuichirou', 'Ohtani Sintaro'],
  ['initials', 'K. Morita', 'Morita K.', 'K.Morita', 'S. Otani', 'I. Solberg'],
  [
    'in addresses',
    'morita.k@x.example',
    'kmorita@x.example',
    'k-morita',
    'moritak',
    'kyoko_morita',
    'shintaro.otani',
  ],
  ['local part', 'kmorita7'],
  ['zero width and spaces', '森\u200b田\u200b恭\u200b子', '森　田　　恭　子', 'M o r i t a'],
])

const NAMES_OF_MACHINES = [
  ...list('domain', [
    ['as entered', 'kitahama-seiki.example', 'kthm.example', 'portal.kthm.example'],
    [
      'defanged',
      'kitahama-seiki[.]example',
      'kthm[.]example',
      'kthm(.)example',
      'kthm{.}example',
      'kthm[dot]example',
      'kthm (dot) example',
      'kthm dot example',
      'hxxp://kthm[.]example/a',
      'hxxps[:]//kthm[.]example',
    ],
    ['full width dot', 'kthm．example', 'kthm。example', 'kthm｡example', 'kthm․example'],
    ['spaces', 'kthm . example', 'kitahama - seiki . example'],
    ['punycode', domainToASCII('北浜精機.example')],
    ['Unicode', '北浜精機.example', '北浜精機。example'],
    ['underscores', 'kitahama_seiki_example'],
  ]),
  ...list('host', [
    ['as entered', 'KTHM-WS065', 'mx1.kitahama-seiki.example'],
    ['other case', 'kthm-ws065', 'kthm_ws065', 'KTHMWS065'],
    ['in a path', '\\\\KTHM-WS065\\c$', 'smb://kthm-ws065/share'],
  ]),
]

const NUMBERS = [
  ...list('number', [
    ['as entered', '03-0206-1821', '普通 5442369', 'GB57 NWBK 6340 9960 6580 95'],
    [
      'other grouping',
      '0302061821',
      '03 0206 1821',
      '03(0206)1821',
      '030-206-1821',
      '0 3 0 2 0 6 1 8 2 1',
      '03.0206.1821',
      '03-02-06-18-21',
      '03/0206/1821',
      '544-2369',
      '5442 369',
      '5,442,369',
      'GB57NWBK63409960658095',
      'GB57-NWBK-6340-9960-6580-95',
    ],
    [
      'international',
      '+81-3-0206-1821',
      '+81 (0)3 0206 1821',
      '0081 3 0206 1821',
      '81302061821',
      '+81302061821',
      'tel:+81-3-0206-1821',
    ],
    ['full width', '０３−０２０６−１８２１', '０３（０２０６）１８２１', '５４４２３６９'],
    ['kanji numerals', '〇三-〇二〇六-一八二一', '五四四二三六九', '零三の零二零六の一八二一'],
    ['other digits', '𝟎𝟑-𝟎𝟐𝟎𝟔-𝟏𝟖𝟐𝟏', '٠٣-٠٢٠٦-١٨٢١', '⓪③-⓪②⓪⑥-①⑧②①'],
    ['zero width', '03\u200b02\u200b06\u200b1821'],
  ]),
  ...list('network', [
    ['as entered', '203.0.113.25', '198.51.100.70', '2001:db8:25::1'],
    [
      'defanged',
      '203[.]0[.]113[.]25',
      '203.0.113[.]25',
      '203(.)0(.)113(.)25',
      '203 . 0 . 113 . 25',
      '203[dot]0[dot]113[dot]25',
      '2001[:]db8[:]25[::]1',
    ],
    ['full width', '２０３．０．１１３．２５', '203。0。113。25'],
    ['integer', 'http://3405803801/', '3405803801'],
    ['hex', '0xCB007119', '0xcb.0x00.0x71.0x19', 'http://0xCB.0.0x71.0x19/'],
    ['octal', '0313.0.0161.031', '0313.0000.0161.0031'],
    ['leading zeros', '203.000.113.025'],
    [
      'mapped',
      '::ffff:203.0.113.25',
      '::ffff:cb00:7119',
      '64:ff9b::cb00:7119',
      '2002:cb00:7119::1',
    ],
    [
      'reverse',
      '25.113.0.203.in-addr.arpa',
      '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.5.2.0.0.8.b.d.0.1.0.0.2.ip6.arpa',
    ],
    ['dashes', '203-0-113-25.dynamic.example', 'ip-203-0-113-25'],
    ['expanded', '2001:0DB8:0025:0000:0000:0000:0000:0001', '[2001:db8:25::9]:443'],
  ]),
]

export const CANARIES: readonly Canary[] = [
  ...COMPANIES,
  ...PEOPLE,
  ...NAMES_OF_MACHINES,
  ...NUMBERS,
]
